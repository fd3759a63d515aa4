import type { FailureCode } from '#core/failure';

/** One sentence for each code: what happened and what to do next. */
export const failure = {
  usage: '{{problem}} Run “marbre --help” to see how it is used.',
  'input.empty': '{{name}} is empty: there is nothing to import.',
  'input.too-large': '{{name}} is larger than {{limit}}: split it, or import only the story.',
  'input.binary': '{{name}} is not text: import a text, Markdown or HTML file.',
  'input.malformed': '{{name}} could not be understood: check that the file is complete.',
  'input.unknown-format': '“{{format}}” is not a format that Marbre knows: use one of {{known}}.',
  'input.unsupported':
    '{{name}} is {{kind}}, which Marbre does not read: save it as {{instead}} and import that.',
  'input.encrypted': '{{name}} is locked with a password: save it without one, then import it.',
  'input.no-file':
    '{{name}} is a link or a device, not a file of this folder: nothing outside of the folder is read. Import the file itself.',
  'folder.too-many':
    '{{name}} holds more than {{limit}} notes, or more than can be looked through: nothing was imported. Import the folders in it one by one.',
  'folder.is-desk': '{{name}} is a desk of Marbre: open it instead of importing it.',
  'input.unsafe':
    '{{name}} holds an entry that would leave its folder ({{entry}}): nothing of it was taken in.',
  'input.too-hard': 'Reading {{name}} takes more than {{limit}}: split it, or import only the story.',
  'input.not-found': '{{name}} was not found: check its name and folder.',
  'format.no-writer': 'Marbre cannot write {{format}}: use one of {{known}}.',
  'format.no-reader': 'Marbre cannot read {{format}}: use one of {{known}}.',
  'format.needs-address':
    'This format needs the address of the publication and the article’s slug: say where the publication stands first.',
  'format.nothing-to-write':
    'This article has nothing that {{format}} could hold: no claim with a published outcome.',
  'format.app-only': '{{format}} is printed by the app only: export it there, or convert to HTML.',
  'format.set-only': '{{format}} is made of files in a folder: name one with --out-dir.',
  'article.not-found': 'No article “{{id}}” on this desk: it may have been moved to the trash.',
  'article.invalid':
    'This article’s file is damaged or not whole: nothing was changed. Wait until it has been synced, or put back a copy from its history folder or a backup.',
  'article.newer-version':
    'This article was written by a newer Marbre (version {{version}}): update Marbre to open it; nothing was changed.',
  'article.conflict':
    'This article was changed outside Marbre since it was opened: both versions are kept, choose which one to go on with.',
  'article.original-changed':
    'The imported original of “{{name}}” is not what was imported: restore it from a copy; the article itself is unchanged.',
  'picture.unknown':
    'This file is not a picture that an article can hold. PNG, JPEG, GIF, WebP and AVIF can be used.',
  'history.not-found': 'This version is no longer in the history.',
  'article.missing':
    'This article’s file is not in its folder any more: it was damaged and is in quarantine, or was deleted outside Marbre. A kept version can take its place.',
  'article.changed-outside':
    'This article is not as Marbre wrote it: somebody changed it outside Marbre, or the disk has altered it. Compare it in the history with the version before, which is kept.',
  'picture.too-many-pixels':
    'A picture in {{name}} has more than {{limit}} million pixels: make it smaller, then try again.',
  'picture.missing': 'The picture “{{name}}” is missing: restore it from a copy of the desk.',
  'picture.changed':
    'The picture “{{name}}” is no longer the one that was placed: restore it from a copy of the desk.',
  'history.damaged': 'This version was altered on the disk: it is of no use any more; the others are whole.',
  'history.none-whole':
    'No whole version of this article is kept: look for its text in the folders “quarantine” and “original”, or in a backup.',
  'desk.restored':
    '{{name}} was damaged: the last good settings have taken its place; the damaged file is in quarantine.',
  'vocabulary.invalid':
    'This desk’s file of tags is damaged: nothing was changed; mend or restore vocabulary.json.',
  'file.changed-outside':
    'This file is not as Marbre wrote it: somebody changed it, or the disk has altered it. Check it; the next save makes it right.',
  'desk.not-found':
    'There is no desk in {{name}}: create one with “marbre desk init”, or choose another folder.',
  'desk.invalid': 'This desk’s settings file is damaged: nothing was changed; mend or restore desk.json.',
  'desk.newer-version':
    'This desk was written by a newer Marbre (version {{version}}): update Marbre to open it; nothing was changed.',
  'desk.not-empty': '{{name}} already holds other files: choose an empty or a new folder.',
  'backup.inside':
    '{{name}} lies in the folder that would be copied, or around it: choose a folder elsewhere, best on another disk.',
  'backup.none': '{{name}} is not a backup: choose the folder of one backup, named after its date and time.',
  'backup.invalid':
    'The list of files of the backup {{name}} is damaged: use another backup; the files themselves may still be whole.',
  'backup.newer-version':
    'This backup was made by a newer Marbre (version {{version}}): update Marbre to use it; nothing was changed.',
  'backup.file-missing': '{{name}} is missing from the backup: take it from another one.',
  'backup.file-changed': '{{name}} was altered in the backup since it was made: take it from another one.',
  'backup.stopped':
    'The copying was stopped: nothing half-made is left, and earlier backups are as they were.',
  'backup.busy': 'A backup is being made or brought back: wait until it is done, or stop it.',
  'backup.off': 'No folder for backups was chosen for this desk: choose one in the desk’s settings.',
  'index.unavailable':
    'The library does not answer. Your articles are safe in their folder; try again, or close the desk and open it again.',
  'template.not-found': 'This template is no longer on the desk: choose another one.',
  'template.too-many': 'This desk has {{limit}} templates, the most it can keep: remove one first.',
  'template.invalid':
    'The file of this desk’s templates is damaged: nothing was changed; mend or restore templates.json.',
  'template.newer-version':
    'The templates of this desk were written by a newer Marbre (version {{version}}): update Marbre to use them; nothing was changed.',
  'desk.read-only':
    'This desk can only be read: nothing was changed. Make its folder writable and open the desk again.',
  'desk.none-open': 'No desk is open: open or create one first.',
  'io.not-found': '{{name}} is no longer there: check that its disk or folder is connected.',
  'io.denied': 'Marbre may not write to {{name}}: change its permissions, or choose another place.',
  'io.disk-full': 'The disk is full: free some space; your text is still here and will be saved then.',
  'io.busy':
    'Another program is holding {{name}}, or too many files are open: close it or wait a moment; your text is still here and will be saved then.',
  'io.read': '{{name}} could not be read: check the disk, then try again.',
  'io.write': '{{name}} could not be written: check the disk, then try again.',
  'request.invalid': 'That request was not understood: nothing was changed.',
  'request.unknown': 'That request is not known: nothing was changed.',
  'request.forbidden': 'That request was refused: nothing was changed.',
  'claim.detached': 'The words of this claim are no longer in the text: an outcome needs words to stand on.',
  'claim.wrong-check':
    'This check is not asked of this kind of claim: only a quotation is checked for having been said.',
  'claim.unknown-outcome': '“{{value}}” is not on this desk’s scale of outcomes: choose one that is.',
  'claim.unknown-evidence':
    'A source that was named is no longer with this claim: choose among those that are.',
  'claim.no-grounds': 'An outcome needs a source or a written reason: add one, then give it again.',
  'claim.needs-evidence':
    'This outcome needs a source, a reason alone is not enough: add one, then give it again.',
  'claim.no-change': 'This outcome confirms other words than these: write what shall stand instead.',
  'claim.no-original':
    'A translated quotation is not verified without the original words: write them beside it first.',
  'query.no-question': 'The query is empty: write what you want to know.',
  'query.no-reason': 'Write the answer, or why the query is settled.',
  'query.resolved': 'This query is settled: reopen it first.',
  'query.not-resolved': 'This query is open already.',
  'sign-off.no-name': 'A sign-off needs a name: write yours in the settings first.',
  'sign-off.own-copy':
    '{{name}} wrote this copy and cannot check it on this desk: ask somebody else, or set the desk to one person.',
  'sign-off.same-person': '{{name}} signed as the first checker: the second checker must be somebody else.',
  'sign-off.not-found': 'There is no such sign-off to withdraw.',
  'sign-off.no-reason': 'Write why the sign-off is withdrawn.',
  'override.no-reason':
    'To publish in spite of what is open needs a written reason: it goes into the record.',
  'override.nothing': 'Nothing blocks this copy: there is nothing to override.',
  'correction.empty': 'The correction is empty: write what readers shall read.',
  'gate.refuses':
    'This desk does not let copy out while anything blocks it ({{count}}): settle it, or override the gate with a reason.',
  'evidence.unknown-kind':
    '{{name}} cannot be kept as evidence: PDF, pictures, sound, saved web pages, mail and plain text can.',
  'evidence.missing': 'The file of evidence “{{name}}” is missing: restore it from a copy of the desk.',
  'evidence.changed':
    'The file of evidence “{{name}}” is no longer what was attached: restore it from a copy of the desk.',
  'confidential.not-set-up':
    'This desk has no passphrase yet: set one in the settings of the desk to encrypt confidential sources.',
  'confidential.exists': 'This desk has a passphrase already.',
  'confidential.damaged':
    'The keys of the confidential sources cannot be read: restore the folder “confidential” from a copy of the desk.',
  'confidential.newer-version':
    'The confidential sources were encrypted by a newer Marbre: open the desk with that one.',
  'confidential.too-short': 'A passphrase has at least {{count}} characters: a few words that you remember.',
  'confidential.wrong-passphrase': 'This is not the passphrase of this desk. Try again as often as you like.',
  'confidential.locked': 'Confidential sources are locked: unlock them with the passphrase of the desk.',
  'confidential.missing': 'An encrypted source is missing: restore it from a copy of the desk.',
  'confidential.changed': 'An encrypted source is damaged: restore it from a copy of the desk.',
  'confidential.other-key':
    'This source was encrypted with an earlier key: unlock with the passphrase that belonged to it.',
  'confidential.busy':
    'Confidential sources are being encrypted already: wait until that is done, or cancel it.',
  'batch.busy': 'Articles are being changed already: wait until that is done, or cancel it.',
  'batch.forgotten': 'That can no longer be undone: Marbre or the desk was closed since.',
  'batch.changed-since': 'Somebody has changed it since: it keeps what it has.',
  'tag.unknown':
    'There is no tag “{{name}}” on this desk: “marbre tag list” and the vocabulary show those there are.',
  'tag.no-name': 'A tag needs a name in French or in English: write one.',
  'tag.name-taken': '“{{name}}” is a name of the tag “{{other}}” already: choose another, or merge the two.',
  'tag.iptc-taken':
    '{{code}} belongs to the tag “{{other}}” already: take it off that one first, or merge the two.',
  'tag.circle': '“{{parent}}” stands below “{{name}}” and cannot stand above it, too: choose a wider tag.',
  'tag.in-use': 'Articles with the tag “{{name}}”: {{count}}. Take it off them first, or retire it.',
  'tag.too-many': 'A vocabulary holds {{limit}} tags at most: remove some that nobody uses.',
  'tag.too-many-names':
    'A tag has room for {{limit}} other names at most: remove some, or merge fewer at once.',
  'tag.changed-since':
    '“{{name}}” was changed since: undo would take that change back, too, so nothing was done.',
  'tag.nothing-to-undo': 'This can no longer be undone: another desk was opened, or it was undone already.',
  'tag.busy': 'Articles are still being changed: wait until that is done, or stop it.',
  'iptc.invalid':
    '{{name}} is not a list of IPTC Media Topics in IPTC’s JSON: download it from cv.iptc.org, format JSON.',
  'link.refused': 'This link was not opened: only web (http, https) and mail addresses are.',
  internal: 'Something went wrong inside Marbre: your text is kept; please try again.',
} as const satisfies Record<FailureCode, string>;
