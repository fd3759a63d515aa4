import { getDocument, type PDFDocumentProxy, PDFWorker, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type DocumentText, joinPages, type PageText, pageText } from './pdf-text';

export interface OpenPdf {
  readonly pages: number;
  /** The text of a page, counted from one. */
  text(page: number): Promise<PageText>;
  /** Draws a page; see `drawPage`. */
  draw(page: number, target: PageTarget, width: number): PageDrawing;
  /** Ends pdf.js's worker and gives everything back. */
  close(): void;
}

export type PdfOpening =
  | { readonly ok: true; readonly pdf: OpenPdf }
  | { readonly ok: false; readonly problem: 'locked' | 'unreadable' };

/** Where a page is drawn: its picture, and over it its text, transparent, to be selected and marked. */
export interface PageTarget {
  readonly canvas: HTMLCanvasElement;
  readonly layer: HTMLElement;
}

export interface PageDrawing {
  /** The runs of text that are on the page, one for each item with a `str`; null when it was called off. */
  readonly done: Promise<readonly HTMLElement[] | null>;
  cancel(): void;
}

/** A page is drawn with no more pixels than this: what is larger would fill the memory of a small machine. */
const mostPixels = 16_000_000;

/**
 * Opens a PDF. It is somebody else's: nothing in it runs, nothing is fetched for it; fonts that it does not bring are
 * taken from this machine.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfOpening> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  });
  const close = (): void => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    return { ok: true, pdf: open(await task.promise, close) };
  } catch (error) {
    close();
    return { ok: false, problem: isPassword(error) ? 'locked' : 'unreadable' };
  }
}

/** pdf.js does not give its class away. */
function isPassword(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

function open(document: PDFDocumentProxy, close: () => void): OpenPdf {
  return {
    pages: document.numPages,
    async text(number) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      page.cleanup();
      return pageText(items);
    },
    draw: (number, target, width) => drawPage(document, number, target, width),
    close,
  };
}

/** Draws a page `width` CSS pixels wide. */
function drawPage(
  document: PDFDocumentProxy,
  number: number,
  { canvas, layer }: PageTarget,
  width: number,
): PageDrawing {
  let isCalledOff = false;
  let stop = (): void => undefined;
  const run = async (): Promise<readonly HTMLElement[] | null> => {
    const page = await document.getPage(number);
    if (isCalledOff) return null;
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: width / natural.width });
    const sharp = Math.min(devicePixelRatio, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    canvas.style.width = `${viewport.width}px`;
    canvas.style.height = `${viewport.height}px`;
    const rendering = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
    layer.replaceChildren();
    layer.style.setProperty('--total-scale-factor', String(viewport.scale));
    const words = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
    stop = () => {
      rendering.cancel();
      words.cancel();
    };
    // Either may fail alone: a page whose picture cannot be drawn still has its words.
    const [drawn, read] = await Promise.allSettled([rendering.promise, words.render()]);
    if (isCalledOff) return null;
    if (drawn.status === 'rejected' && read.status === 'rejected') throw drawn.reason;
    return words.textDivs as readonly HTMLElement[];
  };
  return {
    done: run(),
    cancel() {
      isCalledOff = true;
      stop();
    },
  };
}

/** The text of all pages. `onPage`: how many have been read; null when `signal` called it off. */
export async function textOfPdf(
  pdf: OpenPdf,
  onPage: (read: number, all: number) => void,
  signal: AbortSignal,
): Promise<DocumentText | null> {
  const pages: string[] = [];
  for (let number = 1; number <= pdf.pages; number += 1) {
    if (signal.aborted) return null;
    pages.push((await pdf.text(number)).text);
    onPage(number, pdf.pages);
  }
  return signal.aborted ? null : joinPages(pages);
}
