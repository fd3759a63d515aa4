import { shifted } from './calendar';
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
  const back = countedBack(context, number, to, name);
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
  const joined = words[0] === 'et' || words[0] === 'and' ? to + 1 : to;
  const part = context.tokens[joined]?.kind === 'figure' ? readNumber(context, joined) : null;
  const unit = part && unitAt(context, part);
  const isPart = unit && context.lexicon.timeUnits.get(unit.name) === 0;
  return isPart ? unit.to : to;
}

const frenchAgeNouns =
  /^(?:hommes?|femmes?|filles?|fillettes?|garçons?|garçonnets?|enfants?|adolescente?s?|mineure?s?|jeunes?|bébés?|octogénaires?|retraitée?s?|personnes?|âge|fils|fils|étudiante?s?|lycéen(?:ne)?s?|suspecte?s?|mère|père|salariée?s?|conducteurs?|conductrices?|élèves?|touristes?|ouvriers?)$/;

/** Where an age ends; null when the span is none. */
function ageEnd(context: BlockContext, number: NumberAt, to: number, name: string): number | null {
  if (/^(?:year|month|week|day)s?-old/.test(name)) return to;
  if (/^(?:years?|months?|weeks?|days?)$/.test(name)) {
    const next = lowerAt(context, to);
    if (next === 'old' || next === '-old') return to + 1;
    if (next === 'of' && lowerAt(context, to + 1) === 'age') return to + 2;
    return /^years?$/.test(name) && isAgedBefore(context, number.from) ? to : null;
  }
  return /^(?:ans?|mois)$/.test(name) && isFrenchAge(context, number, to) ? to : null;
}

/** “la chaudière a 41 ans”, and not “il y a 41 ans”. */
function isAgeVerb(context: BlockContext, from: number): boolean {
  return (
    /^(?:a|avait|aura|ont|avaient)$/.test(lowerAt(context, from - 1)) && lowerAt(context, from - 2) !== 'y'
  );
}

