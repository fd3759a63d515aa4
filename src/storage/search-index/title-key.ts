import { fold } from '#core/language/words';

/**
 * What titles are sorted by: no case, no accents, nothing in front of the first letter or figure, so that
 * « L’eau » stands under L. Compared sign by sign, which SQLite does with an index; good for French and English.
 */
export function titleKey(title: string): string {
  return fold(title)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 80);
}
