import { compareQuotation, type SourceSpan } from '#core/claims/quote-guard';
import type { Locator } from '#core/claims/schema';
import { clip, limits } from './limits';

export type QuoteLocator = Extract<Locator, { type: 'quote' }>;

/**
 * Where the words of a locator stand in a text, in UTF-16 units: with what stands around them, else the words alone,
 * else what has them in another typography; empty when nothing has.
 */
export function findQuote({ exact, prefix, suffix }: QuoteLocator, text: string): readonly SourceSpan[] {
  const around = text.indexOf(prefix + exact + suffix);
  const start = around < 0 ? text.indexOf(exact) : around + prefix.length;
  if (start >= 0) return [{ start, end: start + exact.length }];
  const { verdict, spans } = compareQuotation(exact, text);
  return verdict === 'altered' ? [] : spans;
}

/** The locator for a stretch of a text, with a little of what stands around it; null for an empty or endless one. */
export function quoteLocator(text: string, start: number, end: number): QuoteLocator | null {
  const exact = text.slice(start, end);
  if (exact.trim() === '' || exact.length > limits.exact) return null;
  return {
    type: 'quote',
    exact,
    prefix: tail(text.slice(Math.max(0, start - limits.around), start)),
    suffix: clip(text.slice(end, end + limits.around), limits.around).replace(/[\ud800-\udbff]$/, ''),
  };
}

/** Without the second half of a character whose first was cut off. */
function tail(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '');
}
