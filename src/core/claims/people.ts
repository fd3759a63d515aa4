import { fieldText } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { fold } from '#core/language/words';
import type { SignOffEntry } from './record-schema';

/**
 * A name to compare by: letter case, accents and blanks do not make another person. Null for nobody: two unnamed
 * people are never known to be two.
 */
export function personKey(name: string): string | null {
  const key = fold(name);
  return key === '' ? null : key;
}

export function isSamePerson(one: string, other: string): boolean {
  const key = personKey(one);
  return key !== null && key === personKey(other);
}

interface Written {
  readonly body: readonly Block[];
  readonly signOffs: readonly SignOffEntry[];
}

/** Who wrote the copy, as keys: the names in its byline and whoever signed as its reporter. */
export function authorsOf({ body, signOffs }: Written): ReadonlySet<string> {
  const names = fieldText(body, 'byline')
    .replace(/^\s*(?:par|by|de|textes?|story|reporting by)\s*:?\s+/iu, '')
    .split(/(?<!\s)\s*(?:[,;/&|·•\n]|\s(?:et|and|avec|with)\s)\s*/u);
  const signed = signOffs.flatMap((entry) =>
    entry.type === 'signed' && entry.role === 'reporter' ? [entry.by] : [],
  );
  return new Set([...names, ...signed].map(personKey).filter((key) => key !== null));
}
