import { assertStructure, joined, signAt, viewOf } from './bytes';

/** Chunks that are the picture itself. */
const shown = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the first byte of VP8X: there is EXIF, there is XMP. */
const told = 0x08 | 0x04;

/** A WebP without EXIF, XMP and unknown chunks. (RFC 9649, 2.7) */
export function webpWithoutMetadata(bytes: Uint8Array): Uint8Array {
  assertStructure(bytes.byteLength >= 20 && signAt(bytes, 0, 4) === 'RIFF');
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  assertStructure(end <= bytes.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 12; at < end; ) {
    assertStructure(at + 8 <= end);
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2);
    assertStructure(next <= end);
    const name = signAt(bytes, at, 4);
    const chunk = bytes.slice(at, next);
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~told;
    if (shown.has(name)) kept.push(chunk);
    at = next;
  }
  assertStructure(kept.length > 0);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, 4 + kept.reduce((sum, chunk) => sum + chunk.byteLength, 0), true);
  return joined([head, ...kept]);
}
