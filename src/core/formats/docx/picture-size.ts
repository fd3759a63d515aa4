import { pictureKind } from '#core/pictures';

export interface Size {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** 96 pixels to the inch, 914,400 EMU to the inch. */
const perPixel = 9_525;

/** The size that a picture says it has; null for kinds that are not read here, and for broken ones. */
export function pictureSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = pictureKind(bytes);
  const size =
    kind === 'png' && bytes.length >= 24
      ? { width: view.getUint32(16), height: view.getUint32(20) }
      : kind === 'gif' && bytes.length >= 10
        ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
        : kind === 'jpg'
          ? jpegSize(view)
          : null;
  return size && size.width > 0 && size.height > 0 ? size : null;
}

/** Segments up to the one that begins a frame (ITU T.81, B.2.2): SOF0 to SOF15 but for the tables among them. */
function jpegSize(view: DataView): Size | null {
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

/** How wide a picture is drawn, in EMU: as its article says, and one that fills the measure no wider than it is. */
export function drawnWidth(hundredths: number, size: Size, measure: number): number {
  const asked = Math.round((measure * hundredths) / 100);
  return hundredths === 100 ? Math.min(asked, size.width * perPixel) : asked;
}

/** The other way round: hundredths of the measure for a picture that is drawn so wide; 100 when nothing was said. */
export function widthOf(drawn: number | null, size: Size | null, measure: number): number {
  if (drawn === null) return 100;
  const isNatural = size !== null && Math.abs(drawn - size.width * perPixel) <= perPixel;
  if (isNatural) return 100;
  return Math.min(100, Math.max(10, Math.round((drawn / measure) * 100)));
}
