import { useEffect, useRef, useState } from 'react';
import type { SourceSpan } from '#core/claims/quote-guard';
import { ask } from '../guard/ask';
import { pageAt } from './pdf-text';
import type { FilePreviewProps } from './preview-props';
import { readSourceText, type TextProblem } from './source-text';

export interface PdfPlace {
  /** Stretches of the document's text to be marked, in UTF-16 units. */
  readonly spans: readonly SourceSpan[];
  readonly pageStarts: readonly number[];
  readonly isMissing: boolean;
  readonly reading: { readonly read: number; readonly all: number } | null;
  readonly problem: TextProblem | null;
}

const nowhere: PdfPlace = { spans: [], pageStarts: [], isMissing: false, reading: null, problem: null };

type Props = Pick<FilePreviewProps, 'article' | 'file' | 'visit'> & {
  readonly pages: number;
  readonly onPage: (page: number) => void;
};

/** Goes to the page of a locator at each visit; words are looked for in the whole document. */
export function usePdfPlace({ article, file, visit, pages, onPage }: Props): PdfPlace {
  const [place, setPlace] = useState<PdfPlace>(nowhere);
  const turn = useRef(onPage);
  turn.current = onPage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is what its hash says; its record is another object at each change of the claim
  useEffect(() => {
    const { locator } = visit;
    setPlace(nowhere);
    if (locator?.type === 'page') {
      if (locator.page <= pages) turn.current(locator.page);
      else setPlace({ ...nowhere, isMissing: true });
    }
    if (locator?.type !== 'quote') return;
    const controller = new AbortController();
    const { signal } = controller;
    const show = (next: Partial<PdfPlace>): void => {
      if (!signal.aborted) setPlace({ ...nowhere, ...next });
    };
    const search = async (): Promise<void> => {
      const onProgress = (read: number, all: number): void => show({ reading: { read, all } });
      const reading = await readSourceText(article, file, { signal, onProgress });
      if (!reading.ok) {
        show({ problem: reading.problem });
        return;
      }
      const { text, pageStarts } = reading.value;
      const spans = await ask({ type: 'find', locator, text }, signal);
      if (!spans || signal.aborted) return;
      show({ spans, pageStarts: pageStarts ?? [], isMissing: spans.length === 0 });
      if (spans[0]) turn.current(pageAt(pageStarts ?? [], spans[0].start));
    };
    void search();
    return () => controller.abort();
  }, [article, file.sha256, visit, pages]);
  return place;
}
