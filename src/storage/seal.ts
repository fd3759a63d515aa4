import { createHash } from 'node:crypto';
import { fileHash } from './hash';

/**
 * What the hash in a file says of the file.
 * - `right`: it is, to the byte, what Marbre wrote
 * - `wrong`: something else has changed it: a person, a program or the disk
 * - `none`: it has no hash, because an older Marbre or a script wrote it
 */
export type Seal = 'right' | 'wrong' | 'none';

/** How every file of ours begins: `{`, the format, the version, each on its line; then the hash on the fourth. */
const start = String.raw`^\{\n  "format": "marbre-[a-z]+",\n  "version": \d{1,9},\n`;
const unsealedStart = new RegExp(start);
const sealedStart = new RegExp(String.raw`(${start})  "hash": "([0-9a-f]{64})",\n`);
/**
 * A file without a hash goes on with its first key at once. Any other key there is what is left of a hash that somebody
 * has moved, or of its name.
 */
const withoutHash =
  /^\s*\{\s*"format":\s*"marbre-[a-z]+",\s*"version":\s*\d{1,9},\s*"(?:article|id|tags|templates)":/;
/** The longest of these beginnings, in bytes. */
const headLength = 300;

/**
 * The bytes of one of our JSON files, with the SHA-256 of its text as its fourth line: every other byte of it is
 * covered, so that not one bit can change unnoticed. `sed 4d file | sha256sum` gives the same hash.
 */
export function seal(text: string): Uint8Array {
  const head = unsealedStart.exec(text)?.[0];
  if (head === undefined) throw new Error('not the text of a file of ours');
  const hash = fileHash(new TextEncoder().encode(text));
  return new TextEncoder().encode(`${head}  "hash": "${hash}",\n${text.slice(head.length)}`);
}

export function sealOf(bytes: Uint8Array): Seal {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  // Git on Windows may have put its own line ends in: that is no change of what was written.
  if (head.startsWith('{\r\n')) return sealOf(withoutCarriageReturns(bytes));
  const [sealed, before, hash] = sealedStart.exec(head) ?? [];
  if (sealed === undefined || before === undefined) return withoutHash.test(head) ? 'none' : 'wrong';
  const found = createHash('sha256')
    .update(bytes.subarray(0, before.length))
    .update(bytes.subarray(sealed.length))
    .digest('hex');
  return found === hash ? 'right' : 'wrong';
}

function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(
    Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  );
}

/** Somebody is about to settle a merge of versions in it by hand. */
export function isBeingMerged(bytes: Uint8Array): boolean {
  return /^<{7} /m.test(Buffer.from(bytes).toString('latin1'));
}
