import type { Language } from '#core/article/values';

/** One day of a month sheet; `inMonth` is false for the days of its neighbours that fill the weeks. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly number: number;
  readonly inMonth: boolean;
}

export interface CalendarWeek {
  /** ISO 8601: week 1 is the one with the first Thursday of the year. */
  readonly number: number;
  readonly days: readonly CalendarDay[];
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const dayLength = 86_400_000;

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `2026-05` for `2026-05-12`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The day so many days later; earlier when `count` is negative. */
export function addDays(day: string, count: number): string {
  return dayOf(new Date(dateOf(day).getTime() + count * dayLength));
}

/** The same day so many months later, or the last one of that month where it has no such day. */
export function addMonths(day: string, count: number): string {
  const date = dateOf(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return dayOf(first);
}

/** Days since Monday: 0 to 6. */
export function weekday(day: string): number {
  return (dateOf(day).getUTCDay() + 6) % 7;
}

export function isoWeek(day: string): number {
  const thursday = addDays(day, 3 - weekday(day));
  const firstOfYear = dateOf(`${thursday.slice(0, 4)}-01-01`).getTime();
  return Math.floor((dateOf(thursday).getTime() - firstOfYear) / dayLength / 7) + 1;
}

/**
 * The whole weeks that hold a month (`YYYY-MM`), four to six of them. A week begins on Monday in both languages: the
 * English here is British, and a desk plans the week that leads to its weekend.
 */
export function monthSheet(month: string): readonly CalendarWeek[] {
  const first = `${month}-01`;
  const weeks: CalendarWeek[] = [];
  for (let monday = addDays(first, -weekday(first)); monthOf(monday) <= month; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((at): CalendarDay => {
      const day = addDays(monday, at);
      return { day, number: Number(day.slice(8)), inMonth: monthOf(day) === month };
    });
    weeks.push({ number: isoWeek(monday), days });
  }
  return weeks;
}

/** “mai 2026”, “May 2026”. */
export function monthTitle(month: string, language: Language): string {
  return show(`${month}-01`, language, { month: 'long', year: 'numeric' });
}

/** “mardi 12 mai 2026”, for who hears the calendar. */
export function longDay(day: string, language: Language): string {
  return show(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Monday first, in full and as they stand over a narrow column: “lundi”, “lun.”; “Monday”, “Mon”. */
export function weekdayNames(
  language: Language,
): readonly { readonly full: string; readonly short: string }[] {
  // 1 January 2024 was a Monday.
  return [0, 1, 2, 3, 4, 5, 6].map((at) => {
    const day = addDays('2024-01-01', at);
    return {
      full: show(day, language, { weekday: 'long' }),
      short: show(day, language, { weekday: 'short' }),
    };
  });
}

function show(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(dateOf(day));
}
