import type { Language } from '#core/article/schema';
import type { CutRule } from '#core/desk/schema';
import { fold } from '#core/language/words';

/**
 * Whether a whole text fits a desk's pattern, where `*` stands for any run of characters. Parts are looked for from
 * left to right, each once, so the work grows with the text and never explodes, whatever the pattern.
 */
export function fitsPattern(text: string, pattern: string): boolean {
  const parts = pattern.split('*').map(fold);
  const line = fold(text);
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return line === first;
  if (!line.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = line.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return line.endsWith(last) && line.length - last.length >= at;
}

/** The desk's rules that speak about this language and these places. */
export function deskRules(
  rules: readonly CutRule[],
  language: Language,
  places: readonly CutRule['place'][],
): CutRule[] {
  return rules.filter((rule) => (rule.language ?? language) === language && places.includes(rule.place));
}
