import { irregularPlurals, notFeminines, notPlurals } from './stem-words';

const shortest = 4;

/**
 * One stem for both languages, because a desk is bilingual and a query does not say its language: plurals and
 * feminines become one form, nothing else is cut. Takes a folded word; words of other scripts stay as they are.
 *
 * The rules are a union of
 * - the S-stemmer for English (D. Harman, “How Effective Is Suffixing?”, JASIS 42(1), 1991): -ies, -es, -s, not -ss;
 * - the minimal stemmer for French (J. Savoy, “A Stemming Procedure and Stopword List for General French Corpora”,
 *   JASIS 50(10), 1999): -x, -aux for -al, -s, -e, double consonant, in words of six letters and more.
 *
 * Where they disagree: Harman keeps -us and -is, Savoy does not. They go (`élus`, `lois`, `partis`), since a stem
 * need not be a word: `virus` is `viru` in texts and queries alike. Savoy's -r and -é are left alone.
 */
export function stem(word: string): string {
  const irregular = irregularPlurals.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < shortest || !isLatin(word)) return word;
  return masculine(singular(word));
}

function isLatin(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}

function singular(word: string): string {
  if (notPlurals.has(word)) return word;
  if (word.endsWith('x')) return withoutX(word);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Savoy's -x and -aux; but -eaux is -eau (`bateaux`), and short words in -aux and -oux have no plural (`taux`). */
function withoutX(word: string): string {
  if (word.endsWith('eaux') || word.endsWith('eux')) return word.slice(0, -1);
  if (word.length <= shortest) return word;
  if (word.endsWith('aux')) return `${word.slice(0, -2)}l`;
  return word.endsWith('oux') ? word.slice(0, -1) : word;
}

interface Ending {
  readonly from: string;
  readonly to: string;
  /** Letters that the word must have. */
  readonly least: number;
}

/**
 * Participles first: -ée is -é, but not in short words, where it would make others of them (`armée`, `année`,
 * `entrée`). The accents are gone by now.
 */
const participles: readonly Ending[] = [
  { from: 'eee', to: 'ee', least: 5 },
  { from: 'uee', to: 'ue', least: 4 },
  { from: 'ee', to: 'e', least: 7 },
];

/** The first that fits is the last step. */
const endings: readonly Ending[] = [
  /** Harman's -ies for -y, on both sides: `cities`, `économies`, `économie`. */
  { from: 'ie', to: 'y', least: 4 },
  /** `publique`, `public`. */
  { from: 'ique', to: 'ic', least: 6 },
  /** `élue`, `élu`. */
  { from: 'ue', to: 'u', least: 4 },
  /** What -s leaves of Harman's -es: `taxes`, `heroes`, `churches`, `dishes`, `classes`. */
  { from: 'xe', to: 'x', least: 4 },
  { from: 'oe', to: 'o', least: 5 },
  { from: 'che', to: 'ch', least: 5 },
  { from: 'she', to: 'sh', least: 5 },
  { from: 'sse', to: 'ss', least: 5 },
];
const leastForE = 6;

function masculine(word: string): string {
  if (!word.endsWith('e') || notFeminines.has(word)) return word;
  const participle = replaceEnding(word, participles) ?? word;
  if (participle.endsWith('ee')) return participle;
  const replaced = replaceEnding(participle, endings);
  if (replaced !== null) return replaced;
  return participle.length < leastForE ? participle : tidy(participle.slice(0, -1));
}

function replaceEnding(word: string, table: readonly Ending[]): string | null {
  for (const { from, to, least } of table) {
    if (word.length >= least && word.endsWith(from)) return word.slice(0, word.length - from.length) + to;
  }
  return null;
}

/** `européenn` → `européen`; `français`, which `français` has lost its own -s to. */
function tidy(word: string): string {
  const last = word.slice(-1);
  if ('lmnt'.includes(last) && word.at(-2) === last) return word.slice(0, -1);
  return word.endsWith('is') || word.endsWith('us') ? word.slice(0, -1) : word;
}
