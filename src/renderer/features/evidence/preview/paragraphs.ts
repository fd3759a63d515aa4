import type { SourceSpan } from '#core/claims/quote-guard';

/** One line of a text that says something. Offsets are UTF-16 units in the whole text. */
export interface Paragraph {
  /** Counted from one, as locators do; empty lines do not count. */
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

/** The lines of a text that are not empty. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') found.push({ number: found.length + 1, start, text: line });
    start += line.length + 1;
  }
  return found;
}

/** The number of the paragraph that has the character at `offset`; the last one before it where none has. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

export interface Part {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A paragraph cut where marked stretches of the whole text begin and end. */
export function partsOf({ text, start }: Paragraph, marked: readonly SourceSpan[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const add = (end: number, isMarked: boolean): void => {
    if (end > at) parts.push({ text: text.slice(at, end), isMarked });
    at = Math.max(at, end);
  };
  for (const span of marked) {
    const from = Math.min(text.length, Math.max(0, span.start - start));
    const to = Math.min(text.length, Math.max(0, span.end - start));
    if (from >= to) continue;
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return parts;
}
