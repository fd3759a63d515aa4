import type { WarningCode } from '#core/formats/types';
import type { CutReason, QueryReason } from '#core/intake/types';

/** Why something was cut, what is asked, what a reader of files could not keep. */
export const intake = {
  'cut.site-banner': 'Name of the site above the headline',
  'cut.navigation': 'Navigation of the site',
  'cut.headline-source': 'Name of the source behind the headline',
  'cut.byline-line': 'Byline, moved to its field',
  'cut.date-line': 'Date of publication, moved to its field',
  'cut.share-line': 'Invitation to share',
  'cut.source-link': 'Link to the source',
  'cut.read-also': 'Pointer to another story',
  'cut.newsletter': 'Subscription or newsletter',
  'cut.advertisement': 'Advertisement label',
  'cut.copyright': 'Copyright line',
  'cut.reading-time': 'Reading time',
  'cut.comments-line': 'Comments of the site',
  'cut.cookie-notice': 'Cookie notice',
  'cut.wire-slug': 'Agency slug',
  'cut.end-mark': 'End mark',
  'cut.repeated-line': 'Line that stands twice',
  'cut.blank-lines': 'Blank lines',
  'cut.desk-rule': 'Rule of this desk',

  'query.quotation-incomplete': 'Is this quotation complete? It seems to be cut in half.',
  'query.quotation-unbalanced': 'Where does this quotation begin and end? Its marks do not pair.',
  'query.quotation-without-speaker': 'Who says this? No speaker is named.',
  'query.relative-date': 'Which day is meant? There is no date to count from.',

  'warning.encoding-guessed': 'The encoding was guessed: {{encoding}}.',
  'warning.mojibake-repaired': 'Garbled accents were repaired.',
  'warning.undecodable-characters': 'Some characters could not be decoded.',
  'warning.picture-dropped': 'A picture was left out: {{name}}',
  'warning.embed-dropped': 'Embedded sound or film was left out.',
  'warning.text-dropped': 'A part of the page was left out: “{{text}}”',
  'warning.link-dropped': 'A link was left out, its text kept: {{url}}',
  'warning.hard-wraps-joined': 'Lines broken at a fixed width were joined.',
  'warning.front-matter-ignored': 'Part of the front matter was left out: {{text}}',
  'warning.language-unsure': 'The language is uncertain: please check it.',
} as const satisfies Record<`cut.${CutReason}` | `query.${QueryReason}` | `warning.${WarningCode}`, string>;
