import type { Direction } from './calendar';
import type { BlockContext } from './context';

/** How far, in words, a verb can be from the date that it dates. */
const reach = 24;

const frenchPast = /^(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent)$/;
const englishPast = /^(?:was|were|had|did|has|have)$|ed$/;
const doubtful =
  /^(?:need|speed|indeed|expected|scheduled|planned|feed|seed|exceed|proceed|bed|red|required|hundred)$/;

/** Whether a date tells of what was or of what will be: the nearer verb decides, the past on a draw. */
export function directionAt(context: BlockContext, from: number, to: number): Direction {
  const past = nearest(context, from, to, isPast);
  const future = nearest(context, from, to, isFuture);
  return future < past ? 'future' : 'past';
}

function isPast(context: BlockContext, lower: string): boolean {
  const { lexicon, language } = context;
  if (doubtful.test(lower) || isFuture(context, lower)) return false;
  return lexicon.speech.has(lower) || (language === 'fr' ? frenchPast : englishPast).test(lower);
}

function isFuture({ lexicon }: BlockContext, lower: string): boolean {
  return lexicon.future.has(lower) || lexicon.futureEndings?.test(lower) === true;
}

/** What stands behind a date dates something else more often than what stands before it: so many words farther. */
const behindPenalty = 3;

/** Distance in words to the nearest token of the sentence that fits. */
function nearest(
  context: BlockContext,
  from: number,
  to: number,
  fits: (context: BlockContext, lower: string) => boolean,
): number {
  const sentence = context.tokens[from]?.sentence;
  const isFit = (at: number): boolean => {
    const token = context.tokens[at];
    if (token?.sentence !== sentence || token?.kind !== 'word' || !fits(context, token.lower)) return false;
    // “will be held”, “sera inauguré”: a participle behind a verb in the future.
    return (
      fits !== isPast || ![1, 2, 3].some((back) => isFuture(context, context.tokens[at - back]?.lower ?? ''))
    );
  };
  for (let away = 1; away <= reach; away += 1) {
    if (isFit(from - away)) return away;
    const behind = away - behindPenalty;
    if (behind >= 1 && isFit(to - 1 + behind)) return away;
  }
  return reach + 1;
}
