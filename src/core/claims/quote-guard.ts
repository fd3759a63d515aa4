import { type Piece, wordPieces } from '#core/body/word-pieces';
import { Dictionary, indexOfRow, maximumSourceLength, type QuoteTokens, quoteTokens } from './quote-tokens';
import { aligned, closestWindow } from './quote-window';

/** A stretch of the source in UTF-16 units; `end` exclusive. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * - `identical`: the source has these very characters; only line ends and widths of blanks differ
 * - `typography`: the same words; quotation marks, apostrophes, dashes, hyphens, no-break blanks or the capital of the
 *   first word differ
 * - `elided`: the same words in the same order, with the cuts that the quotation shows
 * - `altered`: words differ; `pieces` turn the source's words into the quotation's
 * - `not-found`: nothing in the source resembles it
 */
export type QuoteVerdict = 'identical' | 'typography' | 'elided' | 'altered' | 'not-found';

export interface QuoteComparison {
  readonly verdict: QuoteVerdict;
  /** Where the source says it, one stretch for each part of an elided quotation; empty when not found. */
  readonly spans: readonly SourceSpan[];
  /** What differs, word by word, from source to quotation; empty unless altered. */
  readonly pieces: readonly Piece[];
}

const notFound: QuoteComparison = { verdict: 'not-found', spans: [], pieces: [] };

/** How a cut is shown: […], (…), [...]. */
const shownCut = /(?<!\s)\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\))\s*/gu;
/** A bare row of dots may be a cut, or how the speaker broke off. */
const bareCut = /(?<!\s)\s*(?:…|\.\.\.)\s*/gu;
const edges = /^[\s«»“”„"'‘’‹›]+|(?<![\s«»“”„"'‘’‹›])[\s«»“”„"'‘’‹›]+$/gu;

/**
 * Compares a quotation in the copy with the text of its source, at the place that fits best. Linear in the length of
 * the source, of which the first 5 MB are searched.
 */
export function compareQuotation(quotation: string, source: string): QuoteComparison {
  const quoted = quotation.replace(edges, '');
  const text = source.slice(0, maximumSourceLength);
  const dictionary = new Dictionary();
  const tokens = quoteTokens(quoted, dictionary);
  if (tokens.numbers.length === 0) return notFound;
  const twins = firstWordTwins(quoted, tokens, dictionary);
  dictionary.close();
  const whole = quoteTokens(text, dictionary);
  return (
    unbroken(quoted, tokens, text, whole, twins) ??
    elided(partsOf(quoted, shownCut, dictionary), whole, twins) ??
    elided(partsOf(quoted, bareCut, dictionary), whole, twins) ??
    altered(quoted, tokens, text, whole, dictionary)
  );
}

/** The first word's number and that of the same word with the other capital: copy gives and takes capitals. */
type Twins = readonly [first: number, twin: number];

function firstWordTwins(quoted: string, tokens: QuoteTokens, dictionary: Dictionary): Twins {
  const word = quoted.slice(tokens.starts[0], tokens.ends[0]);
  const head = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const other = head === head.toUpperCase() ? head.toLowerCase() : head.toUpperCase();
  return [tokens.numbers[0] ?? -1, dictionary.numberOf(other + word.slice(head.length))];
}

/** How many tokens there are without those that may end a quotation in the copy and not in the source. */
function lengthToMatch(quoted: string, { numbers, starts, ends }: QuoteTokens): number {
  let length = numbers.length;
  while (length > 1 && /^[.,;:…]/.test(quoted.slice(starts[length - 1], ends[length - 1]))) length -= 1;
  return length;
}

/** Where a row of tokens stands, with its first word in either spelling; −1 when it does not. */
function find(whole: QuoteTokens, row: Int32Array, from: number, [first, twin]: Twins): number {
  const at = indexOfRow(whole.numbers, row, from);
  if (row[0] !== first || first === twin) return at;
  const other = row.slice();
  other[0] = twin;
  const otherAt = indexOfRow(whole.numbers, other, from);
  return at < 0 || otherAt < 0 ? Math.max(at, otherAt) : Math.min(at, otherAt);
}

