import { textBlocks } from '#core/body/walk';
import { copyText } from '#core/claims/anchors';
import { fullDates, relativeDates } from '#core/language/dates';
import { scanQuotations } from '#core/language/quotations';
import type { ArticleLike, Suggestion } from './types';

/** Every checkable span of an article, in reading order. Pure; offsets are UTF-16 units in the copy of a block. */
export function suggestClaims({ body, metadata }: ArticleLike): Suggestion[] {
  const found: Suggestion[] = [];
  for (const { id, content } of textBlocks(body)) {
    const text = copyText(content);
    const add = (kind: 'quotation' | 'date', start: number, end: number, resolved: string | null): void => {
      const reason = { code: kind, params: {} };
      const words = text.slice(start, end);
      found.push({ kind, text: words, start, end, blockId: id, reason, speaker: null, resolved, worth: 50 });
    };
    for (const { start, text: said } of scanQuotations(text).quotations) {
      const from = text.indexOf(said, start);
      add('quotation', from, from + said.length, null);
    }
    for (const { start, end, day } of fullDates(text, metadata.language)) add('date', start, end, day);
    for (const { start, end } of relativeDates(text, metadata.language)) add('date', start, end, null);
  }
  return found;
}
