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

/** Which of the weeks a day is in: its place among them, or -1. Asked for very often, of few different days. */
export function weekFinder(weeks: readonly Week[]): (day: string) => number {
  const known = new Map<string, number>();
  const first = weeks[0]?.from ?? '';
  const last = weeks.at(-1)?.to ?? '';
  return (day) => {
    if (day < first || day > last) return -1;
    const before = known.get(day);
    if (before !== undefined) return before;
    const at = Math.floor((Date.parse(day) - Date.parse(first)) / weekLength);
    known.set(day, at);
    return at;
  };
}
