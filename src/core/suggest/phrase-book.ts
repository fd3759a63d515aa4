import type { Language } from '#core/article/values';
import { lowerWords, type Token } from './tokens';

/**
 * Written-out forms of a phrase in a word list: `en raison (de|du|des|d’)` stands for four, an empty choice
 * (`hier (soir|)`) for one without.
 */
export function expand(phrase: string): string[] {
  const choice = /\(([^()]*)\)/.exec(phrase);
  if (!choice) return [phrase.replace(/\s+/g, ' ').trim()];
  const before = phrase.slice(0, choice.index);
  const behind = phrase.slice(choice.index + choice[0].length);
  return (choice[1] ?? '').split('|').flatMap((one) => expand(`${before}${one}${behind}`));
}

/** Phrases of a list: one a line or parted by commas. */
export function phrases(list: string): string[] {
  return list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .flatMap(expand);
}

/** Words of a list, parted by blanks. */
export function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

export interface Hit<T> {
  /** Number of tokens. */
  readonly length: number;
  readonly value: T;
}

/** Finds the longest phrase of a list at a token, by one look at its first word. */
export class PhraseBook<T> {
  private readonly byFirst = new Map<string, Entry<T>[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>, language: Language) {
    for (const [phrase, value] of entries)
      for (const form of expand(phrase)) this.add(lowerWords(form, language), value);
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** The words with which its phrases begin, in lower case. */
  firstWords(): Iterable<string> {
    return this.byFirst.keys();
  }

  private add(forms: readonly string[], value: T): void {
    const [first] = forms;
    if (first === undefined) return;
    const list = this.byFirst.get(first) ?? [];
    list.push({ words: forms, value });
    this.byFirst.set(first, list);
  }

  /** The longest phrase that begins at token `at`; null when there is none. */
  at(tokens: readonly Token[], at: number): Hit<T> | null {
    const first = tokens[at];
    const list = first && this.byFirst.get(first.lower);
    if (!list) return null;
    for (const { words: forms, value } of list) {
      let length = 1;
      while (length < forms.length && tokens[at + length]?.lower === forms[length]) length += 1;
      if (length === forms.length) return { length, value };
    }
    return null;
  }
}

/** A phrase book from plain lists: each phrase of a list gives the list's value. */
export function bookOf<T extends string>(
  lists: Readonly<Record<T, string>>,
  language: Language,
): PhraseBook<T> {
  const entries = (Object.keys(lists) as T[]).flatMap((value) =>
    phrases(lists[value]).map((phrase) => [phrase, value] as const),
  );
  return new PhraseBook(entries, language);
}
