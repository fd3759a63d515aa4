/** East Asian wide and full-width characters, and pictures of them: two columns each (UAX #11, blocks as a whole). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
/** Accents that stand on what is before them, joiners and other signs without a body. */
const empty = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** The columns that a text takes in a typewriter's face. */
export function textWidth(text: string): number {
  let width = 0;
  for (const point of text) width += empty.test(point) ? 0 : wide.test(point) ? 2 : 1;
  return width;
}
