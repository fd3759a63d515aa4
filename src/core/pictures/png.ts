import { assertStructure, joined, signAt, viewOf } from './bytes';

/** Chunks that change how a PNG looks, or how it moves; all others are words, times and what programs leave behind. */
const shown = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS'],
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs', 'hIST', 'sPLT'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/** A PNG without text, times, EXIF, private chunks and what comes behind its end. (PNG 3, 4.7 and 5.3) */
export function pngWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  for (;;) {
    assertStructure(at + 12 <= bytes.byteLength);
    const end = at + 12 + viewOf(bytes).getUint32(at);
    const name = signAt(bytes, at + 4, 4);
    assertStructure(end <= bytes.byteLength && /^[A-Za-z]{4}$/.test(name));
    // A capital first letter: nobody may show the picture who does not know this chunk.
    if (shown.has(name) || /^[A-Z]/.test(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(kept);
    at = end;
  }
}
