import { ageEnd } from './ages';
import { addDays, shifted } from './calendar';
import { type BlockContext, lowerAt, put } from './context';
import { type NumberAt, readNumber } from './numbers';

/** What follows a number when it measures time: an age, a date counted back, a time of day or a span. */
export function readSpan(context: BlockContext, number: NumberAt): number | null {
  if (number.isOrdinal) return null;
  const unit = unitAt(context, number);
  if (!unit) return null;
  const { to, name } = unit;
  const age = ageEnd(context, number, to, name);
  if (age) return putSpan(context, number, age, 'number');
  const back = countedBack(context, number, to, name) ?? countedAhead(context, number, to, name);
  if (back) return back;
  return (
    countedFromOther(context, number.from, to) ?? putSpan(context, number, halfEnd(context, to), 'duration')
  );
}

function putSpan(context: BlockContext, number: NumberAt, to: number, kind: 'number' | 'duration'): number {
  put(context, number.from, to, { kind, code: kind === 'number' ? 'age' : 'duration' });
  const { tokens } = context;
  const start = tokens[number.from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  context.quantities.push({ kind, from: number.from, to, value: number.value, start, end });
  return to;
}

interface UnitAt {
  readonly to: number;
  readonly name: string;
}

/** The unit of time behind a number, also behind an adjective (“trois dernières années”) or a hyphen. */
function unitAt(context: BlockContext, number: NumberAt): UnitAt | null {
  const { lexicon, tokens } = context;
  let at = number.to;
  const glued = lowerAt(context, at);
  if (glued.startsWith('-') && tokens[at]?.gap === false) {
    const name = glued.slice(1).split('-')[0] ?? '';
    return lexicon.timeUnits.has(name) ? { to: at + 1, name: glued.slice(1) } : null;
  }
  if (glued === 'de' || glued === "d'" || (glued === 'of' && number.form === 'collective')) at += 1;
  while (at - number.to < 2 && isPeriodAdjective(context, at)) at += 1;
  const name = lowerAt(context, at);
  const isLetter = name === 'h' && tokens[at]?.text !== 'h';
  return lexicon.timeUnits.has(name) && !isLetter && !context.used[at] ? { to: at + 1, name } : null;
}

function isPeriodAdjective(context: BlockContext, at: number): boolean {
  const lower = lowerAt(context, at);
  return (
    context.lexicon.adjectivesBefore.has(lower) ||
    /^(?:consecutive|straight|full|long|further|more)$/.test(lower)
  );
}

/** “et demi”, “and a half”, “and 10 minutes”, “30 minutes”: still the same span. */
export function halfEnd(context: BlockContext, to: number): number {
  const words = [0, 1, 2].map((step) => lowerAt(context, to + step));
  if (words[0] === 'et' && /^demie?$/.test(words[1] ?? '')) return to + 2;
  if (words[0] === 'and' && words[1] === 'a' && words[2] === 'half') return to + 3;
  return smallerPart(context, to);
}

/** “three hours 20 minutes”, “six years and four months”: a smaller unit of the same span. */
function smallerPart(context: BlockContext, to: number): number {
  const { tokens, lexicon } = context;
  const joined = /^(?:et|and)$/.test(lowerAt(context, to)) ? to + 1 : to;
  const isFigure = tokens[joined]?.kind === 'figure';
  const part = isFigure || joined > to ? readNumber(context, joined) : null;
  const unit = part && unitAt(context, part);
  const days = unit && lexicon.timeUnits.get(unit.name);
  if (!unit || typeof days !== 'number') return to;
  const whole = lexicon.timeUnits.get(lowerAt(context, to - 1)) ?? 0;
  return days < whole || (isFigure && days === 0) ? unit.to : to;
}

/** “il y a trois ans”, “two weeks ago”: a date. */
function countedBack(context: BlockContext, number: NumberAt, to: number, name: string): number | null {
  const from = backFrom(context, number);
  const isAgo = lowerAt(context, to) === 'ago';
  if (from === null && !isAgo) return null;
  const end = isAgo ? to + 1 : to;
  const resolved = dayBack(context, number.value, context.lexicon.timeUnits.get(name) ?? 0);
  put(context, from ?? number.from, end, { kind: 'date', code: 'relative-date', resolved });
  return end;
}

function vagueNumber(from: number, to: number, opener: string): NumberAt {
  const isOne = to === from + 1 && /^(?:un|une|a|an|one)$/.test(opener);
  return { from, to, value: isOne ? 1 : null, form: 'words', isOrdinal: false };
}

/** “dans une semaine”, “two days from now”: a date that is to come. “Dans les trois jours” is a span. */
function countedAhead(context: BlockContext, number: NumberAt, to: number, name: string): number | null {
  const days = context.lexicon.timeUnits.get(name) ?? 0;
  const isIn =
    context.language === 'fr' && name !== 'année' && lowerAt(context, number.from - 1) === 'dans' && days > 0;
  const isFrom = lowerAt(context, to) === 'from' && /^(?:now|today)$/.test(lowerAt(context, to + 1));
  if (!isIn && !isFrom) return null;
  const from = isIn ? number.from - 1 : number.from;
  const end = isFrom ? to + 2 : to;
  const resolved = dayAhead(context, number.value, days);
  put(context, from, end, { kind: 'date', code: 'relative-date', resolved });
  return end;
}

/** Days and weeks are counted from the day of publication, longer units to their first day. */
function dayAhead(context: BlockContext, count: number | null, days: number): string | null {
  if (context.published === null || count === null) return null;
  if (days < 30) return addDays(context.published, count * days);
  return dayBack(context, -count, days);
}

const backUnits = [
  { unit: 'year', days: 365 },
  { unit: 'month', days: 30 },
  { unit: 'week', days: 7 },
  { unit: 'day', days: 1 },
] as const;

/** The first day of the unit so many units of `days` days back; hours are counted from no day. */
function dayBack({ published }: BlockContext, count: number | null, days: number): string | null {
  const found = backUnits.find((one) => days >= one.days);
  if (published === null || count === null || !found) return null;
  return shifted(published, { unit: found.unit, by: -count * Math.max(1, Math.round(days / found.days)) });
}

/** “a year earlier”, “deux ans plus tôt”: a date that counts from another one. */
function countedFromOther(context: BlockContext, from: number, to: number): number | null {
  const [first, second] = [lowerAt(context, to), lowerAt(context, to + 1)];
  const isPair = first === 'plus' && /^(?:tôt|tard)$/.test(second);
  const length = isPair ? 2 : /^(?:earlier|later|auparavant)$/.test(first) ? 1 : 0;
  if (length === 0 || /^(?:que|qu'|than)$/.test(lowerAt(context, to + length))) return null;
  put(context, from, to + length, { kind: 'date', code: 'date' });
  return to + length;
}

/** Where “il y a” begins before a number, words like “près de” and “environ” between them left alone. */
function backFrom(context: BlockContext, { from }: NumberAt): number | null {
  for (let skip = 0; skip <= 3; skip += 1) {
    const at = from - skip - 3;
    const words = [0, 1, 2].map((step) => lowerAt(context, at + step)).join(' ');
    if (words === 'il y a') return at;
    if (!/^(?:près|plus|moins|environ|presque|de|à|peine|quelque)$/.test(lowerAt(context, from - skip - 1)))
      return null;
  }
  return null;
}

/** A span without a number: “for a decade”, “pendant un an”, “several weeks”. */
export function vagueSpan(context: BlockContext, at: number): number | null {
  const { lexicon } = context;
  const opener = lowerAt(context, at);
  const isFew = opener === 'a' && lexicon.vague.has(lowerAt(context, at + 1));
  const half = halfSpan(context, at);
  if (half) return half;
  const isVague = lexicon.vague.has(opener) || isFew;
  const isOne = /^(?:un|une|a|an|one)$/.test(opener);
  if (!isVague && !isOne) return null;
  let unit = isFew ? at + 2 : at + 1;
  if (isFew && lowerAt(context, unit) === 'of') unit += 1;
  if (!isSpanUnit(context, at, unit)) return null;
  const back =
    countedBackVague(context, at, unit) ??
    countedAhead(context, vagueNumber(at, unit, opener), unit + 1, lowerAt(context, unit)) ??
    countedFromOther(context, at, unit + 1);
  if (back) return back;
  if (!isVague && !lexicon.spanBefore.has(lowerAt(context, at - 1))) return null;
  put(context, at, halfEnd(context, unit + 1), { kind: 'duration', code: 'duration' });
  return halfEnd(context, unit + 1);
}

/** Whether a unit of time behind an article measures a span: a second is also a rank, “about a quarter” a share. */
function isSpanUnit(context: BlockContext, at: number, unit: number): boolean {
  const name = lowerAt(context, unit);
  if (!context.lexicon.timeUnits.has(name) || context.used[unit] || name === 'second') return false;
  const before = lowerAt(context, at - 1);
  return name !== 'quarter' || !/^(?:about|nearly|almost|under|over|around|roughly|than)$/.test(before);
}

/** “half a century”, “half an hour”. */
function halfSpan(context: BlockContext, at: number): number | null {
  const isHalf = lowerAt(context, at) === 'half' && /^an?$/.test(lowerAt(context, at + 1));
  if (!isHalf || !context.lexicon.timeUnits.has(lowerAt(context, at + 2))) return null;
  put(context, at, at + 3, { kind: 'duration', code: 'duration' });
  return at + 3;
}

function countedBackVague(context: BlockContext, at: number, unit: number): number | null {
  const isOne = /^(?:un|une|a|an|one)$/.test(lowerAt(context, at)) && unit === at + 1;
  const number: NumberAt = { from: at, to: unit, value: isOne ? 1 : null, form: 'words', isOrdinal: false };
  return countedBack(context, number, unit + 1, lowerAt(context, unit));
}
