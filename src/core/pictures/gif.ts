import { assertStructure, joined, signAt } from './bytes';

const extension = 0x21;
const image = 0x2c;
const trailer = 0x3b;
const control = 0xf9;
const application = 0xff;
/** How often it is played: the one application block that changes what is seen. */
const loops = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

/** A GIF without comments, XMP and other blocks of programs, and what comes behind its end. (GIF89a, 23 to 26) */
export function gifWithoutMetadata(bytes: Uint8Array): Uint8Array {
  assertStructure(bytes.byteLength >= 14);
  let at = 13 + tableSize(bytes[10] ?? 0);
  const kept: Uint8Array[] = [bytes.subarray(0, at)];
  for (;;) {
    const kind = bytes[at];
    if (kind === trailer) return joined([...kept, Uint8Array.of(trailer)]);
    assertStructure(kind === extension || kind === image);
    const blocks = kind === image ? at + 11 + tableSize(bytes[at + 9] ?? 0) : at + 2;
    const end = blocksEnd(bytes, blocks);
    if (kind === image || isShown(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
}

/** Bytes of the colour table that these flags tell of. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function blocksEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.byteLength; ) {
    const size = bytes[at] ?? 0;
    at += 1 + size;
    if (size === 0) return at;
  }
  assertStructure(false);
  return start;
}

function isShown(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1];
  return label === control || (label === application && loops.includes(signAt(bytes, at + 3, 11)));
}
