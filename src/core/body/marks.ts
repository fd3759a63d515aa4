/** The marks a run of text may carry, in the order in which they are written to disk and nested in exports. */
export const marks = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'superscript',
  'subscript',
  'code',
] as const;

export type Mark = (typeof marks)[number];