function spanOf({ starts, ends }: QuoteTokens, at: number, length: number): SourceSpan {
  return { start: starts[at] ?? 0, end: ends[at + length - 1] ?? 0 };
}

/** How many places with the same words are looked at for one with the same characters. */
const mostPlaces = 200;

/** The whole quotation in one stretch of the source. */
function unbroken(
  quoted: string,
  tokens: QuoteTokens,
  text: string,
  whole: QuoteTokens,
  twins: Twins,
): QuoteComparison | null {
  const length = lengthToMatch(quoted, tokens);
  const row = tokens.numbers.subarray(0, length);
  const characters = onOneLine(quoted.slice(tokens.starts[0], tokens.ends[length - 1]));
  let first: SourceSpan | null = null;
  let at = find(whole, row, 0, twins);
  for (let place = 0; at >= 0 && place < mostPlaces; place += 1) {
    const span = spanOf(whole, at, length);
    if (onOneLine(text.slice(span.start, span.end)) === characters)
      return { verdict: 'identical', spans: [span], pieces: [] };
    first ??= span;
    at = find(whole, row, at + 1, twins);
  }
  return first && { verdict: 'typography', spans: [first], pieces: [] };
}

/** Line ends and the width of ordinary blanks are nobody's words. */
function onOneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}

/** How many cuts a quotation may show. */
const mostParts = 50;

function partsOf(quoted: string, cut: RegExp, dictionary: Dictionary): Int32Array[] {
  return quoted
    .split(cut)
    .map((part) => {
      const tokens = quoteTokens(part, dictionary);
      return tokens.numbers.subarray(0, lengthToMatch(part, tokens));
    })
    .filter((row) => row.length > 0);
}

/** The parts of a quotation in their order, as close to each other as the source has them. */
function elided(parts: readonly Int32Array[], whole: QuoteTokens, twins: Twins): QuoteComparison | null {
  if (parts.length < 2 || parts.length > mostParts) return null;
  const places: number[] = [];
  let from = 0;
  for (const row of parts) {
    const at = find(whole, row, from, twins);
    if (at < 0) return null;
    places.push(at);
    from = at + row.length;
  }
  for (let index = parts.length - 2; index >= 0; index -= 1) {
    const row = parts[index] ?? new Int32Array(0);
    const end = places[index + 1] ?? 0;
    let next = places[index] ?? 0;
    while (next >= 0 && next + row.length <= end) {
      places[index] = next;
      next = find(whole, row, next + 1, twins);
    }
  }
  const spans = parts.map((row, index) => spanOf(whole, places[index] ?? 0, row.length));
  return { verdict: 'elided', spans, pieces: [] };
}

/** The stretch that resembles the quotation most, and what differs. */
function altered(
  quoted: string,
  tokens: QuoteTokens,
  text: string,
  whole: QuoteTokens,
  dictionary: Dictionary,
): QuoteComparison {
  const window = closestWindow(tokens.numbers, whole.numbers, dictionary);
  if (window === null) return notFound;
  const [start, end] = aligned(tokens.numbers, whole.numbers, window, dictionary);
  if (start >= end) return notFound;
  const span = spanOf(whole, start, end - start);
  return {
    verdict: 'altered',
    spans: [span],
    pieces: wordPieces(plainly(text.slice(span.start, span.end)), plainly(quoted)),
  };
}

/** A text in which only words differ: what the comparison does not count is not shown as a difference either. */
function plainly(text: string): string {
  return text
    .replace(/-[^\S\r\n]*\r?\n\s*(?=\p{Ll})|\u00ad/gu, '')
    .replace(/['ʼ]/g, '’')
    .replace(/\s+/g, ' ')
    .trim();
}