/** “à 59 ans”, and not “condamné à cinq ans de prison”. */
function isAtAge(context: BlockContext, from: number, to: number): boolean {
  if (/^(?:de|d'|ferme|fermes)$/.test(lowerAt(context, to))) return false;
  return ![2, 3, 4].some((back) => /^condamn|^peine/.test(lowerAt(context, from - back)));
}

/** “Gisèle Pradal, viticultrice, 61 ans,”: a name not far before. */
function isCapitalNear({ tokens }: BlockContext, from: number): boolean {
  const near = tokens.slice(Math.max(0, from - 9), from - 1);
  return near.some((token) => token.capital && token.sentence === tokens[from]?.sentence);
}

/** “aged of 24 and 41 years”, “the age of the oldest animal at 312 years”. */
function isAgedBefore(context: BlockContext, from: number): boolean {
  const sentence = context.tokens[from]?.sentence;
  for (let at = from - 1; at >= from - 4; at -= 1)
    if (context.tokens[at]?.sentence === sentence && lowerAt(context, at) === 'aged') return true;
  return false;
}

function isFrenchAge(context: BlockContext, { from, form }: NumberAt, to: number): boolean {
  const { tokens } = context;
  const before = tokens[from - 1];
  const next = tokens[to];
  const isClosed = !next || (next.kind === 'mark' && /^[,).;:–—»”"]$/.test(next.text)) || next.lower === 'et';
  if (before?.kind === 'mark') {
    const name = tokens[from - 2];
    return (
      /^[,(–—]$/.test(before.text) &&
      isClosed &&
      (before.text === '(' || name?.text === '»' || isCapitalNear(context, from))
    );
  }
  if (isAgeVerb(context, from) && isClosed) return true;
  if (before?.lower === 'à') return isAtAge(context, from, to);
  const noun = lowerAt(context, from - 2);
  if (before?.lower === 'de' && (/^âgée?s?$/.test(noun) || frenchAgeNouns.test(noun))) return true;
  if (before?.lower === 'de' && /^(?:plus|moins)$/.test(noun) && lowerAt(context, from - 3) === 'de')
    return true;
  if (before?.lower === 'de' && /^(?:plus|moins)$/.test(noun))
    return (
      /^(?:les|des|aux|âgée?s?)$/.test(lowerAt(context, from - 3)) ||
      /^âgée?s?$/.test(lowerAt(context, from - 4))
    );
  if (/^(?:les|des|aux)$/.test(before?.lower ?? '') && form === 'range') return true;
  return /^(?:fêt|souffl)/.test(noun) && before?.lower === 'ses';
}

/** “il y a trois ans”, “two weeks ago”: a date. */
function countedBack(context: BlockContext, number: NumberAt, to: number, name: string): number | null {
  const from = backFrom(context, number);
  const isAgo = lowerAt(context, to) === 'ago';
  if (from === null && !isAgo) return null;
  const days = context.lexicon.timeUnits.get(name) ?? 0;
  const unit = days >= 365 ? 'year' : days >= 30 ? 'month' : days >= 7 ? 'week' : 'day';
  const count = days >= 3652 ? (number.value ?? 0) * Math.round(days / 365) : (number.value ?? 0);
  const isCounted = context.published !== null && number.value !== null && days > 0;
  const resolved = isCounted && context.published ? shifted(context.published, { unit, by: -count }) : null;
  const end = isAgo ? to + 1 : to;
  put(context, from ?? number.from, end, { kind: 'date', code: 'relative-date', resolved });
  return end;
}

/** “a year earlier”, “deux ans plus tôt”: a date that counts from another one. */
function countedFromOther(context: BlockContext, from: number, to: number): number | null {
  const [first, second] = [lowerAt(context, to), lowerAt(context, to + 1)];
  const length =
    first === 'plus' && /^(?:tôt|tard)$/.test(second)
      ? 2
      : /^(?:earlier|later|auparavant)$/.test(first)
        ? 1
        : 0;
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
  const isVague = lexicon.vague.has(opener) || isFew;
  const isOne = /^(?:un|une|a|an|one)$/.test(opener);
  if (!isVague && !isOne) return null;
  let unit = isFew ? at + 2 : at + 1;
  if (isFew && lowerAt(context, unit) === 'of') unit += 1;
  if (!lexicon.timeUnits.has(lowerAt(context, unit)) || context.used[unit]) return null;
  if (lowerAt(context, unit) === 'second') return null;
  const back = countedBackVague(context, at, unit) ?? countedFromOther(context, at, unit + 1);
  if (back) return back;
  if (!isVague && !lexicon.spanBefore.has(lowerAt(context, at - 1))) return null;
  put(context, at, halfEnd(context, unit + 1), { kind: 'duration', code: 'duration' });
  return halfEnd(context, unit + 1);
}

function countedBackVague(context: BlockContext, at: number, unit: number): number | null {
  const isOne = /^(?:un|une|a|an|one)$/.test(lowerAt(context, at)) && unit === at + 1;
  const number: NumberAt = { from: at, to: unit, value: isOne ? 1 : null, form: 'words', isOrdinal: false };
  return countedBack(context, number, unit + 1, lowerAt(context, unit));
}

/** Where a time of day that begins at a token ends; null when none does. Nobody looks a bare hour up. */
export function timeOfDay(context: BlockContext, at: number): number | null {
  const { tokens } = context;
  const token = tokens[at];
  if (token?.kind !== 'figure') return null;
  return (
    clockFigures(context, at) ??
    frenchHour(context, at) ??
    (context.language === 'en' ? englishHour(context, at) : null)
  );
}

const isHour = (text: string): boolean => /^\d{1,2}$/.test(text) && Number(text) <= 24;
const isMinute = (text: string): boolean => /^[0-5]\d$/.test(text);

/** “9:30”, “10h30”, “10 h 30”. */
function clockFigures(context: BlockContext, at: number): number | null {
  const { tokens } = context;
  // “10H30” is one figure and one word.
  const glued = tokens[at + 1];
  const isGlued = glued?.gap === false && /^h[0-5]\d$/.test(glued.lower) && isHour(tokens[at]?.text ?? '');
  if (isGlued)
    return context.lexicon.clockBefore.has(lowerAt(context, at - 1)) || glued.text.startsWith('H')
      ? at + 2
      : null;
  const [hour, mark, minute] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!hour || !mark || !minute || !isHour(hour.text) || !isMinute(minute.text)) return null;
  if (mark.text === ':' && !mark.gap && !minute.gap) return dayHalf(context, at + 3);
  const isSpan = context.language === 'fr' && !context.lexicon.clockBefore.has(lowerAt(context, at - 1));
  return /^[hH]$/.test(mark.text) && !isSpan ? at + 3 : null;
}

function dayHalf(context: BlockContext, at: number): number {
  return /^(?:am|pm|a\.m\.|p\.m\.|gmt|bst|utc)$/.test(lowerAt(context, at)) ? at + 1 : at;
}

function frenchHour(context: BlockContext, at: number): number | null {
  const { tokens, lexicon } = context;
  if (!isHour(tokens[at]?.text ?? '') || !/^(?:heures?|h)$/.test(lowerAt(context, at + 1))) return null;
  const isClock = context.language === 'en' || lexicon.clockBefore.has(lowerAt(context, at - 1));
  if (!isClock || /^(?:de|d')$/.test(lowerAt(context, at + 2))) return null;
  return isMinute(tokens[at + 2]?.text ?? '') ? at + 3 : at + 2;
}

function englishHour(context: BlockContext, at: number): number | null {
  const { tokens } = context;
  if (!/^\d{1,2}(?:\.[0-5]\d)?$/.test(tokens[at]?.text ?? '')) return null;
  const behind = dayHalf(context, at + 1);
  if (behind > at + 1) return behind;
  return /^o'clock$/.test(lowerAt(context, at + 1)) ? at + 2 : null;
}
