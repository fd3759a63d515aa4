/** The day on which the desk is: the last one on which anything was published. */
export const today = '2026-05-12';
const years = 10;

const dayLength = 86_400_000;
const last = Date.parse(`${today}T00:00:00.000Z`);

/** A day (`YYYY-MM-DD`) that lies `days` behind today; negative: before it. */
export function dayFromToday(days) {
  return new Date(last + days * dayLength).toISOString().slice(0, 10);
}

export function addDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** Less is published at weekends. Sunday first. */
const rhythm = [0.45, 1, 1.05, 1.05, 1.1, 1.15, 0.55];

/** Ends of the ten years' days, as shares of all that was published. */
const shares = (() => {
  const days = Math.round(365.25 * years);
  const weights = Array.from({ length: days }, (_, at) => {
    const date = new Date(last - (days - 1 - at) * dayLength);
    return { day: date.toISOString().slice(0, 10), weight: rhythm[date.getUTCDay()] };
  });
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  let reached = 0;
  return weights.map(({ day, weight }) => {
    reached += weight / sum;
    return { day, reached };
  });
})();

/** The day on which the article at `share` (0 to 1) of all of them was published. */
export function dayAt(share) {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle].reached < share) low = middle + 1;
    else high = middle;
  }
  return shares[low].day;
}

/** An instant on a day, between `from` and `to` o’clock UTC. */
export function instantOn(random, day, from = 5, to = 20) {
  const time = from * 3_600_000 + random.below((to - from) * 3_600_000);
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + time).toISOString();
}
