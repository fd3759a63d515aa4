import type { Language } from '#core/article/schema';
import { wordsOf } from './words';

export interface Sentence {
  /** UTF-16 units in the text; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An end of sentence: its mark, what closes behind it, then blank and something that can begin a sentence. */
const boundary =
  /(?<![.!?…])[.!?…]+[»”"’)\]]*(?:[\u00a0\u202f]»)?\s+(?=[«“"‘([—–-]?[\u00a0\u202f ]?[\p{Lu}\p{N}«“"])/gu;

/** Sentences of one block, in order, with everything between the first and the last character covered. */
export function sentences(text: string, language: Language): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    if (isAbbreviation(text, match.index, language)) continue;
    const end = match.index + match[0].trimEnd().length;
    found.push({ start, end, text: text.slice(start, end) });
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push({ start, end: text.length, text: text.slice(start) });
  return found;
}

/** The sentence that holds the character at `offset`. */
export function sentenceAt(text: string, offset: number, language: Language): Sentence {
  const all = sentences(text, language);
  return all.find((sentence) => offset < sentence.end) ?? { start: 0, end: text.length, text };
}

/** The full stop at `at` belongs to an abbreviation or an initial. */
function isAbbreviation(text: string, at: number, language: Language): boolean {
  if (text[at] !== '.') return false;
  const word = /[\p{L}.\-º]+$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  return /^\p{Lu}$/u.test(word) || wordsOf[language].abbreviations.includes(word);
}
