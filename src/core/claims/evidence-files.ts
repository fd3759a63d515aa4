import { pictureKind } from '#core/pictures';

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

/** The largest file that is kept as evidence, in bytes. */
export const maximumEvidenceBytes = 200 * 1024 * 1024;

/**
 * What a window is told that a file is. What could run (pages, archives of pages, mail) is plain text to it: it is
 * shown by us, never by the browser.
 */
export const evidenceMediaTypes: Readonly<Record<EvidenceExtension, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  html: 'text/plain; charset=utf-8',
  mht: 'text/plain; charset=utf-8',
  eml: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** How a file is shown beside a claim. */
export type EvidenceView = 'pdf' | 'picture' | 'audio' | 'text';

export function evidenceView(extension: EvidenceExtension): EvidenceView {
  const type = evidenceMediaTypes[extension];
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('audio/')) return 'audio';
  return extension === 'pdf' ? 'pdf' : 'text';
}

/** The name of a file in `evidence/`: the SHA-256 of its bytes and its ending. */
export const evidenceName = /^[0-9a-f]{64}\.(?:pdf|png|jpg|gif|webp|avif|mp3|m4a|ogg|wav|html|mht|eml|txt)$/;

/** The first bytes of each kind that has some of its own: where they stand, and what they are. */
const starts: readonly (readonly [EvidenceExtension, number, string])[] = [
  ['pdf', 0, '%PDF-'],
  ['mp3', 0, 'ID3'],
  ['ogg', 0, 'OggS'],
];

const spelledOtherwise: Readonly<Record<string, EvidenceExtension>> = {
  htm: 'html',
  xhtml: 'html',
  mhtml: 'mht',
  text: 'txt',
  md: 'txt',
  csv: 'txt',
};
const textual: ReadonlySet<EvidenceExtension> = new Set(['html', 'mht', 'eml', 'txt']);

/**
 * What a file is: by its first bytes where they tell, else, for text, by the ending of its name. Null for everything
 * else, and for a file whose name promises what its bytes are not.
 */
export function evidenceKind(name: string, bytes: Uint8Array): EvidenceExtension | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1_024));
  const known =
    pictureKind(bytes) ?? starts.find(([, at, sign]) => head.startsWith(sign, at))?.[0] ?? soundKind(head);
  if (known) return known;
  // Some programs write a few bytes before the header of a PDF; readers look for it in the first kilobyte.
  if (endingOf(name) === 'pdf' && head.includes('%PDF-')) return 'pdf';
  const ending = endingOf(name);
  if (ending === null || !textual.has(ending) || !isText(bytes)) return null;
  return ending;
}

function soundKind(head: string): EvidenceExtension | null {
  if (head.startsWith('RIFF') && head.startsWith('WAVE', 8)) return 'wav';
  if (/^ftyp(?:M4A|M4B|mp42|isom|iso2|mp41|dash)/.test(head.slice(4, 12))) return 'm4a';
  // A frame of MPEG audio, layer III: eleven bits set, then version, layer, and no error where there can be none.
  const [first = 0, second = 0, third = 0] = [0, 1, 2].map((at) => head.charCodeAt(at));
  const isFrame = first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 0xf && (third & 0x0c) !== 0x0c;
  return isFrame ? 'mp3' : null;
}

function endingOf(name: string): EvidenceExtension | null {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return spelledOtherwise[ending] ?? evidenceExtensions.find((one) => one === ending) ?? null;
}

/** Text has no NUL, unless it is UTF-16 and says so. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isWide || !bytes.subarray(0, 65_536).includes(0);
}
