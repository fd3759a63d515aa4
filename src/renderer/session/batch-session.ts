import type { BatchChange } from '#core/desk/batch';
import { failure, type Result } from '#core/failure';
import type { FormatId } from '#core/formats/types';
import type { BatchReport, Events } from '#core/ipc/contract';
import type { MessageKey, MessageParams } from '#core/messages/index';
import { call, on } from '../bridge/bridge';
import { flush, forgetArticle, isOnDisk, noticeOutsideChange, opened } from './article-session';
import { refreshLibrary } from './library-session';
import { complain } from './notices';
import { clearSelection, selection, unselect } from './selection';
import { createStore } from './store';

/** How far the batch is that runs; null: none does. */
export const batchProgress = createStore<Events['batch.progress'] | null>(null);

/** What the last batch has come to, in one sentence, until it is closed or another one begins. */
export interface BatchNotice {
  readonly sentence: { readonly key: MessageKey; readonly params: MessageParams };
  readonly report: BatchReport;
}
export const batchNotice = createStore<BatchNotice | null>(null);

export const batchForms = ['add-tags', 'remove-tags', 'status', 'section', 'due', 'export', 'trash'] as const;
export type BatchForm = (typeof batchForms)[number];

/** What is being asked about which articles; null: nothing. */
export const batchQuestion = createStore<{
  readonly form: BatchForm;
  readonly ids: readonly string[];
} | null>(null);

/** Asks what shall be done to articles: the selected ones unless others are named. */
export function askBatch(form: BatchForm, ids: readonly string[] = [...selection.get().ids]): void {
  const [only] = ids;
  if (only === undefined) return;
  // One article can be had back with one key; only for many is a moment's thought asked.
  if (form === 'trash' && ids.length === 1) void trashArticles(ids);
  else batchQuestion.set({ form, ids });
}

export function trashArticles(ids: readonly string[]): Promise<void> {
  return changeArticles(ids, { type: 'trash' }, { key: 'views.done.trash' });
}

/** The batches that can be taken back, the newest last. */
let undoable: string[] = [];

let isRunning = false;
/** Whether it is shown how far the work is. */
let isShown = false;

/** What is said of the articles that a change has reached; `count` is added. */
export interface Told {
  readonly key: MessageKey;
  readonly params?: MessageParams;
}

/** A batch of fewer articles is done before anybody has read how far it is. */
const quietBatch = 20;

export function followBatches(): void {
  on('batch.progress', (progress) => {
    if (isRunning && isShown) batchProgress.set(progress);
  });
}

/** Changes articles, says what came of it, and offers to take it back. */
export async function changeArticles(ids: readonly string[], change: BatchChange, told: Told): Promise<void> {
  if (ids.length === 0) return;
  if (!(await isOnDisk())) return;
  const report = await following(ids.length, () => call('batch.change', { ids: [...ids], change }));
  if (!report) return;
  if (change.type === 'trash') letGo(ids, report);
  await finish(report, told);
}

/** What lies in the trash is neither open nor selected. */
function letGo(ids: readonly string[], { refused, refusedCount, done }: BatchReport): void {
  const kept = new Set(refused.map(({ id }) => id));
  // Somebody may have stopped it: behind these, nothing was begun.
  const gone = ids.slice(0, done + refusedCount).filter((id) => !kept.has(id));
  unselect(gone);
  const openId = opened.get()?.article.id;
  if (openId !== undefined && gone.includes(openId)) forgetArticle();
}

/** Writes articles into a folder that is asked for. */
export async function exportArticles(ids: readonly string[], format: FormatId): Promise<void> {
  await flush();
  const report = await following(ids.length, () => call('batch.export', { ids: [...ids], format }));
  if (report) await finish(report, { key: 'views.done.export' });
}

/** Takes a batch back; without a token, the last one. False: there is none. */
export async function undoBatch(token: string | undefined = undoable.at(-1)): Promise<boolean> {
  if (token === undefined) return false;
  await flush();
  const report = await following(0, () => call('batch.undo', { token }));
  if (!report) return true;
  undoable = undoable.filter((one) => one !== token);
  // An undo is not offered to be undone: the next one would take back what came before it.
  await finish({ ...report, token: null }, { key: 'views.done.undo' });
  return true;
}

export function cancelBatch(): void {
  void call('batch.cancel');
}

/** Another desk: nothing of the former one can be taken back, and what still runs there is stopped. */
export function forgetBatches(): void {
  if (isRunning) cancelBatch();
  undoable = [];
  batchNotice.set(null);
  clearSelection();
}

/**
 * Shows how far the work is; `count`: how much there is to do, 0 where only main knows, null where main will tell once it
 * has begun. Null: a failure was told, or somebody thought better of it.
 */
export async function following<T>(
  count: number | null,
  work: () => Promise<Result<T | null>>,
): Promise<T | null> {
  if (isRunning) {
    complain(failure('batch.busy'));
    return null;
  }
  isRunning = true;
  batchNotice.set(null);
  isShown = count === null || count === 0 || count > quietBatch;
  batchProgress.set(isShown && count !== null ? { done: 0, total: count } : null);
  const report = await work();
  batchProgress.set(null);
  isRunning = false;
  if (report.ok) return report.value;
  complain(report);
  return null;
}

async function finish(report: BatchReport, { key, params }: Told): Promise<void> {
  if (report.token !== null) undoable = [...undoable, report.token].slice(-20);
  const openId = opened.get()?.article.id;
  // Before anybody types into it again: a save that starts from the former version would be a conflict.
  if (openId !== undefined) await noticeOutsideChange(openId);
  refreshLibrary();
  batchNotice.set({ report, sentence: { key, params: { ...params, count: report.done } } });
}
