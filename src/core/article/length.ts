/** What a line may hold, in characters as people count them. */
export interface LengthLimit {
  /** Up to here it is shown whole wherever it is used. */
  readonly good: number;
  /** Beyond this it is cut almost everywhere. */
  readonly most: number;
}

/**
 * How long the three headlines may be.
 *
 * - `seoHeadline`: a search result shows about 600 pixels of a title, which is 60 characters of mixed letters; past 70
 *   hardly any title is left whole. (Search engines publish no number; this is what desks measure and work by.)
 * - `shortHeadline`: 35 characters stand on one line of a phone's notification and of a mobile front page; at 40 most
 *   phones break or cut.
 * - `headline`: 80 characters make two lines on most front pages; 110 is what Google's guide for article mark-up gave as
 *   the most that a headline may have.
 */
export const lengthLimits = {
  headline: { good: 80, most: 110 },
  seoHeadline: { good: 60, most: 70 },
  shortHeadline: { good: 35, most: 40 },
} as const satisfies Record<string, LengthLimit>;

/** `long`: some places cut it; `over`: almost all do. */
export type LengthState = 'empty' | 'good' | 'long' | 'over';

export interface LengthReading {
  readonly count: number;
  readonly state: LengthState;
}

let segmenter: Intl.Segmenter | undefined;

/** Characters as people see them: an accent set apart, a flag or a family of emoji is one. Blanks count. */
export function countCharacters(text: string): number {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let count = 0;
  for (const _grapheme of segmenter.segment(text)) count += 1;
  return count;
}

/** How a line stands to its limit; blanks around it do not count. */
export function readLength(text: string, { good, most }: LengthLimit): LengthReading {
  const count = countCharacters(text.trim());
  if (count === 0) return { count, state: 'empty' };
  return { count, state: count <= good ? 'good' : count <= most ? 'long' : 'over' };
}
