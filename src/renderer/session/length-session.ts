import type { Article } from '#core/article/schema';
import { type Measures, placeholders } from '#core/body/measures';
import { editorPort } from './editor-port';
import { createStore } from './store';

/** How long the selection is; null when nothing is selected. */
export const selectionMeasures = createStore<Measures | null>(null);

let last = -1;

/** Goes to the next “TK”, around the end. */
export function nextPlaceholder(article: Article): void {
  const found = placeholders(article.body);
  if (found.length === 0) return;
  last = (last + 1) % found.length;
  const next = found[last];
  if (next) editorPort.get()?.selectIn(next.blockId, next.start, next.end);
}
