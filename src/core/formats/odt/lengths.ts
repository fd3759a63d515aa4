import type { PictureSize } from '#core/picture-size';

/** Hundredths of a millimetre in each unit (ODF 1.3, part 3, 18.3.18). */
const units: Readonly<Record<string, number>> = {
  mm: 100,
  cm: 1_000,
  in: 2_540,
  inch: 2_540,
  pt: 2_540 / 72,
  pc: 2_540 / 6,
  px: 2_540 / 96,
};
const perPixel = 2_540 / 96;

/** A length in hundredths of a millimetre; null when it is none. */
export function lengthOf(text: string | undefined): number | null {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?|\.\d+)([a-z]+)\s*$/.exec(text ?? '') ?? [];
  const factor = units[unit];
  return number === undefined || factor === undefined ? null : Number(number) * factor;
}

/** The same, or hundredths of the measure. */
export function inMeasure(text: string | undefined, measure: number): number | null {
  const share = /^\s*(\d+(?:\.\d+)?)%\s*$/.exec(text ?? '')?.[1];
  return share === undefined ? lengthOf(text) : (Number(share) * measure) / 100;
}

/** How wide a picture is drawn: as its article says, and one that fills the measure no wider than it is. */
export function drawnWidth(hundredths: number, size: PictureSize, measure: number): number {
  const asked = (measure * hundredths) / 100;
  return hundredths === 100 ? Math.min(asked, size.width * perPixel) : asked;
}

/** The other way round: hundredths of the measure for a picture that is drawn so wide; 100 when nothing was said. */
export function widthOf(drawn: number | null, size: PictureSize | null, measure: number): number {
  if (drawn === null || drawn <= 0) return 100;
  const isNatural = size !== null && Math.abs(drawn - size.width * perPixel) <= perPixel;
  return isNatural ? 100 : Math.min(100, Math.max(10, Math.round((drawn / measure) * 100)));
}
