import type { Query, TextField } from './query';
import { stem } from './stem';
import { foldedWords, termsOf } from './terms';

/** Letters that may still be typed, and that stemming takes away again: `chevau` is on its way to `chevaux`, `cheval`. */
const completions = ['', 's', 'x', 'e', 'es', 'n'];

/**
 * Words of which the last one is the beginning of a word; null: there is no word. Terms are stems, so the letters as
 * they are typed find longer stems (`elec`, `election`), and the stems of what they may become are looked for beside
 * them where they do not begin alike (`elections`, `election`; `citi`, `city`).
 */
export function prefixQuery(text: string, field: TextField | null): Query | null {
  const before = termsOf(text).slice(0, -1);
  const last = foldedWords(text).at(-1);
  if (last === undefined) return null;
  const stems = new Set(
    completions.map((ending) => stem(last + ending)).filter((one) => !one.startsWith(last)),
  );
  const typed: Query = { type: 'words', terms: [...before, last], prefix: true, field };
  if (stems.size === 0) return typed;
  const whole = [...stems].map(
    (one): Query => ({ type: 'words', terms: [...before, one], prefix: false, field }),
  );
  return { type: 'or', parts: [typed, ...whole] };
}
