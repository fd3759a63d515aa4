/** A text as a row of words and marks of punctuation, in a spelling that typography does not change. */
export interface QuoteTokens {
  /** A number for each token; equal tokens have equal numbers, and one that the quotation does not have is −1. */
  readonly numbers: Int32Array;
  /** UTF-16 units in the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The largest source that is searched, in UTF-16 units. */
export const maximumSourceLength = 5 * 1024 * 1024;

/**
 * A word with what joins its halves (apostrophes, hyphens, soft hyphens, a hyphen at the end of a line), or a mark of
 * punctuation that a speaker could have meant. Quotation marks and dashes are typography: they are no tokens.
 */
const token =
  /[\p{L}\p{N}\p{M}\u00ad]+(?:(?:['’ʼ\-‐‑]|[-\u00ad][^\S\r\n]*\r?\n[^\S\r\n]*(?=\p{Ll}))[\p{L}\p{N}\p{M}\u00ad]+)*|\.\.\.|[.,;:!?…%€$£&+=/]/gu;

/** Letters and figures alone: how a word is joined, and which form its characters have, is typography. */
function keyOf(text: string): string {
  if (text === '...' || text === '…') return '…';
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}.,;:!?…%€$£&+=/]/gu, '');
}

/** Numbers for the tokens of a quotation, which the source is then read with. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  /** For each number whether it is a word, and no mark of punctuation. */
  readonly #words: boolean[] = [];
  #isOpen = true;

  /** From here on unknown tokens are −1. */
  close(): void {
    this.#isOpen = false;
  }

  get size(): number {
    return this.#numbers.size;
  }

  isWord(number: number): boolean {
    return this.#words[number] === true;
  }

  numberOf(text: string): number {
    const key = keyOf(text);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (!this.#isOpen) return -1;
    this.#numbers.set(key, this.#numbers.size);
    this.#words.push(/[\p{L}\p{N}]/u.test(key));
    return this.#numbers.size - 1;
  }
}

export function quoteTokens(text: string, dictionary: Dictionary): QuoteTokens {
  const numbers: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(token)) {
    numbers.push(dictionary.numberOf(match[0]));
    starts.push(match.index);
    ends.push(match.index + match[0].length);
  }
  return {
    numbers: Int32Array.from(numbers),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
  };
}

/** Where `part` stands in `whole` at or behind `from`, in tokens; −1 when it does not. Linear (Knuth, Morris, Pratt). */
export function indexOfRow(whole: Int32Array, part: Int32Array, from = 0): number {
  if (part.length === 0) return from <= whole.length ? from : -1;
  const fallback = fallbacks(part);
  let matched = 0;
  for (let at = from; at < whole.length; at += 1) {
    while (matched > 0 && whole[at] !== part[matched]) matched = fallback[matched - 1] ?? 0;
    if (whole[at] === part[matched]) matched += 1;
    if (matched === part.length) return at - matched + 1;
  }
  return -1;
}

function fallbacks(part: Int32Array): Int32Array {
  const table = new Int32Array(part.length);
  let matched = 0;
  for (let at = 1; at < part.length; at += 1) {
    while (matched > 0 && part[at] !== part[matched]) matched = table[matched - 1] ?? 0;
    if (part[at] === part[matched]) matched += 1;
    table[at] = matched;
  }
  return table;
}
