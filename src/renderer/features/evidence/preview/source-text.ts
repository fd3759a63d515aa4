import { evidenceView } from '#core/claims/evidence-files';
import type { EvidenceFile } from '#core/claims/schema';
import type { Failure } from '#core/failure';
import { call } from '../../../bridge/bridge';
import { secrets } from '../../../session/confidential-session';
import type { OpenPdf } from './pdf-document';

export interface SourceText {
  readonly text: string;
  /** Where each page begins, in UTF-16 units; null for what has no pages. */
  readonly pageStarts: readonly number[] | null;
}

/** Why a file's words are not there: main's own reason, a password, a broken file, pictures only, or a person's wish. */
export type TextProblem =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'locked' | 'unreadable' | 'no-text' | 'cancelled' };

export type TextReading =
  | { readonly ok: true; readonly value: SourceText }
  | { readonly ok: false; readonly problem: TextProblem };

export interface ReadingOptions {
  readonly signal: AbortSignal;
  /** Pages read, of how many. */
  readonly onProgress: (read: number, all: number) => void;
}

/** What was read last: the same file is compared and looked at in turn. Never more than this many. */
const kept = new Map<string, SourceText>();
const mostKept = 3;

// What was read of a sealed source must not outlive the moment in which the desk is locked.
secrets.subscribe(() => {
  if (secrets.get().size === 0) kept.clear();
});

/** What is being read now: the copy's words and those that were noted are compared with the same file at once. */
const underway = new Map<string, Promise<TextReading>>();

/** The words of a file of evidence. */
export async function readSourceText(
  article: string,
  file: EvidenceFile,
  options: ReadingOptions,
): Promise<TextReading> {
  const other = underway.get(file.sha256);
  if (other) {
    const reading = await other;
    const isCalledOff = !reading.ok && reading.problem.kind === 'cancelled';
    // Whoever stopped it stopped it for themselves.
    return isCalledOff && !options.signal.aborted ? readSourceText(article, file, options) : reading;
  }
  const reading = readAnew(article, file, options).finally(() => underway.delete(file.sha256));
  underway.set(file.sha256, reading);
  return reading;
}

async function readAnew(article: string, file: EvidenceFile, options: ReadingOptions): Promise<TextReading> {
  const known = kept.get(file.sha256);
  if (known) return { ok: true, value: known };
  const read = evidenceView(file.extension) === 'pdf' ? readPdf : readOther;
  const reading = await read(article, file, options);
  if (!reading.ok) return reading;
  if (reading.value.text.trim() === '') return { ok: false, problem: { kind: 'no-text' } };
  kept.set(file.sha256, reading.value);
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  return reading;
}

async function readOther(article: string, file: EvidenceFile): Promise<TextReading> {
  const read = await call('evidence.text', { id: article, file });
  if (!read.ok) return { ok: false, problem: { kind: 'failure', failure: read } };
  return { ok: true, value: { text: read.value.text, pageStarts: null } };
}

export type PdfFileOpening =
  | { readonly ok: true; readonly pdf: OpenPdf }
  | { readonly ok: false; readonly problem: TextProblem };

/** Opens a PDF of evidence; whoever did closes it. pdf.js is loaded when the first one is opened. */
export async function openPdfFile(article: string, file: EvidenceFile): Promise<PdfFileOpening> {
  const [read, { openPdf }] = await Promise.all([
    call('evidence.read', { id: article, file }),
    import('./pdf-document'),
  ]);
  if (!read.ok) return { ok: false, problem: { kind: 'failure', failure: read } };
  const opening = await openPdf(read.value.bytes);
  return opening.ok ? opening : { ok: false, problem: { kind: opening.problem } };
}

async function readPdf(article: string, file: EvidenceFile, options: ReadingOptions): Promise<TextReading> {
  const { signal, onProgress } = options;
  const opening = await openPdfFile(article, file);
  if (!opening.ok) return opening;
  try {
    const { textOfPdf } = await import('./pdf-document');
    const value = await textOfPdf(opening.pdf, onProgress, signal);
    return value ? { ok: true, value } : { ok: false, problem: { kind: 'cancelled' } };
  } catch {
    return { ok: false, problem: { kind: signal.aborted ? 'cancelled' : 'unreadable' } };
  } finally {
    opening.pdf.close();
  }
}
