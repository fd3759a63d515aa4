import { type BlockContext, isNext, lowerAt } from './context';
import { yearAt } from './years';

export interface DayAt {
  readonly to: number;
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

export function dayNumber(context: BlockContext, at: number): { day: number; to: number } | null {
  const { tokens, lexicon } = context;
  const token = tokens[at];
  if (token?.kind !== 'figure' || !/^\d{1,2}$/.test(token.text)) return null;
  const day = Number(token.text);
  if (day < 1 || day > 31) return null;
  const ending = tokens[at + 1];
  const isOrdinal =
    ending?.gap === false && (lexicon.ordinalEndings.has(ending.lower) || ending.lower === 'er');
  return { day, to: isOrdinal ? at + 2 : at + 1 };
}

/** The month at a token, with the full stop of a short one. */
export function monthAt(context: BlockContext, at: number): { month: number; to: number } | null {
  const { lexicon, tokens, language } = context;
  const month = lexicon.months.get(lowerAt(context, at));
  if (month === undefined || (language === 'en' && !tokens[at]?.capital)) return null;
  const isShort = !lexicon.fullMonths.has(lowerAt(context, at));
  const stop = tokens[at + 1];
  const goesOn = stop?.text === '.' && !stop.gap && tokens[at + 2]?.sentence === stop.sentence;
  const hasStop = isShort && goesOn;
  return { month, to: hasStop ? at + 2 : at + 1 };
}

/** A year behind a day and month, also behind a comma in English. */
export function yearBehind(context: BlockContext, at: number): { year: number | null; to: number } {
  const links = context.language === 'en' ? /^(?:,|of)$/ : /^de$/;
  const comma = links.test(lowerAt(context, at)) ? at + 1 : at;
  const year = yearAt(context, comma);
  return year !== null && isNext(context, comma) ? { year, to: comma + 1 } : { year: null, to: at };
}

export const rangeMark = /^[-–]$/;

/** “12 mai 2026”, “the 12th of May”, “1er mars”, “12-14 mai”, “May 12, 2026”, “Jan. 5”. */
export function readDayAndMonth(context: BlockContext, at: number): DayAt | null {
  return dayFirst(context, at) ?? monthFirst(context, at);
}

export function dayFirst(context: BlockContext, at: number): DayAt | null {
  const first = dayNumber(context, at);
  if (!first) return null;
  let { to } = first;
  if (/^(?:of|de)$/.test(lowerAt(context, to))) to += 1;
  const month = monthAt(context, to);
  if (!month) return null;
  const { year, to: end } = yearBehind(context, month.to);
  return { day: first.day, month: month.month, year, to: end };
}

function monthFirst(context: BlockContext, at: number): DayAt | null {
  if (context.language !== 'en') return null;
  const month = monthAt(context, at);
  const day = month && dayNumber(context, lowerAt(context, month.to) === 'the' ? month.to + 1 : month.to);
  if (!month || !day) return null;
  const { year, to } = yearBehind(context, day.to);
  return { day: day.day, month: month.month, year, to };
}
