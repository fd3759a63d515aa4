import { canonicalJson } from '../canonical';
import type { Article } from './schema';

/**
 * Whether two versions of an article hold the same words: text, claims, notes, everything that somebody wrote. What is
 * chosen from a list or a calendar, and when it was saved, are not words.
 */
export function haveSameWords(one: Article, other: Article): boolean {
  return canonicalJson(words(one)) === canonicalJson(words(other));
}

function words({ metadata, ...rest }: Article): unknown {
  const { modified, tags, status, section, due, published, ...written } = metadata;
  return { ...rest, metadata: written };
}
