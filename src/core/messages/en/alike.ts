/** A story that came in, and resembles what is on the desk. */
export const alike = {
  title: 'This story may be here already',
  story_one: '“{{title}}” resembles an article on this desk.',
  story_other: '“{{title}}” resembles {{count}} articles on this desk.',
  'same-file': 'The same file was imported before',
  share: '{{share}} % of the text is the same',
  show: 'Show the difference',
  update: 'Update this article',
  discard: 'Drop the new one',
  keep: 'Keep both',
  left_one: 'One more story after this one',
  left_other: '{{count}} more stories after this one',
  updated: '“{{title}}” has the new copy. The version before is in its history, the import in the trash.',
} as const;
