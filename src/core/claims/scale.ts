import type { Counting, ScaleEntry } from './values';

export type Scale = readonly ScaleEntry[];

/** The entry for an id; null when the desk's scale no longer has it. */
export function scaleEntry(scale: Scale, value: string): ScaleEntry | null {
  return scale.find(({ id }) => id === value) ?? null;
}

/** What an outcome counts as. One that the scale no longer knows leaves its claim open: nobody said what it means. */
export function countingOf(scale: Scale, value: string): Counting {
  return scaleEntry(scale, value)?.counts ?? 'open';
}
