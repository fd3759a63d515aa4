import { addDays, weekdayOf } from '#core/suggest/calendar';
import type { Week } from './overview';

/** Milliseconds. */
const weekLength = 7 * 86_400_000;

/** The `count` weeks from Monday to Sunday of which the last one has `today` in it, oldest first. */
export function weeksUntil(today: string, count: number): Week[] {
  const monday = addDays(today, 1 - weekdayOf(today));
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(monday, (index + 1 - count) * 7);
    return { from, to: addDays(from, 6) };
  });
}

/** Which of some weeks it is in: their place, or -1. Both are asked for very often. */
export interface WeekFinder {
  /** Of a day, `YYYY-MM-DD`. */
  ofDay(day: string): number;
  /** Of an instant, milliseconds since 1970. */
  ofInstant(instant: number): number;
}

/** `midnight`: when a day begins on the clock on the wall, in milliseconds since 1970. */
export function weekFinder(weeks: readonly Week[], midnight: (day: string) => number): WeekFinder {
  const first = weeks[0]?.from ?? '';
  const last = weeks.at(-1)?.to ?? '';
  const starts = weeks.map(({ from }) => midnight(from));
  const start = starts[0] ?? Number.POSITIVE_INFINITY;
  const end = last === '' ? start : midnight(addDays(last, 1));
  const known = new Map<string, number>();
  return {
    ofDay(day) {
      if (day < first || day > last) return -1;
      const before = known.get(day);
      if (before !== undefined) return before;
      const at = Math.floor((Date.parse(day) - Date.parse(first)) / weekLength);
      known.set(day, at);
      return at;
    },
    ofInstant(instant) {
      if (!(instant >= start && instant < end)) return -1;
      // The clock may have been put forward or back since: an hour that counts at the edge of a week only.
      let at = Math.min(weeks.length - 1, Math.floor((instant - start) / weekLength));
      if (instant < (starts[at] ?? 0)) at -= 1;
      else if (instant >= (starts[at + 1] ?? end)) at += 1;
      return at;
    },
  };
}
