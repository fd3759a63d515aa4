import type { Language } from '#core/article/values';

/** Endings of French verbs in -er; the accent of “préciser” stays where it is. */
const frenchEndings = 'e es ent é ée és ées ait aient a èrent era eront erait eraient ant er'.split(' ');

/** “céder” is “cède”, “appeler” is “appelle”, “annoncer” is “annonçait”, “rejeter” is “rejette”. */
function frenchStems(stem: string): string[] {
  const open = stem.replace(/[eé]([^aeiouyéè]{1,2})$/, 'è$1');
  const doubled = /e[lt]$/.test(stem) ? stem + stem.slice(-1) : stem;
  const soft = stem.replace(/c$/, 'ç').replace(/g$/, 'ge');
  return [...new Set([stem, open, doubled, soft])];
}

/** All forms of a verb in -er; others give themselves alone: their forms stand in the lists. */
function frenchForms(infinitive: string): string[] {
  const plain = infinitive.replace(/^s['’]|^se$/, '');
  if (!plain.endsWith('er')) return [plain];
  return frenchStems(plain.slice(0, -2)).flatMap((stem) => frenchEndings.map((ending) => stem + ending));
}

/** Third person, past and -ing of a regular verb; a doubled consonant where English doubles it. */
function englishForms(base: string): string[] {
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base))
    return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(base) ? base + base.slice(-1) : base;
  const third = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  return [base, third, `${base}ed`, `${base}ing`, `${doubled}ed`, `${doubled}ing`];
}

/** Every form of every verb of a list, in lower case. A form too many costs nothing: no text has it. */
export function verbForms(verbs: readonly string[], language: Language): string[] {
  return verbs.flatMap(language === 'fr' ? frenchForms : englishForms);
}
