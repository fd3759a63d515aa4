/**
 * Words as a desk counts them: runs of letters and digits, joined by an apostrophe, hyphen, dot or comma inside
 * ("l'Onu" is one, "3,5" is one, "« » —" are none).
 */
const word = /[\p{L}\p{N}]+(?:[’'.,\-‐‑][\p{L}\p{N}]+)*/gu;

export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}
