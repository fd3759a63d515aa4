import type { Language } from '#core/article/schema';
import { english } from './en/words';
import { french } from './fr/words';

/** What a language must bring for the rules to work in it. */
export interface LanguageWords {
  /** Words that occur in any text of the language, and hardly in another's. */
  readonly common: readonly string[];
  /** Words whose full stop ends no sentence. */
  readonly abbreviations: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** How verbs of speech begin. */
  readonly speech: readonly string[];
  readonly attribution: readonly string[];
  readonly unfinished: readonly string[];
}

export const wordsOf: Readonly<Record<Language, LanguageWords>> = { fr: french, en: english };

/** Text to compare by: lower case, without accents, straight apostrophes, plain spaces. Lengths may change. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[\u00a0\u202f\u2009\s]+/g, ' ')
    .toLowerCase()
    .trim();
}
