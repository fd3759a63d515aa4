import { calendarDay } from '#core/language/dates';
import type { TimeShift } from '#core/language/time-words';

/** Which of the days of one name is meant. */
export type Direction = 'past' | 'future' | 'before';

const dayLength = 86_400_000;

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** A day so many days away. */
export function addDays(day: string, count: number): string {
  return dayOf(utc(day) + count * dayLength);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(utc(day)).getUTCDay() || 7;
}

function parts(day: string): [year: number, month: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
}

function monthStart(year: number, month: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, 1));
  return calendarDay(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
}

/** The first day of the day, week (from Monday), weekend, month, quarter or year that is `by` units away. */
export function shifted(published: string, { unit, by }: TimeShift): string | null {
  const [year, month] = parts(published);
  const monday = addDays(published, 1 - weekdayOf(published));
  switch (unit) {
    case 'day':
      return addDays(published, by);
    case 'week':
      return addDays(monday, by * 7);
    case 'weekend':
      return addDays(monday, by * 7 + 5);
    case 'month':
      return monthStart(year, month + by);
    case 'quarter':
      return monthStart(year, Math.floor((month - 1) / 3) * 3 + 1 + by * 3);
    case 'year':
      return calendarDay(year + by, 1, 1);
  }
}

/**
 * The day of a bare weekday. Wire copy names its own day by its weekday, so the past begins with the day of
 * publication; `before` leaves that out (“last Monday”), the future begins with the day after it.
 */
export function dayOfWeekday(published: string, weekday: number, direction: Direction): string {
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  if (direction === 'future') return addDays(published, ahead === 0 ? 7 : ahead);
  if (ahead === 0) return direction === 'before' ? addDays(published, -7) : published;
  return addDays(published, ahead - 7);
}

/** A day and month without a year: the year of publication, or the one beside it that the sentence tells of. */
export function dayOfYear(
  published: string,
  month: number,
  day: number,
  direction: Direction,
): string | null {
  const [year] = parts(published);
  const here = calendarDay(year, month, day);
  if (!here) return calendarDay(year - 1, month, day);
  const ahead = (utc(here) - utc(published)) / dayLength;
  if (direction === 'future') return ahead < -31 ? calendarDay(year + 1, month, day) : here;
  return ahead > 31 ? calendarDay(year - 1, month, day) : here;
}

/** The first day of a month without a year. */
export function monthNear(published: string, month: number, direction: Direction): string | null {
  const [year, now] = parts(published);
  if (direction === 'future') return calendarDay(month < now ? year + 1 : year, month, 1);
  return calendarDay(month > now ? year - 1 : year, month, 1);
}

/** A day of a month that is not named: the last one so numbered, today included, or the next one. */
export function dayOfMonth(published: string, day: number, direction: Direction): string | null {
  const [year, month] = parts(published);
  const today = Number(published.slice(8, 10));
  const shift = direction === 'future' ? Number(day < today) : -Number(day > today);
  const start = monthStart(year, month + shift);
  return start && calendarDay(...parts(start), day);
}
