import type { Block } from './schema';
import { bodyText } from './walk';

/**
 * Words as a desk counts them: runs of letters and digits, joined by an apostrophe, hyphen, dot or comma inside
 * ("l'Onu" is one, "3,5" is one, "« » —" are none).
 */
const word = /[\p{L}\p{N}]+(?:[’'.,\-‐‑][\p{L}\p{N}]+)*/gu;

export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

const counted = new WeakMap<Block, number>();

/** Words of one block, remembered as long as the block is the same object. */
export function countBlockWords(block: Block): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const words = countWords(bodyText([block], ' '));
  counted.set(block, words);
  return words;
}
