/** Chance that can be had again: `MARBRE_SEED=…` repeats a run. */
export const seed = Number(process.env.MARBRE_SEED ?? Date.now() % 2 ** 31);

export interface Chance {
  /** From 0 to under 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Numbers that follow from `start` alone (mulberry32). */
export function chanceFrom(start: number): Chance {
  let state = start >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: (list) => {
      const picked = list[between(0, list.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}

/** Whether there is time for the long variants of tests. */
export const isSoak = process.env.MARBRE_SOAK === '1';
