import type { LengthState } from '#core/article/length';

/** What the bar under a headline says; `empty` has nothing to say. */
const lengths = {
  'length.good_one': '{{number}} of {{limit}}',
  'length.good_other': '{{number}} of {{limit}}',
  'length.long_one': '{{number}} of {{limit}}: some places cut it',
  'length.long_other': '{{number}} of {{limit}}: some places cut it',
  'length.over_one': '{{number}} of {{limit}}: cut almost everywhere',
  'length.over_other': '{{number}} of {{limit}}: cut almost everywhere',
} as const satisfies Record<`length.${Exclude<LengthState, 'empty'>}_${'one' | 'other'}`, string>;

/** What is known of an article beside its text, the desk’s statuses, and templates. */
export const metadata = {
  ...lengths,
  'length.of': 'Length of “{{field}}”',
  'length.headline-instead': 'The headline stands in: {{reading}}',

  'group.publication': 'Publication',
  'group.headlines': 'Headlines and address',
  'group.origin': 'Origin and rights',
  'group.picture': 'Picture',
  'group.work': 'Work',
  'group.file': 'File',

  due: 'Due',
  headline: 'Headline',
  'seo-headline': 'Headline for search engines',
  'short-headline': 'Short headline (mobile, notifications)',
  dateline: 'Dateline',
  rights: 'Rights',
  bylines: 'Signed by',

  'slug.from-headline': 'From the headline',
  'slug.becomes': 'Kept as “{{slug}}”: small letters, digits and hyphens.',
  'slug.empty': 'A slug needs a letter or a digit: the last one stays.',
  'slug.hint': 'Names exported files. The article’s folder follows when the article is renamed.',

  'embargo.legend': 'Embargo',
  'embargo.until': 'Not before',
  'embargo.zone': 'Time zone',
  'embargo.lift': 'Lift the embargo',
  'embargo.holds': 'Not before {{when}} ({{zone}}, {{offset}}).',
  'embargo.over': 'Ended {{when}} ({{zone}}, {{offset}}).',
  'embargo.here': 'By this machine’s clock: {{when}}.',
  'embargo.never':
    'The clocks go forward that night and {{time}} does not exist: the hour after it is meant.',
  'embargo.twice': 'The clocks go back that night and {{time}} comes twice: the second one is meant.',
  'embargo.unknown-zone': '“{{zone}}” is not a time zone: choose one, such as Europe/Paris.',
  'embargo.export': 'Under embargo: not before {{when}} ({{zone}}). Whoever gets this file must know it.',

  'picture.none': 'No picture',
  'picture.this': 'Picture {{number}}',
  'picture.add': 'Add a picture…',
  'picture.hint':
    'Pictures of the story are offered here; one that is added here stands for the article only.',

  'statuses.legend': 'Statuses',
  'statuses.hint':
    'In the order in which work passes through them. An empty name is the program’s own; what a status means decides what the gate and the overview make of it.',
  'statuses.one': 'Status “{{name}}”',
  'statuses.stage': 'Meaning',
  'statuses.up': 'Move “{{name}}” up',
  'statuses.down': 'Move “{{name}}” down',
  'statuses.remove': 'Remove “{{name}}”',
  'statuses.add': 'Add a status',
  'statuses.in-use_one': 'In use: {{number}} article.',
  'statuses.in-use_other': 'In use: {{number}} articles.',
  'statuses.last-published': 'One status must say that an article is published.',
  'statuses.too-few': 'A desk needs two statuses.',

  'template.choose': 'New article from a template',
  'template.hint': 'Type the name of a template',
  'template.own': 'Templates of this desk',
  'template.starters': 'Ready-made',
  'template.none': 'No template by that name.',
  'template.none-yet': 'No template of your own yet: open an article and choose “Save as Template…”.',
  'template.preview': 'Preview',
  'template.keys': 'Return begins the article. Delete removes a template of this desk.',
  'template.removed': '“{{name}}” has been removed.',
  'template.undo': 'Undo (Ctrl+Z)',
  'template.save-title': 'Save as template',
  'template.name': 'Name of the template',
  'template.save-hint':
    'Keeps text, language, section, status, tags, target length and notes. The headline becomes a TK to fill in; claims, comments and pictures stay behind.',
  'template.replaces': 'Replaces the template “{{name}}”.',
  'template.save': 'Save',
  'template.replace': 'Replace',
  'template.saved': 'Saved as template “{{name}}”.',
} as const;
