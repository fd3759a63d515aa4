import type { BlockContext } from './context';
import type { Run } from './runs';

/** “, 47,”, “, 47 ans”, “who”: what is said of people. */
export function isFollowedLikePerson({ lexicon, tokens }: BlockContext, to: number): boolean {
  const hasMark = tokens[to]?.text === ',' || tokens[to]?.text === '(';
  const next = hasMark ? tokens[to + 1] : tokens[to];
  if (next?.lower === 'who') return true;
  const isAge =
    hasMark &&
    ((next?.kind === 'figure' && /^\d{1,2}$/.test(next.text)) || isSmallNumber(lexicon, next?.lower));
  return isAge && /^(?:[,);–—]|ans)$/.test(tokens[to + 2]?.lower ?? '');
}

/** “Mia, nine, and”: the age of a child. */
function isSmallNumber({ cardinals }: BlockContext['lexicon'], lower: string | undefined): boolean {
  const value = cardinals.get(lower ?? '') ?? 0;
  return value > 1 && value < 10;
}

/** “two-year-old Dolly”, “son épouse, Paulette”: what stands before a first name alone. */
export function isNamedBeside({ lexicon, tokens }: BlockContext, from: number): boolean {
  const before = tokens[from - 1];
  if (before?.sentence !== tokens[from]?.sentence) return false;
  // “MM. Durand et Petit”
  const isSecond = /^(?:et|and)$/.test(before?.lower ?? '');
  if (isSecond && [3, 4].some((back) => /^(?:mm|mmes|messrs)$/.test(tokens[from - back]?.lower ?? '')))
    return true;
  if (/-year-old$/.test(before?.lower ?? '')) return true;
  if (before?.lower === '-year-old' || before?.lower === 'old') return true;
  const kin = before?.text === ',' ? from - 2 : from - 1;
  return lexicon.kin.has(tokens[kin]?.lower ?? '') && possessive.test(tokens[kin - 1]?.lower ?? '');
}

const possessive = /^(?:'s|whose|his|her|their|my|our|son|sa|leur|mon|ma|notre)$/;

/** “said Keller”, “Keller has said”. */
export function isSpeechBeside({ lexicon, tokens }: BlockContext, { from, to }: Run): boolean {
  const [before, next, afterNext] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  if (
    before?.kind === 'word' &&
    before.sentence === tokens[from]?.sentence &&
    lexicon.speech.has(before.lower)
  )
    return true;
  if (next?.kind !== 'word') return false;
  // “un sondage Odéa publié lundi”: a participle says nothing.
  if (/(?:é|ée|és|ées)$/.test(next.lower)) return false;
  return (
    lexicon.speech.has(next.lower) ||
    (lexicon.auxiliaries.has(next.lower) && lexicon.speech.has(afterNext?.lower ?? ''))
  );
}

/** “LONDON, Dec 4 (Meridian) -”, “PARIS (Relais Éco)--”: who sends the story. */
export function isAgencyInDateline({ tokens }: BlockContext, { from, to }: Run): boolean {
  const isBracketed = from < 12 && tokens[from - 1]?.text === '(' && tokens[to]?.text === ')';
  return isBracketed && /^[-–—]/.test(tokens[to + 1]?.text ?? '');
}

const credit =
  /^[([]?\s*(?:(?:additional )?(?:reporting|writing|editing|compiled|photographs?|photos?|translated)\b|editors?\b|reporters?\b)|\[(?:editor|reporter)/i;

/** “(Reporting by Nadia Fell and Arjun Mehrotra)”: whoever stands in a line of credits, behind its “by” or “and”. */
export function isCredited({ text, tokens }: BlockContext, from: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  return (
    /^(?:by|and|:|,|reporter|editor)$/.test(before) &&
    (credit.test(text) || /^(?:reporter|editor)$/.test(before))
  );
}
