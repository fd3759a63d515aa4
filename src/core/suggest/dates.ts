import { calendarDay } from '#core/language/dates';
import {
  type Direction,
  dayOfMonth,
  dayOfWeekday,
  dayOfYear,
  monthNear,
  shifted,
  weekdayOf,
} from './calendar';
import { type BlockContext, isNext, lowerAt, put } from './context';
import { type DayAt, dayFirst, dayNumber, monthAt, rangeMark, readDayAndMonth, yearBehind } from './days';
import { findNumericDates } from './numeric-dates';
import { periodAt } from './periods';
import { directionAt } from './tense';
import { type DateAt, whichOne } from './which-one';
import { isYearHere, yearAt, yearRangeEnd } from './years';

/** Puts down every date of the block and takes its tokens. */
export function findDates(context: BlockContext): void {
  findNumericDates(context);
  let at = 0;
  while (at < context.tokens.length) {
    const date = context.used[at] ? null : dateAt(context, at);
    if (!date) {
      at += 1;
      continue;
    }
    const { from, to, resolved, code = 'date', params } = date;
    put(context, from, to, { kind: 'date', code, resolved, ...(params && { params }) });
    at = secondDay(context, to, resolved) ?? to;
  }
}

/** “April 16-20”, “March 3 to 5”: the second day has the month of the first. Gives the index behind it. */
function secondDay(context: BlockContext, at: number, first: string | null): number | null {
  const { tokens, language } = context;
  const mark = tokens[at];
  const isDash =
    mark !== undefined && rangeMark.test(mark.text) && !mark.gap && tokens[at + 1]?.gap === false;
  if (language !== 'en' || first === null || !(isDash || mark?.lower === 'to')) return null;
  const isBehindMonth =
    tokens[at - 1]?.kind === 'figure' && context.lexicon.months.has(lowerAt(context, at - 2));
  const day = isBehindMonth ? dayNumber(context, at + 1) : null;
  if (!day || day.day <= Number(first.slice(8)) || /^[\d%]/.test(lowerAt(context, day.to))) return null;
  const resolved = calendarDay(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day.day);
  put(context, at + 1, day.to, { kind: 'date', code: 'date', resolved });
  return day.to;
}

function dateAt(context: BlockContext, at: number): DateAt | null {
  const token = context.tokens[at];
  if (!token || !canBegin(context, at)) return null;
  return (
    withWeekday(context, at) ??
    dayAlone(context, at) ??
    relativePhrase(context, at) ??
    dayAndMonth(context, at) ??
    monthAlone(context, at) ??
    periodAt(context, at) ??
    yearAlone(context, at)
  );
}

/** Most words begin no date: one look tells. */
function canBegin({ tokens, lexicon }: BlockContext, at: number): boolean {
  const token = tokens[at];
  if (!token || token.kind === 'mark') return false;
  if (token.kind === 'figure' || lexicon.dateStarts.has(token.lower)) return true;
  return token.lower.startsWith('mi') || /^[ivx]+e/.test(token.lower);
}

const rangeWord = /^(?:au|et|à|to|and)$/;

function resolveDay(context: BlockContext, { day, month, year }: DayAt, direction: Direction): string | null {
  if (year !== null) return calendarDay(year, month, day);
  return context.published ? dayOfYear(context.published, month, day, direction) : null;
}

function dayAndMonth(context: BlockContext, at: number): DateAt | null {
  const date = readDayAndMonth(context, at);
  if (!date) return dayOfRange(context, at);
  const direction = directionAt(context, at, date.to);
  const resolved = resolveDay(context, date, direction);
  const isImpossible = calendarDay(date.year ?? 2024, date.month, date.day) === null;
  const which = date.year === null && context.language === 'fr' ? whichOne(context, at, date.to) : null;
  const to = which?.to ?? date.to;
  return { from: at, to, resolved, ...(isImpossible && { code: 'day-does-not-exist' }) };
}

