import { calendarDay } from '#core/language/dates';
import { type BlockContext, take } from './context';

const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
const numeric = /(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/g;

/** “12-May-2026” */
const named = /(?<![\d-])(\d{1,2})-(\p{L}{3,9})-(\d{4})(?![\d-])/gu;

/** Dates in figures alone: “2026-05-12”, “12/05/2026”. In English the order is known only when a part is over 12. */
export function findNumericDates(context: BlockContext): void {
  const { text } = context;
  if (!/\d[-/.][\d\p{L}]/u.test(text)) return;
  for (const match of text.matchAll(iso))
    putDate(context, match, calendarDay(Number(match[1]), Number(match[2]), Number(match[3])));
  for (const match of text.matchAll(named)) {
    const month = context.lexicon.months.get((match[2] ?? '').toLowerCase());
    if (month !== undefined) putDate(context, match, calendarDay(Number(match[3]), month, Number(match[1])));
  }
  for (const match of text.matchAll(numeric)) {
    const [a, b] = [Number(match[1]), Number(match[3])];
    if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12)) continue;
    // Two figures and a full stop are a version, a section or a score more often than a year.
    if (match[2] === '.' && match[4]?.length === 2) continue;
    putDate(context, match, numericDay(context, a, b, match));
  }
}

function numericDay(
  { language }: BlockContext,
  a: number,
  b: number,
  match: RegExpMatchArray,
): string | null {
  const written = Number(match[4]);
  const year = written < 100 ? (written > 50 ? 1900 : 2000) + written : written;
  // Full stops part days from months in the order of the Continent, whatever the language.
  if (language === 'fr' || a > 12 || match[2] === '.') return calendarDay(year, b, a);
  return b > 12 ? calendarDay(year, a, b) : null;
}

function putDate(context: BlockContext, match: RegExpMatchArray, resolved: string | null): void {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const from = context.tokens.findIndex((token) => token.end > start);
  let to = from;
  while ((context.tokens[to]?.start ?? end) < end) to += 1;
  take(context, from, to);
  context.drafts.push({ kind: 'date', code: 'date', start, end, resolved });
}
