import type { ItemRange } from './pdf-text';

/** The name of the highlight in the style sheet. */
const name = 'evidence-place';

/** Marks stretches of runs without touching the page; gives what takes the marks away. */
export function markWords(runs: readonly HTMLElement[], ranges: readonly ItemRange[]): () => void {
  const marks = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, marks);
  const made = ranges.flatMap(({ item, start, end }) => {
    const words = runs[item]?.firstChild;
    if (!words) return [];
    const range = document.createRange();
    range.setStart(words, start);
    range.setEnd(words, end);
    return [range];
  });
  for (const range of made) marks.add(range);
  return () => {
    for (const range of made) marks.delete(range);
  };
}
