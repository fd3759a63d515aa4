import type { QuoteComparison } from '#core/claims/quote-guard';
import type { Locator } from '#core/claims/schema';
import { quoteLocator } from '../find-quote';
import { limits } from '../limits';

/** What a checker gets to see of a comparison. */
export interface Verdict {
  readonly verdict: QuoteComparison['verdict'];
  /** From source to copy, word by word; empty unless words differ. */
  readonly pieces: QuoteComparison['pieces'];
  /** The source's own words, with what it has in between when the copy leaves something out; empty when not found. */
  readonly sourceWords: string;
  /** Where they stand; null when not found, or when it is too much for a locator. */
  readonly locator: Locator | null;
}

/** `text`: the source's, as it was compared. */
export function verdictOf({ verdict, spans, pieces }: QuoteComparison, text: string): Verdict {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return { verdict, pieces, sourceWords: '', locator: null };
  const words = text.slice(first.start, last.end);
  return {
    verdict,
    pieces,
    sourceWords: words.length <= limits.remark ? words : '',
    locator: quoteLocator(text, first.start, last.end),
  };
}

/** Whether somebody has to look at it: what is shown differs from what was said, or was not found at all. */
export function isAlarming(verdict: QuoteComparison['verdict']): boolean {
  return verdict === 'altered' || verdict === 'not-found';
}
