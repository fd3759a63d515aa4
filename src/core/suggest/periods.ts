import { calendarDay } from '#core/language/dates';
import { type BlockContext, lowerAt } from './context';
import { type DateAt, whichOne } from './which-one';
import { yearAt, yearRangeEnd } from './years';

/** Decades, centuries, seasons, quarters and feasts that begin at a token. */
export function periodAt(context: BlockContext, at: number): DateAt | null {
  return (
    eraAt(context, at) ??
    decadeAt(context, at) ??
    centuryAt(context, at) ??
    seasonAt(context, at) ??
    yearPartAt(context, at) ??
    holidayAt(context, at)
  );
}

/** “AD 64”, “64 BC”. */
function eraAt(context: BlockContext, at: number): DateAt | null {
  const { tokens } = context;
  const isFirst = tokens[at]?.text === 'AD' && tokens[at + 1]?.kind === 'figure';
  const isLast = tokens[at]?.kind === 'figure' && /^(?:AD|BC|BCE|CE)$/.test(tokens[at + 1]?.text ?? '');
  return isFirst || isLast ? { from: at, to: at + 2, resolved: null } : null;
}

const roman = /^[ivxl]+e(?:r|me)?$/i;

/** “années 1990”, “années 80”, “1990s”, “the ’90s”. */
function decadeAt(context: BlockContext, at: number): DateAt | null {
  const { tokens, lexicon } = context;
  const figure = tokens[at];
  const ending = tokens[at + 1];
  const isEnglish =
    context.language === 'en' && figure?.kind === 'figure' && ending?.lower === 's' && !ending.gap;
  if (isEnglish && /^(?:(?:1\d|20)\d0|[1-9]0)$/.test(figure.text)) {
    const mark = /^[’']$/.test(tokens[at - 1]?.text ?? '') ? at - 1 : at;
    const from = lowerAt(context, mark - 1) === 'the' ? mark - 1 : mark;
    return { from, to: at + 2, resolved: decadeStart(figure.text) };
  }
  if (!lexicon.decades.has(lowerAt(context, at)) || context.language !== 'fr') return null;
  const value = tokens[at + 1];
  if (value?.kind === 'figure' && /^(?:(?:1\d|20)\d0|[1-9]0)$/.test(value.text))
    return { from: at, to: at + 2, resolved: decadeStart(value.text) };
  const isWord =
    /^(?:dix|vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingts?|quatre-vingt-dix)$/.test(
      value?.lower ?? '',
    );
  return isWord ? { from: at, to: at + 2, resolved: null } : null;
}

function decadeStart(text: string): string | null {
  const year = Number(text);
  return calendarDay(text.length === 2 ? 1900 + year : year, 1, 1);
}

/** “XXe siècle”, “19th century”, “the eighteenth century”. */
function centuryAt(context: BlockContext, at: number): DateAt | null {
  const { lexicon, tokens } = context;
  const lower = lowerAt(context, at);
  const isFigure =
    tokens[at]?.kind === 'figure' &&
    lexicon.ordinalEndings.has(lowerAt(context, at + 1)) &&
    tokens[at + 1]?.gap === false;
  const end = isFigure ? at + 1 : at;
  const isOrdinal = isFigure || roman.test(tokens[at]?.text ?? '') || lexicon.ordinals.has(lower);
  const noun = lowerAt(context, end + 1).replace(/s$/, '');
  return isOrdinal && (lexicon.centuries.has(noun) || noun === 'centurie')
    ? { from: at, to: end + 2, resolved: null }
    : null;
}

const frenchSeasonBefore = /^(?:au|cet|ce|l'automne)$/;

/** “summer 2024”, “last spring”, “l’été dernier”, “à l’automne”. A season alone is weather, not a date. */
function seasonAt(context: BlockContext, at: number): DateAt | null {
  const { lexicon, language } = context;
  const season = lexicon.seasons.get(lowerAt(context, at));
  if (!season) return null;
  const link = /^(?:of|de)$/.test(lowerAt(context, at + 1)) ? at + 2 : at + 1;
  if (yearAt(context, link) !== null)
    return { from: at, to: yearRangeEnd(context, link) ?? link + 1, resolved: null };
  const which = whichOne(context, at, at + 1);
  if (which.from < at || which.to > at + 1) return { from: which.from, to: which.to, resolved: null };
  const before = lowerAt(context, at - 1);
  const isFrench =
    frenchSeasonBefore.test(before) ||
    (season === 'autumn' && before === "l'" && lowerAt(context, at - 2) === 'à');
  const isEnglish =
    before === 'this' || (before === 'the' && /^(?:in|by|until|since)$/.test(lowerAt(context, at - 2)));
  if (!(language === 'fr' ? isFrench : isEnglish)) return null;
  return { from: /^(?:cet|ce|this)$/.test(before) ? at - 1 : at, to: at + 1, resolved: null };
}

/** “first quarter of 2025”, “premier semestre”. */
function yearPartAt(context: BlockContext, at: number): DateAt | null {
  const hit = context.lexicon.yearParts.at(context.tokens, at);
  if (!hit) return null;
  let to = at + hit.length;
  const link = /^(?:of|de|d')$/.test(lowerAt(context, to)) ? to + 1 : to;
  const year = yearAt(context, link);
  if (year !== null) to = link + 1;
  // “the first half” of a match or of a book is no part of a year.
  if (year === null && /half/.test(lowerAt(context, to - 1))) return null;
  return {
    from: at,
    to,
    resolved: year === null ? lastPart(context, hit.value) : calendarDay(year, hit.value, 1),
  };
}

/** A quarter without a year is the last one that has begun. */
function lastPart({ published }: BlockContext, month: number): string | null {
  if (published === null) return null;
  const year = Number(published.slice(0, 4));
  const here = calendarDay(year, month, 1);
  return here && here <= published ? here : calendarDay(year - 1, month, 1);
}

function holidayAt(context: BlockContext, at: number): DateAt | null {
  const { lexicon, tokens } = context;
  const hit = lexicon.holidays.at(tokens, at);
  if (!hit || !tokens[at + hit.length - 1]?.capital) return null;
  const isName = tokens[at + hit.length]?.capital || (tokens[at - 1]?.capital && !tokens[at - 1]?.initial);
  if (isName) return null;
  const to = at + hit.length;
  return yearAt(context, to) !== null
    ? { from: at, to: to + 1, resolved: null }
    : { from: at, to, resolved: null };
}