/** “entre le 8 et le 14 décembre”, “du 3 au 5 mai”: the first day is a date, its month stands with the second. */
function dayOfRange(context: BlockContext, at: number): DateAt | null {
  const first = dayNumber(context, at);
  if (!first || !(rangeWord.test(lowerAt(context, first.to)) || rangeMark.test(lowerAt(context, first.to))))
    return null;
  const second = /^(?:le|the)$/.test(lowerAt(context, first.to + 1)) ? first.to + 2 : first.to + 1;
  const date = dayFirst(context, second);
  if (!date) return null;
  const resolved = resolveDay(context, { ...date, day: first.day }, directionAt(context, at, date.to));
  return { from: at, to: first.to, resolved };
}

const beforeDay = /^(?:of|on|before|by|until|since|after|till|from)$/;

/** “on the afternoon of the 13th”, “before the 30th”: a day whose month is the one that is talked of. */
function dayAlone(context: BlockContext, at: number): DateAt | null {
  const { language, tokens, published } = context;
  if (language !== 'en' || lowerAt(context, at - 1) !== 'the') return null;
  const found = dayNumber(context, at);
  if (!found || found.to !== at + 2 || !beforeDay.test(lowerAt(context, at - 2))) return null;
  const next = tokens[found.to];
  const isClosed = !next || next.kind === 'mark' || context.lexicon.functionWords.has(next.lower);
  if (!isClosed || next?.lower === 'of' || next?.text === '-') return null;
  const resolved = published && dayOfMonth(published, found.day, directionAt(context, at, found.to));
  return { from: at, to: found.to, resolved, code: 'relative-date' };
}

/** A weekday with its date, checked against the calendar, or by itself, counted from the day of publication. */
function withWeekday(context: BlockContext, at: number): DateAt | null {
  const { lexicon, tokens, language } = context;
  const weekday = lexicon.weekdays.get(lowerAt(context, at));
  if (weekday === undefined || (language === 'en' && !tokens[at]?.capital)) return null;
  let next = at + 1;
  if (lowerAt(context, next) === ',') next += 1;
  if (/^(?:le|the)$/.test(lowerAt(context, next))) next += 1;
  const date = isNext(context, next) ? readDayAndMonth(context, next) : null;
  if (!date) return weekdayAlone(context, at, weekday);
  const fitting = yearOfWeekday(context, date, weekday);
  const resolved = fitting ?? resolveDay(context, date, directionAt(context, at, date.to));
  const isThis = lexicon.current.has(lowerAt(context, at - 1));
  return {
    from: isThis ? at - 1 : at,
    to: date.to,
    resolved,
    ...weekdayProblem(weekday, resolved, date.year !== null),
  };
}

/** Without a year the weekday tells which is meant: the nearest year, half a year at most away. */
function yearOfWeekday(
  { published }: BlockContext,
  { day, month, year }: DayAt,
  weekday: number,
): string | null {
  if (year !== null || published === null) return null;
  const now = Number(published.slice(0, 4));
  const away = (one: string): number => Math.abs(Date.parse(one) - Date.parse(published));
  const fitting = [now - 1, now, now + 1]
    .map((one) => calendarDay(one, month, day))
    .filter((one) => one !== null && weekdayOf(one) === weekday)
    .sort((a, b) => away(a ?? '') - away(b ?? ''));
  return fitting[0] ?? null;
}

/** “Monday 12 May 2026” when it was a Tuesday. Without a year the nearest one may be another: asked only when close. */
function weekdayProblem(
  weekday: number,
  resolved: string | null,
  hasYear: boolean,
): Pick<DateAt, 'code' | 'params'> {
  if (resolved === null) return hasYear ? { code: 'day-does-not-exist' } : {};
  const actual = weekdayOf(resolved);
  return actual === weekday ? {} : { code: 'weekday-is-wrong', params: { day: resolved, weekday: actual } };
}

