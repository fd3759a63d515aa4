import { type PictureKind, pictureKind } from './pictures';

/** The most pixels that a picture may have: the window unpacks it to four bytes for each, whatever the file weighs. */
export const maximumPixels = 100_000_000;

export interface PictureSize {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture of a few bytes may claim sides of 65,535: true for what would fill the memory once it is shown. */
export function hasTooManyPixels(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes);
  return size !== null && size.width * size.height > maximumPixels;
}

/** Width and height in pixels, as the header of the file has them; null when it has none that can be found. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const kind = pictureKind(bytes);
  if (kind === null) return null;
  try {
    const size = readers[kind](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // The file ends before its header does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const readers: Readonly<Record<PictureKind, (view: DataView) => PictureSize | null>> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  jpg: sizeOfJpeg,
  webp: sizeOfWebp,
  avif: sizeOfAvif,
};

/** ITU-T T.81, B.2.2: the size stands in the start of frame, 0xC0 to 0xCF without the three that are none. */
function sizeOfJpeg(view: DataView): PictureSize | null {
  for (let at = 2; ; ) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === 0xd9 || marker === 0xda) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // A marker may be filled up with 0xFF; those from 0xD0 to 0xD8 have no length.
    if (marker === 0xff) at += 1;
    else at += 2 + (marker >= 0xd0 && marker <= 0xd8 ? 0 : Math.max(2, view.getUint16(at + 2)));
  }
}

/** RFC 9649: extended, lossless or plain. */
function sizeOfWebp(view: DataView): PictureSize | null {
  const chunk = view.getUint32(12);
  if (chunk === 0x56503858)
    return {
      width: 1 + (view.getUint32(24, true) & 0xffffff),
      height: 1 + (view.getUint16(27, true) | (view.getUint8(29) << 16)),
    };
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** So far into the file the boxes are looked for that say how large its pictures are, in bytes. */
const boxes = 65_536;

/** ISO/IEC 23008-12, 6.5.3: each image has an `ispe` box; the largest one counts. */
function sizeOfAvif(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = 0; at + 16 <= Math.min(view.byteLength, boxes); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
