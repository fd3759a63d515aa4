/** The kinds of files that can be evidence, by the ending under which they are kept. */
export const evidenceExtensions = [
  'pdf',
  'png',
  'jpg',
  'gif',
  'webp',
  'avif',
  'mp3',
  'm4a',
  'ogg',
  'wav',
  'html',
  'mht',
  'eml',
  'txt',
] as const;
export type EvidenceExtension = (typeof evidenceExtensions)[number];
