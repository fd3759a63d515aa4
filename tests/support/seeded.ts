/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run: `MARBRE_SEED` to do one again, else another one each time. Tests print it when they fail. */
export const seed = Number(process.env.MARBRE_SEED ?? Date.now() % 1_000_000);

/** Whether there is time for the long variants of tests. */
export const isSoak = process.env.MARBRE_SOAK === '1';
