import { WordScanner } from './scan';
import { stem } from './stem';

/** A word of a text, where it stands (UTF-16 units, end exclusive), and what it is indexed as. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** Longer words are cut: nobody looks for the end of a pasted key. Characters. */
const longestTerm = 64;
const longestCached = 40;
const cacheLimit = 200_000;

/** What was made of a raw word before: most words of a text are among the few thousand of its language. */
const cache = new Map<string, string>();

/**
 * The terms that a text is indexed by, in reading order; `docs/search.md` tells what counts as the same word. The
 * language does not matter. Terms are lower-case letters and figures only, so they can be joined with spaces and
 * told apart again by FTS5's `unicode61 remove_diacritics 0`.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  const words = new WordScanner(text);
  while (words.next()) {
    const term = termFor(text.slice(words.start, words.end));
    if (term !== '') terms.push(term);
  }
  return terms;
}

/** The same terms with their places, for marking what was found. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const words = new WordScanner(text);
  while (words.next()) {
    const { start, end } = words;
    const term = termFor(text.slice(start, end));
    if (term !== '') found.push({ start, end, term });
  }
  return found;
}

/** The words as `termsOf` has them, but not stemmed: what the beginning of a word is compared with. */
export function foldedWords(text: string): string[] {
  const folded: string[] = [];
  const words = new WordScanner(text);
  while (words.next()) {
    const word = foldWord(text.slice(words.start, words.end));
    if (word !== '') folded.push(word);
  }
  return folded;
}

function termFor(raw: string): string {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  if (raw.length > longestCached) return stem(foldWord(raw));
  if (cache.size >= cacheLimit) cache.clear();
  // A slice keeps the whole text that it was cut from alive, in the cache for good; a copy does not.
  const copy = ` ${raw}`.slice(1);
  const term = stem(foldWord(copy));
  cache.set(copy, term);
  return term;
}

const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};

/**
 * A word without case, accents and ligatures. Compatibility forms count as what they stand for (`ﬁ`, `m²`, full-width
 * letters); marks of all scripts go, because FTS5 takes some of them for separators; Hangul is put together again.
 */
function foldWord(raw: string): string {
  if (isPlain(raw)) return raw.length <= longestTerm ? raw : raw.slice(0, longestTerm);
  const folded = raw
    .normalize('NFKD')
    .replace(/[\p{M}\u02b9-\u02ff\u0640]/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđðþıħŧς]/g, (sign) => ligatures[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
  return folded.length <= longestTerm
    ? folded
    : [...folded.slice(0, 2 * longestTerm)].slice(0, longestTerm).join('');
}

/** Only a–z and 0–9: most words of news copy. */
function isPlain(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if ((unit < 0x61 || unit > 0x7a) && (unit < 0x30 || unit > 0x39)) return false;
  }
  return true;
}
