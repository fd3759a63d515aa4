import { pictureKind } from '#core/pictures';

export interface PictureSize {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The size that a picture says it has; null for kinds that are not read here, and for broken ones. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sizeReaders[pictureKind(bytes) ?? '']?.(view) ?? null;
  return size && size.width > 0 && size.height > 0 ? size : null;
}

const sizeReaders: Readonly<Record<string, (view: DataView) => PictureSize | null>> = {
  png: (view) => (view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) =>
    view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) },
  jpg: jpegSize,
};

/** Segments up to the one that begins a frame (ITU T.81, B.2.2): SOF0 to SOF15 but for the tables among them. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}
