import { timeOfDay } from './clock';
import { type BlockContext, lowerAt, put, type ReadQuantity, take } from './context';
import { endOfCounted } from './counted';
import { type NumberAt, readNumber } from './numbers';
import { halfEnd, readSpan, vagueSpan } from './spans';
import type { SuggestionReason } from './types';

/** Numbers with what they count, percentages, sums of money and spans of time. Dates are taken already. */
export function findQuantities(context: BlockContext): void {
  let at = 0;
  while (at < context.tokens.length) at = quantityAt(context, at);
}

/** “two-person”, “four-minute”, “six-year-old”: a number word tied to what it counts. */
function tiedNumber(context: BlockContext, at: number): number | null {
  const { lexicon, language } = context;
  const lower = lowerAt(context, at);
  if (language !== 'en' || !lower.includes('-')) return null;
  const parts = lower.split('-');
  if (language !== 'en' || parts.length < 2 || context.tokens[at]?.kind !== 'word') return null;
  const counted = parts.findIndex((part) => !lexicon.cardinals.has(part) && !lexicon.scales.has(part));
  const name = parts[counted] ?? '';
  if (
    counted < 1 ||
    name === '' ||
    parts[0] === 'one' ||
    /^(?:and|to)$/.test(name) ||
    lexicon.collectives.has(name)
  )
    return null;
  const isAge = parts.at(-1) === 'old';
  const value = counted === 1 ? (lexicon.cardinals.get(parts[0] ?? '') ?? null) : null;
  const kind = lexicon.timeUnits.has(name) && !isAge ? 'duration' : 'number';
  return keep(context, kind, { from: at, value }, at + 1, isAge ? 'age' : kind);
}

/** Reads what begins at a token; gives the index where reading goes on. */
function quantityAt(context: BlockContext, at: number): number {
  if (context.used[at] || !canBegin(context, at)) return at + 1;
  const sign = signedMoney(context, at);
  if (sign) return sign;
  const clock = timeOfDay(context, at);
  if (clock) {
    take(context, at, clock);
    return clock;
  }
  const tied = tiedNumber(context, at);
  if (tied) return tied;
  const number = readNumber(context, at);
  if (!number) return vagueSpan(context, at) ?? at + 1;
  if (isPartOfName(context, number)) return number.to;
  return (
    percentage(context, number) ??
    money(context, number) ??
    readSpan(context, number) ??
    measured(context, number) ??
    counted(context, number)
  );
}

/** Most words begin no quantity: one look tells. */
function canBegin({ tokens, lexicon }: BlockContext, at: number): boolean {
  const token = tokens[at];
  if (!token || token.kind === 'figure') return token !== undefined;
  if (token.kind === 'mark') return lexicon.currencySigns.has(token.text);
  return (
    lexicon.quantityStarts.has(token.lower) ||
    lexicon.currencySigns.has(token.text) ||
    token.lower.includes('-')
  );
}

function keep(
  context: BlockContext,
  kind: ReadQuantity['kind'],
  { from, value }: Pick<NumberAt, 'from' | 'value'>,
  to: number,
  code: SuggestionReason = kind,
): number {
  put(context, from, to, { kind, code });
  const start = context.tokens[from]?.start ?? 0;
  const end = context.tokens[to - 1]?.end ?? start;
  context.quantities.push({ kind, from, to, value, start, end });
  return to;
}

/** “$4.5bn”, “£3m”, “US$12 million”, “€ 300”. */
function signedMoney(context: BlockContext, at: number): number | null {
  const { tokens, lexicon } = context;
  const token = tokens[at];
  if (!token || !lexicon.currencySigns.has(token.text) || tokens[at + 1]?.kind !== 'figure') return null;
  const number = readNumber(context, at + 1);
  if (!number || number.isOrdinal) return null;
  const glued = tokens[at - 1];
  const isGlued = glued && !token.gap && lexicon.currencySigns.has(glued.text + token.text);
  return keep(context, 'money', { from: isGlued ? at - 1 : at, value: number.value }, number.to);
}

function percentage(context: BlockContext, number: NumberAt): number | null {
  const hit = context.lexicon.percent.at(context.tokens, number.to);
  if (!hit && isPartOfPoint(context, number)) return keep(context, 'percentage', number, number.to + 1);
  return hit ? keep(context, 'percentage', number, number.to + hit.length) : null;
}

/** “0,25 point”: less than a whole point is one of a rate, and never one of a match. */
function isPartOfPoint({ tokens }: BlockContext, { from, to, value }: NumberAt): boolean {
  const isPart = value !== null && value < 5 && !Number.isInteger(value) && to - from === 1;
  return isPart && /^(?:percentage-)?points?$/.test(tokens[to]?.lower ?? '');
}

