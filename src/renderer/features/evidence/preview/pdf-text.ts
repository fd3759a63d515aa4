import type { SourceSpan } from '#core/claims/quote-guard';

/** What pdf.js says of a run of text; the marks of structure that it gives among them have no `str`. */
export type TextItem =
  | { readonly str: string; readonly hasEOL: boolean }
  | { readonly type: string; readonly str?: undefined };

/** The text of a page, and where each run that has characters of its own begins in it. */
export interface PageText {
  readonly text: string;
  /** UTF-16 units; one for each item with a `str`, in order. */
  readonly starts: readonly number[];
}

export function pageText(items: readonly TextItem[]): PageText {
  const starts: number[] = [];
  let text = '';
  for (const item of items) {
    if (item.str === undefined) continue;
    starts.push(text.length);
    text += item.hasEOL ? `${item.str}\n` : item.str;
  }
  return { text, starts };
}

/** A document's text, page behind page, and where each page begins in it. */
export interface DocumentText {
  readonly text: string;
  readonly pageStarts: readonly number[];
}

/** What stands between two pages: a quotation may run on over it. */
const pageBreak = '\n';

export function joinPages(pages: readonly string[]): DocumentText {
  const pageStarts: number[] = [];
  let at = 0;
  for (const page of pages) {
    pageStarts.push(at);
    at += page.length + pageBreak.length;
  }
  return { text: pages.join(pageBreak), pageStarts };
}

/** The page, counted from one, that has the character at `offset`. */
export function pageAt(pageStarts: readonly number[], offset: number): number {
  const next = pageStarts.findIndex((start) => start > offset);
  return next < 0 ? Math.max(1, pageStarts.length) : Math.max(1, next);
}

/** What of some stretches of a document stands on a page, in UTF-16 units of that page's own text. */
export function spansOnPage(
  spans: readonly SourceSpan[],
  pageStarts: readonly number[],
  page: number,
): SourceSpan[] {
  const from = pageStarts[page - 1];
  if (from === undefined) return [];
  const to = pageStarts[page] ?? Number.MAX_SAFE_INTEGER;
  return spans
    .filter(({ start, end }) => start < to && end > from)
    .map(({ start, end }) => ({ start: Math.max(0, start - from), end: Math.min(end, to) - from }));
}

/** A stretch of one run: `item` counts those with a `str`; offsets are UTF-16 units in it. */
export interface ItemRange {
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

/** The stretches of single runs that `spans` of a page are made of. `lengths`: UTF-16 units of each run. */
export function itemRanges(
  spans: readonly SourceSpan[],
  starts: readonly number[],
  lengths: readonly number[],
): ItemRange[] {
  return spans.flatMap((span) =>
    starts.flatMap((from, item) => {
      const start = Math.max(0, span.start - from);
      const end = Math.min(lengths[item] ?? 0, span.end - from);
      return start < end ? [{ item, start, end }] : [];
    }),
  );
}
