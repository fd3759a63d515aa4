import { type BlockContext, lowerAt, put, type ReadQuantity, take } from './context';
import { endOfCounted } from './counted';
import { type NumberAt, readNumber } from './numbers';
import { readSpan, timeOfDay, vagueSpan } from './spans';
import type { SuggestionReason } from './types';

/** Numbers with what they count, percentages, sums of money and spans of time. Dates are taken already. */
export function findQuantities(context: BlockContext): void {
  let at = 0;
  while (at < context.tokens.length) at = quantityAt(context, at);
}

/** Reads what begins at a token; gives the index where reading goes on. */
function quantityAt(context: BlockContext, at: number): number {
  if (context.used[at]) return at + 1;
  const sign = signedMoney(context, at);
  if (sign) return sign;
  const clock = timeOfDay(context, at);
  if (clock) {
    take(context, at, clock);
    return clock;
  }
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
  return hit ? keep(context, 'percentage', number, number.to + hit.length) : null;
}

function money(context: BlockContext, number: NumberAt): number | null {
  const { tokens, lexicon } = context;
  const link = lowerAt(context, number.to);
  const from = link === 'de' || link === "d'" ? number.to + 1 : number.to;
  const hit = lexicon.currencies.at(tokens, from);
  if (!hit || context.used[from]) return null;
  // “50p” is money, “50 p” and “50 c” are not.
  if (/^[pc]$/.test(lowerAt(context, from)) && tokens[from]?.gap) return null;
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
  return keep(context, 'number', number, from + hit.length);
}

/** “12-storey”: the figure and what is tied to it. */
function dashedUnit({ tokens }: BlockContext, number: NumberAt): number | null {
  const token = tokens[number.to];
  return token?.kind === 'word' && !token.gap && /^[-‐‑]/.test(token.text) ? number.to + 1 : null;
}

function counted(context: BlockContext, number: NumberAt): number {
  if (number.isOrdinal) return keep(context, 'number', number, number.to, 'rank');
  return keep(context, 'number', number, endOfCounted(context, number));
}

/** “article 49”, “Boeing 737”, “No. 10”: a figure that names a thing. */
function isPartOfName(context: BlockContext, { from, to, form }: NumberAt): boolean {
  const { tokens, lexicon } = context;
  const before = tokens[from - 1];
  if (!before || form !== 'figure') return false;
  const name = before.text === '.' ? tokens[from - 2] : before;
  if (name && lexicon.numbered.has(name.lower) && tokens[from]?.gap !== false) return true;
  if (/^[°º]$/.test(before.text)) return true;
  const isBehindName = before.capital && !before.initial && before.kind === 'word' && !context.used[from - 1];
  if (!isBehindName) return false;
  const next = tokens[to];
  return !next || next.kind !== 'word' || next.lower.startsWith('-') || lexicon.functionWords.has(next.lower);
}
