import type { FailureCode } from '#core/failure';

/** One sentence for each code: what happened and what to do next. */
export const failure = {
  usage: '{{problem}} Run “marbre --help” to see how it is used.',
  'input.empty': '{{name}} is empty: there is nothing to import.',
  'input.too-large': '{{name}} is larger than {{limit}}: split it, or import only the story.',
  'input.binary': '{{name}} is not text: import a text, Markdown or HTML file.',
  'input.malformed': '{{name}} could not be understood: check that the file is complete.',
  'input.unknown-format': '“{{format}}” is not a format that Marbre knows: use one of {{known}}.',
  'input.not-found': '{{name}} was not found: check its name and folder.',
  'format.no-writer': 'Marbre cannot write {{format}}: use one of {{known}}.',
  'article.not-found': 'No article “{{id}}” on this desk: it may have been moved to the trash.',
  'article.invalid':
    'This article’s file is damaged: nothing was changed; a copy in its history folder may help.',
  'article.newer-version':
    'This article was written by a newer Marbre (version {{version}}): update Marbre to open it; nothing was changed.',
  'article.conflict':
    'This article was changed outside Marbre since it was opened: both versions are kept, choose which one to go on with.',
  'article.original-changed':
    'The imported original of “{{name}}” is not what was imported: restore it from a copy; the article itself is unchanged.',
  'picture.unknown':
    'This file is not a picture that an article can hold. PNG, JPEG, GIF, WebP and AVIF can be used.',
  'history.not-found': 'This version is no longer in the history.',
  'desk.not-found':
    'There is no desk in {{name}}: create one with “marbre desk init”, or choose another folder.',
  'desk.invalid': 'This desk’s settings file is damaged: nothing was changed; mend or restore desk.json.',
  'desk.newer-version':
    'This desk was written by a newer Marbre (version {{version}}): update Marbre to open it; nothing was changed.',
  'desk.not-empty': '{{name}} already holds other files: choose an empty or a new folder.',
  'desk.none-open': 'No desk is open: open or create one first.',
  'io.not-found': '{{name}} is no longer there: check that its disk or folder is connected.',
  'io.denied': 'Marbre may not write to {{name}}: change its permissions, or choose another place.',
  'io.disk-full': 'The disk is full: free some space; your text is still here and will be saved then.',
  'io.read': '{{name}} could not be read: check the disk, then try again.',
  'io.write': '{{name}} could not be written: check the disk, then try again.',
  'request.invalid': 'That request was not understood: nothing was changed.',
  'request.unknown': 'That request is not known: nothing was changed.',
  'request.forbidden': 'That request was refused: nothing was changed.',
  'link.refused': 'This link was not opened: only web (http, https) and mail addresses are.',
  internal: 'Something went wrong inside Marbre: your text is kept; please try again.',
} as const satisfies Record<FailureCode, string>;
