import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { tell } from '../../../session/notices';
import { useTranslation } from '../../../session/translation';
import { Button, IconButton } from '../../../ui/button';
import { findQuote, quoteLocator } from '../find-quote';
import { markWords } from './mark-words';
import type { OpenPdf } from './pdf-document';
import { itemRanges, spansOnPage } from './pdf-text';
import type { FilePreviewProps } from './preview-props';
import { ProblemLine } from './problem-line';
import { useIntoView } from './use-into-view';
import { usePdfPlace } from './use-pdf-place';
import { ZoomBar, zooms } from './zoom-bar';

/** One page at a time, with its words over it: they can be selected, and what a locator names is marked. */
export function PdfPages({ pdf, ...props }: FilePreviewProps & { readonly pdf: OpenPdf }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [chosenStep, setStep] = useState<number | null>(null);
  const place = usePdfPlace({ ...props, pages: pdf.pages, onPage: setPage });
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const step = chosenStep ?? readableStep(width);
  const sheet = usePage(pdf, page, (width * (zooms[step] ?? 100)) / 100);
  useIntoView(box, props.visit, sheet.runs !== null);
  useMarks(pdf, page, sheet.runs, place.spans, place.pageStarts);
  const take = async (): Promise<void> => {
    const words = getSelection()?.toString().trim() ?? '';
    const isHere = sheet.layer.current?.contains(getSelection()?.anchorNode ?? null) === true;
    const { text } = await pdf.text(page);
    const span = isHere && words !== '' ? wholeSpan(words, text) : null;
    const locator = span && quoteLocator(text, span.start, span.end);
    if (locator) props.onLocator(locator);
    else tell('evidence.select-first');
  };
  return (
    <div className="evidence-preview">
      <PageBar page={page} pages={pdf.pages} onPage={setPage} />
      <section
        className="evidence-pdf"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a page is scrolled with the keyboard
        tabIndex={0}
        aria-label={t('evidence.page-of', { page, pages: pdf.pages })}
        data-drawn={sheet.runs ? page : undefined}
      >
        <div className="evidence-page">
          <canvas ref={sheet.canvas} />
          <div className="evidence-page-text" ref={sheet.layer} />
        </div>
      </section>
      {sheet.isBroken && <ProblemLine problem={{ kind: 'unreadable' }} />}
      <p role="status" className="form-hint">
        {place.reading && t('evidence.reading', place.reading)}
        {place.isMissing && t('evidence.place-missing')}
      </p>
      {place.problem && <ProblemLine problem={place.problem} />}
      <ZoomBar step={step} onStep={setStep} />
      <div className="card-actions">
        <Button onClick={() => props.onLocator({ type: 'page', page })}>{t('evidence.take-page')}</Button>
        {/* A press must not take the selection away before it is read. */}
        <Button onMouseDown={(event) => event.preventDefault()} onClick={() => void take()}>
          {t('evidence.take-selection')}
        </Button>
      </div>
    </div>
  );
}

function wholeSpan(words: string, text: string): { readonly start: number; readonly end: number } | null {
  const spans = findQuote({ type: 'quote', exact: words, prefix: '', suffix: '' }, text);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

interface Sheet {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly layer: RefObject<HTMLDivElement | null>;
  /** The runs of the page's text once it is drawn. */
  readonly runs: readonly HTMLElement[] | null;
  readonly isBroken: boolean;
}

/** Draws a page `width` CSS pixels wide, again when that changes; 0: nothing is known of its place yet. */
function usePage(pdf: OpenPdf, page: number, width: number): Sheet {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [runs, setRuns] = useState<Sheet['runs']>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (!canvas.current || !layer.current || width === 0) return;
    setRuns(null);
    setBroken(false);
    const drawing = pdf.draw(page, { canvas: canvas.current, layer: layer.current }, width);
    let isGone = false;
    drawing.done.then(
      (drawn) => {
        if (!isGone) setRuns(drawn);
      },
      () => {
        if (!isGone) setBroken(true);
      },
    );
    return () => {
      isGone = true;
      drawing.cancel();
    };
  }, [pdf, page, width]);
  return { canvas, layer, runs, isBroken };
}

/** From this width on the words of an ordinary page can be read, in CSS pixels. */
const readableWidth = 480;

/** The first zoom at which a page in a box of this width can be read. */
function readableStep(width: number): number {
  const step = zooms.findIndex((zoom) => (width * zoom) / 100 >= readableWidth);
  return step < 0 ? zooms.length - 1 : step;
}

/** CSS pixels, in steps: a panel that is being drawn wider must not draw the page at every pixel. */
const widthStep = 20;

function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const next = Math.floor(element.clientWidth / widthStep) * widthStep;
      if (next > 0) setWidth(next);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

/** A document that was closed meanwhile has nothing to mark, and nobody who would want it. */
const leftAlone = (): void => undefined;

/** Marks what of some stretches of the document stands on the page, and brings it into view. */
function useMarks(
  pdf: OpenPdf,
  page: number,
  runs: Sheet['runs'],
  spans: ReturnType<typeof usePdfPlace>['spans'],
  pageStarts: readonly number[],
): void {
  useEffect(() => {
    const here = spansOnPage(spans, pageStarts, page);
    if (!runs || here.length === 0) return;
    let unmark = (): void => undefined;
    let isGone = false;
    void pdf.text(page).then(({ starts }) => {
      if (isGone) return;
      const lengths = runs.map((run) => run.textContent.length);
      const ranges = itemRanges(here, starts, lengths);
      unmark = markWords(runs, ranges);
      runs[ranges[0]?.item ?? 0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }, leftAlone);
    return () => {
      isGone = true;
      unmark();
    };
  }, [pdf, page, runs, spans, pageStarts]);
}

function PageBar({
  page,
  pages,
  onPage,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(String(page));
  useEffect(() => setTyped(String(page)), [page]);
  const go = (text: string): void => {
    setTyped(text);
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= pages) onPage(number);
  };
  return (
    <div className="evidence-pager">
      <IconButton
        icon={ChevronLeft}
        label={t('evidence.previous-page')}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <input
        className="evidence-page-number"
        inputMode="numeric"
        value={typed}
        aria-label={t('evidence.page')}
        onChange={(event) => go(event.target.value)}
        onBlur={() => setTyped(String(page))}
      />
      <span>{t('evidence.of-pages', { pages })}</span>
      <IconButton
        icon={ChevronRight}
        label={t('evidence.next-page')}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
    </div>
  );
}
