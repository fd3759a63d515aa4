import type { Language } from '#core/article/schema';
import { fold, wordsOf } from './words';

export interface FoundDate {
  /** UTF-16 units; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface FullDate extends FoundDate {
  /** `YYYY-MM-DD` */
  readonly day: string;
}

const monthNames = (language: Language): string =>
  [...wordsOf[language].months, ...wordsOf[language].shortMonths]
    .sort((a, b) => b.length - a.length)
    .join('|');

const anyMonth = `(?:${monthNames('fr')}|${monthNames('en')})`;
const written = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(?:of\\s+)?(${anyMonth})\\.?,?\\s+(\\d{4})(?!\\d)`,
  'giu',
);
const american = new RegExp(
  `(?<!\\p{L})(${anyMonth})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
  'giu',
);
const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const numeric = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/g;

function monthNumber(name: string): number {
  const wanted = fold(name);
  for (const language of ['fr', 'en'] as const) {
    const { months, shortMonths } = wordsOf[language];
    const index = [months, shortMonths]
      .map((list) => list.findIndex((month) => fold(month) === wanted))
      .find((at) => at >= 0);
    if (index !== undefined) return index + 1;
  }
  return 0;
}

/** A day that the calendar has, as `YYYY-MM-DD`; null otherwise. */
export function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}

/** Day and month of a numeric date: French order in French; in English only when it can be no other way. */
function numericDay(a: number, b: number, year: number, language: Language): string | null {
  if (language === 'fr' || a > 12) return calendarDay(year, b, a);
  return b > 12 ? calendarDay(year, a, b) : null;
}

/** Dates that name a day, a month and a year, in reading order. Nothing is completed. */
export function fullDates(text: string, language: Language): FullDate[] {
  const found: FullDate[] = [];
  const take = (match: RegExpMatchArray, day: string | null): void => {
    const start = match.index ?? 0;
    if (day) found.push({ start, end: start + match[0].length, text: match[0], day });
  };
  for (const match of text.matchAll(written))
    take(match, calendarDay(Number(match[3]), monthNumber(match[2] ?? ''), Number(match[1])));
  for (const match of text.matchAll(american))
    take(match, calendarDay(Number(match[3]), monthNumber(match[1] ?? ''), Number(match[2])));
  for (const match of text.matchAll(iso))
    take(match, calendarDay(Number(match[1]), Number(match[2]), Number(match[3])));
  for (const match of text.matchAll(numeric))
    take(match, numericDay(Number(match[1]), Number(match[2]), Number(match[3]), language));
  return found.sort((a, b) => a.start - b.start);
}

const frenchDays = wordsOf.fr.weekdays.join('|');
const frenchMonths = wordsOf.fr.months.join('|');
const englishDays = wordsOf.en.weekdays.join('|');
const englishMonths = wordsOf.en.months.join('|');
const noYear = '(?![\\p{L}\\p{N}])(?!\\.?,?\\s+(?:de\\s+)?\\d{4})';

/** Expressions that mean a time only when one knows when they were written. */
const relative: Readonly<Record<Language, readonly RegExp[]>> = {
  fr: [
    `(?:${frenchDays})\\s+\\d{1,2}(?:er)?\\s+(?:${frenchMonths})${noYear}`,
    `\\d{1,2}(?:er)?\\s+(?:${frenchMonths})${noYear}`,
    `(?:${frenchDays})(?:\\s+(?:dernier|prochain|matin|midi|soir|après-midi))?(?!\\s+\\d)`,
    `(?:en|depuis|fin|début|mi-|dès|courant|d’ici|d'ici|au mois de)\\s?(?:${frenchMonths})(?:\\s+(?:dernier|prochain))?${noYear}`,
    `(?:${frenchMonths})\\s+(?:dernier|prochain)`,
    "(?:aujourd[’']hui|hier(?:\\s+(?:soir|matin))?|avant-hier|demain|après-demain)",
    '(?:ce\\s+(?:matin|midi|soir|mois|week-end|trimestre|printemps)|cet\\s+(?:après-midi|été|hiver|automne)|cette\\s+(?:nuit|semaine|année))',
    "(?:la\\s+semaine|l[’']année|la\\s+nuit|la\\s+saison)\\s+(?:dernière|prochaine|passée)",
    "(?:le\\s+mois|le\\s+week-end|l[’']an|l[’']été|l[’']hiver|l[’']automne|le\\s+printemps|le\\s+trimestre)\\s+(?:dernier|prochain|passé)",
    'il\\s+y\\s+a\\s+(?:quelques|\\d+|un|une|deux|trois|quatre|cinq|six|dix)\\s+(?:heures?|jours?|semaines?|mois|ans?|années?)',
  ].map((source) => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu')),
  en: [
    `(?:${englishDays}),?\\s+(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${englishMonths})|(?:${englishMonths})\\s+\\d{1,2}(?:st|nd|rd|th)?)${noYear}`,
    `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${englishMonths})|(?:${englishMonths})\\s+\\d{1,2}(?:st|nd|rd|th)?)${noYear}`,
    `(?:(?:last|next|this|on|late|early)\\s+)?(?:${englishDays})(?:\\s+(?:morning|afternoon|evening|night))?(?!,?\\s+(?:\\d|(?:${englishMonths})\\s+\\d))`,
    `(?:in|since|last|next|by|until|late|early|mid-)\\s?(?:${englishMonths})${noYear}`,
    '(?:today|yesterday|tomorrow|tonight|overnight)',
    '(?:last|next|this|earlier\\s+this|later\\s+this)\\s+(?:night|week|weekend|month|year|quarter|summer|winter|spring|autumn|fall|morning|afternoon|evening)',
    '(?:a|an|one|two|three|four|five|six|ten|several|few|\\d+)\\s+(?:hours?|days?|weeks?|months?|years?)\\s+ago',
  ].map((source) => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu')),
};

/** Relative dates and dates without a year, in reading order, none inside another and none inside a full date. */
export function relativeDates(text: string, language: Language): FoundDate[] {
  const full = fullDates(text, language);
  const found = relative[language]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundDate[] = [];
  for (const date of found) {
    const overlaps = (other: FoundDate): boolean => date.start < other.end && date.end > other.start;
    if (!full.some((other) => overlaps(other) || isWeekdayOf(text, date, other)) && !kept.some(overlaps))
      kept.push(date);
  }
  return kept;
}

/** “lundi 12 mai 2026”: the weekday belongs to the full date behind it. */
function isWeekdayOf(text: string, date: FoundDate, full: FoundDate): boolean {
  return date.end <= full.start && /^,?\s+(?:le\s+|the\s+)?$/.test(text.slice(date.end, full.start));
}
