/**
 * Round numbers from 0 for an axis that has to hold `most`: whole, at most `count` of them above 0, the last one not
 * below `most`.
 */
export function ticksFor(most: number, count = 3): number[] {
  const wanted = Math.max(1, most) / count;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, wanted)));
  const step = [1, 2, 2.5, 5, 10]
    .map((factor) => factor * power)
    .find((one) => Number.isInteger(one) && one >= wanted);
  const each = step ?? Math.ceil(wanted);
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < most || ticks.length < 2) ticks.push(ticks.length * each);
  return ticks;
}
