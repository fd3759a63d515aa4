import type { Language } from '#core/article/values';

/** The spellings that a dictionary is shipped for. English has two, and no article says which is its own. */
export const spellings = ['fr', 'en-GB', 'en-US'] as const;
export type Spelling = (typeof spellings)[number];

/** `system`: as the computer is set. */
export const englishSpellings = ['system', 'en-GB', 'en-US'] as const;
export type EnglishSpelling = (typeof englishSpellings)[number];

/** Words that somebody ignores in one sitting. */
export const mostIgnored = 2_000;

/**
 * The spelling of an article in `language`. A computer that is not set to American English has British English checked:
 * that is what Europe writes.
 * @param system the language that the computer is set to, as BCP 47
 */
export function spellingOf(language: Language, english: EnglishSpelling, system: string): Spelling {
  if (language === 'fr') return 'fr';
  if (english !== 'system') return english;
  return /^en-US\b/i.test(system) ? 'en-US' : 'en-GB';
}

/** English dictionaries suggest straight apostrophes; who has typed a curly one wants it back. */
export function suggestionFor(word: string, suggestion: string): string {
  return word.includes('’') ? suggestion.replaceAll("'", '’') : suggestion;
}

/** Articles and conjunctions that French writes onto the next word. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=.)/i;

/** What stands before a name that begins with a vowel, or with an h that may be silent. */
const beforeNames = ['l', 'd', 'qu'] as const;
const mayElide = /^[aeiouyhœæàâäéèêëîïôöùûü]/i;

/**
 * The forms that a word adds to the dictionary of the person. Chromium compares them as they are written: of “l’Ozène”
 * the name has to be there alone and behind each article, with either apostrophe.
 */
export function formsToLearn(word: string, spelling: Spelling | null): string[] {
  if (spelling !== 'fr') return [...new Set([word, word.replaceAll('’', "'"), word.replaceAll("'", '’')])];
  const [given = ''] = elision.exec(word) ?? [];
  const bare = word.slice(given.length);
  const elided = new Set(mayElide.test(bare) ? beforeNames : []);
  const prefix = given.slice(0, -1).toLowerCase();
  const before = prefix === '' ? [...elided] : [...new Set([...elided, prefix])];
  return [bare, ...before.flatMap((one) => ['’', "'"].map((mark) => `${one}${mark}${bare}`))];
}
