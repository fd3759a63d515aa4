import type { BlockContext } from './context';
import type { Run } from './runs';

/** “, 47,”, “, 47 ans”, “who”: what is said of people. */
export function isFollowedLikePerson({ tokens }: BlockContext, to: number): boolean {
  const hasMark = tokens[to]?.text === ',' || tokens[to]?.text === '(';
  const next = hasMark ? tokens[to + 1] : tokens[to];
  if (next?.lower === 'who') return true;
  const isAge = hasMark && next?.kind === 'figure' && /^\d{2}$/.test(next.text);
  return isAge && /^(?:[,)]|ans)$/.test(tokens[to + 2]?.lower ?? '');
}

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
