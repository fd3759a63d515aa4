import { fold } from '#core/language/words';
import type { DateField } from './query';

/** Both days are included; null: open on that side. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

interface WholeDays {
  readonly from: string;
  readonly to: string;
}

const dayLength = 86_400_000;

/** Days from today, by folded word. A week and a month end today; of what is due, they begin today. */
const words: Readonly<Record<string, readonly [number, number]>> = {
  today: [0, 0],
  "aujourd'hui": [0, 0],
  yesterday: [-1, -1],
  hier: [-1, -1],
  tomorrow: [1, 1],
  demain: [1, 1],
  week: [-6, 0],
  semaine: [-6, 0],
  month: [-29, 0],
  mois: [-29, 0],
};

const comparison = /^(>=|<=|>|<)?(.*)$/s;

/**
 * Reads `2026`, `2026-03`, `2026-03-04`, a word such as `today`, a range `a..b` that may be open on one side, or a
 * comparison such as `>=2026-03`. Null: none of them.
 *
 * @param today the day that words count from, `YYYY-MM-DD`
 */
export function parseDays(value: string, field: DateField, today: string): Days | null {
  const text = fold(value);
  const dots = text.indexOf('..');
  if (dots !== -1) return range(text.slice(0, dots).trim(), text.slice(dots + 2).trim(), field, today);
  const [, sign, rest = ''] = comparison.exec(text) ?? [];
  const days = wholeDays(rest.trim(), field, today);
  if (!days) return null;
  if (sign === '>=') return { from: days.from, to: null };
  if (sign === '>') return { from: dayAfter(days.to, 1), to: null };
  if (sign === '<=') return { from: null, to: days.to };
  return sign === '<' ? { from: null, to: dayAfter(days.from, -1) } : days;
}

/** Whether more typing could make a date of it. */
export function isDateBegun(value: string): boolean {
  const last = fold(value)
    .replace(/^[<>]=?/, '')
    .split('..')
    .at(-1)
    ?.replace(/\.$/, '');
  if (last === undefined || last === '') return true;
  if (Object.keys(words).some((word) => word.startsWith(last))) return true;
  return /^(?:\d{1,4}|\d{4}-[01]?|\d{4}-(?:0[1-9]|1[0-2])(?:-[0-3]?)?)$/.test(last);
}

function range(from: string, to: string, field: DateField, today: string): Days | null {
  const first = wholeDays(from, field, today);
  const last = wholeDays(to, field, today);
  if ((from !== '' && !first) || (to !== '' && !last) || (!first && !last)) return null;
  if (first && last && first.from > last.to) return null;
  return { from: first?.from ?? null, to: last?.to ?? null };
}

function wholeDays(text: string, field: DateField, today: string): WholeDays | null {
  const named = Object.hasOwn(words, text) ? words[text] : undefined;
  if (named) return namedDays(named, field, today);
  const [, year, month, day] = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (day !== undefined) return isDay(text) ? { from: text, to: text } : null;
  const from = `${year}-${month}-01`;
  return isDay(from) ? { from, to: lastOfMonth(Number(year), Number(month)) } : null;
}

function namedDays([from, to]: readonly [number, number], field: DateField, today: string): WholeDays | null {
  if (!isDay(today)) return null;
  if (field === 'due' && from < -1) return { from: today, to: dayAfter(today, -from) };
  return { from: dayAfter(today, from), to: dayAfter(today, to) };
}

function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && isoDay(instant) === text;
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function dayAfter(day: string, count: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + count * dayLength);
}

function lastOfMonth(year: number, month: number): string {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return dayAfter(next, -1);
}