/** A weekday by itself, with the word that says which one is meant. */
function weekdayAlone(context: BlockContext, at: number, weekday: number): DateAt {
  const { lexicon, language } = context;
  const word = lowerAt(context, language === 'fr' ? at + 1 : at - 1);
  const isLast = lexicon.last.has(word);
  const isNextOne = lexicon.next.has(word);
  const isSaid = isLast || isNextOne;
  const hasWordBefore = lexicon.current.has(lowerAt(context, at - 1)) || (language === 'en' && isSaid);
  const from = hasWordBefore ? at - 1 : at;
  const to = weekdayEnd(context, language === 'fr' && isSaid ? at + 2 : at + 1, isSaid);
  const direction = isLast ? 'before' : isNextOne ? 'future' : directionAt(context, from, to);
  const resolved = context.published ? dayOfWeekday(context.published, weekday, direction) : null;
  return { from, to, resolved, code: 'relative-date' };
}

/** “lundi 12”: in French the day of the month may stand without its month. */
function weekdayEnd(context: BlockContext, to: number, isSaid: boolean): number {
  const number = context.language === 'fr' && !isSaid && isNext(context, to) ? dayNumber(context, to) : null;
  return number?.to ?? to;
}

function relativePhrase(context: BlockContext, at: number): DateAt | null {
  const hit = context.lexicon.relative.at(context.tokens, at);
  if (!hit) return null;
  let to = at + hit.length;
  // “demain vendredi”, “yesterday, Monday”
  if (context.lexicon.weekdays.has(lowerAt(context, to)) && isNext(context, to) && hit.value?.unit === 'day')
    to += 1;
  const resolved = context.published && hit.value ? shifted(context.published, hit.value) : null;
  return { from: at, to, resolved, code: 'relative-date' };
}

/** “mars 2025”, “last March”, “en juin”, “mi-mai”. */
function monthAlone(context: BlockContext, at: number): DateAt | null {
  const { lexicon, published } = context;
  const lower = lowerAt(context, at);
  const halved = /^mi(?:d|-)-?(.+)$/.exec(lower.startsWith('mi') ? lower : '');
  const month = halved ? lexicon.months.get(halved[1] ?? '') : lexicon.months.get(lower);
  if (month === undefined || (!halved && !isMonthHere(context, at))) return null;
  const found = monthAt(context, at);
  const end = found?.to ?? at + 1;
  const { year, to } = yearBehind(context, end);
  if (year !== null) return { from: at, to, resolved: calendarDay(year, month, 1) };
  const { from, to: last, direction } = whichOne(context, at, end);
  const resolved = published ? monthNear(published, month, direction) : null;
  return { from, to: last, resolved, code: 'relative-date' };
}

const ambiguousMonths = /^(?:may|march|mars)$/;

/** Words that are months and something else are months behind a preposition or before a year. */
function isMonthHere(context: BlockContext, at: number): boolean {
  const { lexicon, tokens, language } = context;
  const lower = lowerAt(context, at);
  if (!lexicon.fullMonths.has(lower)) return false;
  if (language === 'en' && !tokens[at]?.capital) return false;
  if (!ambiguousMonths.test(lower))
    return (
      language === 'en' || !tokens[at]?.capital || tokens[at]?.initial === true || isMonthBeside(context, at)
    );
  if (yearAt(context, at + 1) !== null) return true;
  const before = tokens[at - 1];
  if (!before || (before.lower === 'the' && lower !== 'mars')) return false;
  return lexicon.beforeMonth.has(before.lower) && !tokens[at + 1]?.capital;
}

/** Translated copy writes “Juin 2021”, “en Février”. */
function isMonthBeside(context: BlockContext, at: number): boolean {
  return yearAt(context, at + 1) !== null || context.lexicon.beforeMonth.has(lowerAt(context, at - 1));
}

function yearAlone(context: BlockContext, at: number): DateAt | null {
  const year = yearAt(context, at);
  if (year === null || !isYearHere(context, at)) return null;
  const era = /^(?:ad|bc|bce|ce)$/.test(lowerAt(context, at + 1)) ? 1 : 0;
  return {
    from: at,
    to: (yearRangeEnd(context, at) ?? at + 1) + era,
    resolved: era > 0 ? null : calendarDay(year, 1, 1),
  };
}
