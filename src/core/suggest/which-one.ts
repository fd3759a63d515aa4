import type { Direction } from './calendar';
import { type BlockContext, lowerAt } from './context';
import { directionAt } from './tense';
import type { ReasonParams, SuggestionReason } from './types';

/** A date that was read. Token indexes; `to` is exclusive. */
export interface DateAt {
  readonly from: number;
  readonly to: number;
  readonly resolved: string | null;
  readonly code?: SuggestionReason;
  readonly params?: ReasonParams;
}

/** “last March”, “mars dernier”, “this June”: the word that says which one is part of the date. */
export function whichOne(
  context: BlockContext,
  at: number,
  end: number,
): { from: number; to: number; direction: Direction } {
  const { lexicon, language } = context;
  const word = language === 'fr' ? lowerAt(context, end) : lowerAt(context, at - 1);
  const isLast = lexicon.last.has(word);
  const isSaid = isLast || lexicon.next.has(word) || (language === 'en' && lexicon.current.has(word));
  if (!isSaid) return { from: at, to: end, direction: directionAt(context, at, end) };
  const direction = isLast ? 'past' : lexicon.next.has(word) ? 'future' : directionAt(context, at, end);
  return language === 'fr' ? { from: at, to: end + 1, direction } : { from: at - 1, to: end, direction };
}