function money(context: BlockContext, number: NumberAt): number | null {
  const { tokens, lexicon } = context;
  const link = lowerAt(context, number.to);
  const from = link === 'de' || link === "d'" ? number.to + 1 : number.to;
  const hit = lexicon.currencies.at(tokens, from);
  if (!hit || context.used[from]) return null;
  // “50p” is money, “50 p” and “50 c” are not.
  if (/^[pc]$/.test(lowerAt(context, from)) && (tokens[from]?.gap || tokens[from]?.capital)) return null;
  return keep(context, 'money', number, from + hit.length);
}

/** A number with a unit: one-letter units are compared with their capitals. */
function measured(context: BlockContext, number: NumberAt): number | null {
  if (number.isOrdinal) return null;
  const { tokens, lexicon } = context;
  const link = lowerAt(context, number.to);
  const from = link === "d'" || link === 'de' ? number.to + 1 : number.to;
  const dashed = dashedUnit(context, number);
  if (dashed) return keep(context, 'number', number, dashed);
  const hit = lexicon.units.at(tokens, from);
  if (!hit || (from > number.to && !lexicon.collectives.has(lowerAt(context, number.to - 1)))) return null;
  const written = tokens
    .slice(from, from + hit.length)
    .map((token) => token.text)
    .join('');
  if (hit.value.length <= 2 && written !== hit.value) return null;
  const half = halfEnd(context, from + hit.length);
  return keep(context, 'number', signed(context, number), half);
}

/** “three times as many”, “deux fois plus”. */
function isMultiple(context: BlockContext, at: number): boolean {
  if (!/^(?:times|fois)$/.test(lowerAt(context, at))) return false;
  return /^(?:as|more|less|plus|moins|mieux|superior|supérieure?s?|inférieure?s?)$|er$/.test(
    lowerAt(context, at + 1),
  );
}

/** “Nine Winters” in quotation marks is a title. */
function isQuotedTitle({ tokens }: BlockContext, from: number, to: number): boolean {
  const [number, next] = [tokens[from], tokens[to]];
  return /^[“«"‘]$/.test(tokens[from - 1]?.text ?? '') && number?.capital === true && next?.capital === true;
}

/** “minus 1.8 degrees”: the sign belongs to what is measured. */
function signed(context: BlockContext, number: NumberAt): NumberAt {
  const isSigned =
    /^(?:minus|moins|[-−–])$/.test(lowerAt(context, number.from - 1)) && context.tokens[number.from - 1]?.gap;
  return isSigned ? { ...number, from: number.from - 1 } : number;
}

/** “12-storey”: the figure and what is tied to it. */
function dashedUnit({ tokens }: BlockContext, number: NumberAt): number | null {
  const token = tokens[number.to];
  if (token?.kind !== 'word' || token.gap || !/^[-‐‑]/.test(token.text)) return null;
  // “3-to-1”
  const isRatio = /^[-‐‑]to$/.test(token.lower) && tokens[number.to + 1]?.text === '-';
  return isRatio ? number.to + 3 : number.to + 1;
}

function counted(context: BlockContext, number: NumberAt): number {
  if (number.isOrdinal) return keep(context, 'number', number, number.to, 'rank');
  // “ten times as many” is a comparison, and its words are marked as one.
  if (isMultiple(context, number.to)) return number.to + 1;
  return keep(context, 'number', number, number.form === 'share' ? number.to : endOfCounted(context, number));
}

/** “article 49”, “Boeing 737”, “No. 10”: a figure that names a thing. */
function isPartOfName(context: BlockContext, { from, to, form }: NumberAt): boolean {
  const { tokens, lexicon } = context;
  const before = tokens[from - 1];
  if (tokens[to]?.gap === false && /^[-‐‑]\p{Lu}/u.test(tokens[to]?.text ?? '')) return true;
  if (!before || (form !== 'figure' && form !== 'range')) return isQuotedTitle(context, from, to);
  const name = before.text === '.' ? tokens[from - 2] : before;
  if (name && lexicon.numbered.has(name.lower) && tokens[from]?.gap !== false) return true;
  if (/^[°º]$/.test(before.text)) return true;
  const isBehindName =
    form === 'figure' &&
    to - from === 1 &&
    /^\d+$/.test(tokens[from]?.text ?? '') &&
    before.capital &&
    !before.initial &&
    before.kind === 'word' &&
    !context.used[from - 1];
  if (!isBehindName) return false;
  const next = tokens[to];
  return next?.kind !== 'word' || next.lower.startsWith('-') || lexicon.functionWords.has(next.lower);
}
