import type { BlockContext, ReadQuantity } from './context';
import type { Draft } from './types';

/** How far two numbers of one sum can stand apart, in UTF-16 units. */
const reach = 90;
const ofWords =
  /^[\s\u00a0\u202f]*(?:\p{L}+[\s\u00a0\u202f]+){0,3}?(?:sur|of|out of|des|on)[\s\u00a0\u202f]+(?:les|the|its|ses|leurs|their|un total de|a total of)?[\s\u00a0\u202f]*$/u;
const shareWords =
  /(?:soit|or|ou|i\.e\.|about|around|environ|près de|nearly|roughly|\(|,|–|—|equivalent to|ce qui représente)[^.;!?]{0,25}$/iu;
const sumWords =
  /(?:soit|au total|en tout|a total of|in all|making|bringing the total to|for a total of|total(?:ling|ing)?|ce qui porte)[^.;!?]{0,40}$/iu;

/** Sums that do not come out: “12 of 30, or 60 %”, “3 morts, 2 blessés, soit 6 victimes”. */
export function findWrongSums(context: BlockContext): Draft[] {
  return [...wrongShares(context), ...wrongTotals(context)];
}

function between({ text }: BlockContext, a: ReadQuantity, b: ReadQuantity): string {
  return text.slice(a.end, b.start);
}

function isSameSentence({ tokens }: BlockContext, a: ReadQuantity, b: ReadQuantity): boolean {
  return tokens[a.from]?.sentence === tokens[b.from]?.sentence;
}

/** Whether two numbers stand close together, with such words between them. */
function isJoined(context: BlockContext, first: ReadQuantity, second: ReadQuantity, words: RegExp): boolean {
  return second.start - first.end <= reach && words.test(between(context, first, second));
}

/** Part, whole and percentage in a row; one unit of the last written digit is forgiven. */
function* wrongShares(context: BlockContext): Generator<Draft> {
  const { quantities, text } = context;
  for (let at = 0; at + 2 < quantities.length; at += 1) {
    const [part, whole, share] = [quantities[at], quantities[at + 1], quantities[at + 2]];
    if (!part || !whole || share?.kind !== 'percentage' || share.value === null) continue;
    if (!part.value || !whole.value || part.kind !== whole.kind || part.kind === 'percentage') continue;
    if (!isSameSentence(context, part, share)) continue;
    if (!isJoined(context, part, whole, ofWords) || !isJoined(context, whole, share, shareWords)) continue;
    const actual = (part.value / whole.value) * 100;
    const written = text.slice(share.start, share.end);
    if (Math.abs(actual - share.value) <= allowance(written)) continue;
    yield {
      kind: 'percentage',
      start: share.start,
      end: share.end,
      code: 'share-is-wrong',
      params: { part: part.value, whole: whole.value, actual: Math.round(actual * 10) / 10 },
    };
  }
}

function allowance(written: string): number {
  const decimals = /[.,](\d+)/.exec(written)?.[1]?.length ?? 0;
  return decimals === 0 ? 1 : 10 ** -decimals;
}

/** Counts in a row and a total behind “soit” or “in all”. */
function* wrongTotals(context: BlockContext): Generator<Draft> {
  const { quantities } = context;
  for (let at = 2; at < quantities.length; at += 1) {
    const total = quantities[at];
    const last = quantities[at - 1];
    if (
      !total?.value ||
      !last ||
      total.kind === 'percentage' ||
      !sumWords.test(between(context, last, total))
    )
      continue;
    const parts = partsBefore(context, at);
    if (parts.length < 2) continue;
    const sum = parts.reduce((known, part) => known + (part.value ?? 0), 0);
    if (Math.abs(sum - total.value) < 1e-9 * Math.max(1, sum)) continue;
    yield {
      kind: total.kind,
      start: total.start,
      end: total.end,
      code: 'sum-is-wrong',
      params: { sum, total: total.value },
    };
  }
}

/** The counts of the same kind right before a total, in its sentence, joined by commas and “and”. */
function partsBefore(context: BlockContext, at: number): ReadQuantity[] {
  const { quantities } = context;
  const total = quantities[at];
  const parts: ReadQuantity[] = [];
  for (let index = at - 1; index >= 0; index -= 1) {
    const part = quantities[index];
    const next = quantities[index + 1];
    if (
      !part ||
      !next ||
      !total ||
      part.kind !== total.kind ||
      part.value === null ||
      !isSameSentence(context, part, total)
    )
      break;
    const isJoined =
      index === at - 1 ||
      /^[^.;:!?]{0,40}(?:,|\bet\b|\band\b|\bplus\b)[^.;:!?]{0,25}$/iu.test(between(context, part, next));
    if (!isJoined) break;
    parts.push(part);
  }
  return parts;
}
