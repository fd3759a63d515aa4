import type { SourceSpan } from '#core/claims/quote-guard';
import type { Locator } from '#core/claims/schema';
import { ask } from '../guard/ask';
import type { Paragraph } from './paragraphs';

/**
 * Where a locator stands in a text; empty when the text does not have it, null when `signal` stopped the search.
 */
export async function locateInText(
  locator: Locator,
  text: string,
  paragraphs: readonly Paragraph[],
  signal: AbortSignal,
): Promise<readonly SourceSpan[] | null> {
  if (locator.type === 'quote') return ask({ type: 'find', locator, text }, signal);
  const paragraph = locator.type === 'paragraph' ? paragraphs[locator.paragraph - 1] : undefined;
  return paragraph ? [{ start: paragraph.start, end: paragraph.start + paragraph.text.length }] : [];
}

/** The selected stretch of elements that say in `data-start` where in the text they begin; null: nothing is selected. */
export function selectedSpan(box: HTMLElement): SourceSpan | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>('[data-start]');
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + before.toString().length;
}
