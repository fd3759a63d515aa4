import { calendarDay } from '#core/language/dates';

/** The calendar day at the beginning of an ISO date, in the time zone in which it was written. */
export function dayIn(text: string | undefined): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text ?? '') ?? [];
  return calendarDay(Number(year), Number(month), Number(day)) ?? undefined;
}
