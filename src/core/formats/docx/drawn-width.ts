import type { PictureSize } from '#core/picture-size';

/** 96 pixels to the inch, 914,400 EMU to the inch. */
const perPixel = 9_525;

/** How wide a picture is drawn, in EMU: as its article says, and one that fills the measure no wider than it is. */
export function drawnWidth(hundredths: number, size: PictureSize, measure: number): number {
  const asked = Math.round((measure * hundredths) / 100);
  return hundredths === 100 ? Math.min(asked, size.width * perPixel) : asked;
}

/** The other way round: hundredths of the measure for a picture that is drawn so wide; 100 when nothing was said. */
export function widthOf(drawn: number | null, size: PictureSize | null, measure: number): number {
  if (drawn === null) return 100;
  const isNatural = size !== null && Math.abs(drawn - size.width * perPixel) <= perPixel;
  if (isNatural) return 100;
  return Math.min(100, Math.max(10, Math.round((drawn / measure) * 100)));
}
