import { assertStructure, joined, signAt, viewOf } from './bytes';

const endOfImage = 0xd9;
const startOfScan = 0xda;
const application = { first: 0xe0, exif: 0xe1, colour: 0xe2, adobe: 0xee, last: 0xef } as const;
const comment = 0xfe;
const exifSign = 'Exif\0\0';

/**
 * A JPEG without EXIF, XMP, IPTC, previews and comments. What says how it is shown stays: JFIF, the colour profile,
 * Adobe's colour transform, and the orientation, in an EXIF of its own with nothing else in it. What comes behind the
 * end of the picture goes too: telephones put films and depth maps there.
 * (ITU-T T.81, B.1; Exif 2.32, 4.5)
 */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  // One that breaks off in its picture is still shown as far as it goes.
  while (at < bytes.byteLength) {
    const start = at;
    assertStructure(bytes[at] === 0xff);
    // Any marker may be led by further 0xff.
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at] ?? 0;
    at += 1;
    if (marker === endOfImage) return joined([...kept, Uint8Array.of(0xff, endOfImage)]);
    assertStructure(marker >= 0xc0 && !isAlone(marker) && at + 2 <= bytes.byteLength);
    const end = at + viewOf(bytes).getUint16(at);
    assertStructure(end >= at + 2 && end <= bytes.byteLength);
    const next = marker === startOfScan ? scanEnd(bytes, end) : end;
    const piece = keptSegment(marker, bytes.subarray(at + 2, end));
    if (piece === 'as it is') kept.push(bytes.subarray(start, next));
    else if (piece) kept.push(piece);
    at = next;
  }
  return joined(kept);
}

function isAlone(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd8;
}

/** Where the coded picture behind a start of scan ends: at the next marker that is no restart and no stuffed byte. */
function scanEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.byteLength; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.byteLength;
}

type Kept = Uint8Array | 'as it is' | null;

/** What stays of the segments of programs; of those that are not in the table nothing does. */
const programs: Readonly<Record<number, (content: Uint8Array, sign: string) => Kept>> = {
  [application.first]: (content, sign) => (sign.startsWith('JFIF\0') ? plainJfif(content) : null),
  [application.exif]: (content, sign) => (sign.startsWith(exifSign) ? plainExif(content) : null),
  [application.colour]: (_, sign) => (sign === 'ICC_PROFILE\0' ? 'as it is' : null),
  [application.adobe]: (_, sign) => (sign.startsWith('Adobe') ? 'as it is' : null),
};

function keptSegment(marker: number, content: Uint8Array): Kept {
  if (marker === comment) return null;
  if (marker < application.first || marker > application.last) return 'as it is';
  return programs[marker]?.(content, signAt(content, 0, 12)) ?? null;
}

function plainExif(content: Uint8Array): Uint8Array | null {
  const orientation = orientationIn(content.subarray(exifSign.length));
  return orientation === null || orientation === 1 ? null : orientationSegment(orientation);
}

/** JFIF without its preview, which may show what was cut off. */
function plainJfif(content: Uint8Array): Uint8Array {
  assertStructure(content.byteLength >= 14);
  const head = content.slice(0, 14);
  head.fill(0, 12);
  return joined([Uint8Array.of(0xff, application.first, 0, 16), head]);
}

/** The orientation, 1 to 8, in a TIFF structure; null where there is none that makes sense. */
export function orientationIn(tiff: Uint8Array): number | null {
  const order = signAt(tiff, 0, 2);
  if ((order !== 'II' && order !== 'MM') || tiff.byteLength < 8) return null;
  const little = order === 'II';
  const view = viewOf(tiff);
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return null;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + 12 * index;
    if (at + 12 > tiff.byteLength) return null;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** A TIFF structure with one entry: the orientation. */
export function orientationTiff(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
}

function orientationSegment(orientation: number): Uint8Array {
  const content = joined([
    Uint8Array.from(exifSign, (one) => one.charCodeAt(0)),
    orientationTiff(orientation),
  ]);
  return joined([Uint8Array.of(0xff, application.exif, 0, content.byteLength + 2), content]);
}
