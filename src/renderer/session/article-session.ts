import { haveSameWords } from '#core/article/same-words';
import type { Article } from '#core/article/schema';
import type { Body } from '#core/body/schema';
import type { Claim } from '#core/claims/schema';
import { type SealedNow, takeSeals } from '#core/confidential/sealed';
import { type Failure, failure } from '#core/failure';
import { call } from '../bridge/bridge';
import { betweenKeys } from './between-keys';
import { complain, tell } from './notices';
import { createStore } from './store';

/**
 * - `saved`: the file on disk is this article, to the letter, fsynced
 * - `pending`: something was typed that is not on disk yet
 * - `saving`: the writer is at it
 * - `failed`: the last attempt failed; the text is here, and the next change or a retry tries again
 * - `conflict`: the file was changed by somebody else; nothing is written until a person has chosen
 */
export type SaveState =
  | { readonly kind: 'saved' | 'pending' | 'saving' }
  | { readonly kind: 'failed' | 'conflict'; readonly failure: Failure };

export interface OpenedArticle {
  readonly article: Article;
  /** Grows when the article was read from disk again: the editor then starts anew. */
  readonly generation: number;
}

export const opened = createStore<OpenedArticle | null>(null);
export const saveState = createStore<SaveState>({ kind: 'saved' });

/** From a change to the start of its save, in milliseconds; with the write itself it stays under a second. */
const saveDelay = 350;
/** How long reading the editor, and then writing, may wait for a gap between two keys, in milliseconds. */
const gapLimit = 120;
/** Before another attempt after a failed one. */
const retryDelay = 3_000;

/** What a person is shown of two versions: the text of this window and the one that somebody else has written. */
export interface Comparison {
  readonly mine: Article;
  readonly theirs: Article;
  /** A person has to choose; else theirs was taken, and mine is in the history. */
  readonly isOpen: boolean;
}
export const comparison = createStore<Comparison | null>(null);

/** Nothing can be written on the desk: its articles are read, and no change of them is taken. */
export const isDeskReadOnly = createStore(false);

let base = '';
/** The version that was read, which the history has; another `base` is one that was saved from here. */
let readBase = '';
let generation = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;
/** Whatever holds newer text than `opened` (the editor, a field that is being typed in) hands it over here. */
const settlers = new Set<() => void>();

/** Registers how to take newer text over; called before every save and close. Gives what ends it. */
export function registerSettle(settle: () => void): () => void {
  settlers.add(settle);
  return () => settlers.delete(settle);
}

/** Takes over now what is newer than the open article, because its holders are about to leave the screen or to be saved. */
export function settleAll(): void {
  for (const settle of [...settlers]) settle();
}

export async function openArticle(id: string): Promise<boolean> {
  if (!(await closeArticle())) return false;
  const found = await call('article.open', { id });
  if (!found.ok) {
    complain(found);
    return false;
  }
  show(found.value.article, found.value.base);
  if (found.value.isChangedOutside) complain(failure('article.changed-outside'));
  return true;
}

function show(article: Article, newBase: string): void {
  base = newBase;
  readBase = newBase;
  generation += 1;
  comparison.set(null);
  saveState.set({ kind: 'saved' });
  opened.set({ article, generation });
}

/** `template`: the id of the template that it begins with. */
export async function createNewArticle(template?: string): Promise<boolean> {
  if (!(await closeArticle())) return false;
  const created = await call('article.create', template === undefined ? {} : { template });
  if (!created.ok) {
    complain(created);
    return false;
  }
  show(created.value.article, created.value.base);
  return true;
}

/** Saves and lets go of the open article. False when its text could not be saved: it then stays open. */
export async function closeArticle(): Promise<boolean> {
  if (!opened.get()) return true;
  if (!(await isOnDisk())) return false;
  opened.set(null);
  return true;
}

/** Whether every key is on disk, after saving what is not; says so when it cannot be. Asked before text is let go of. */
export async function isOnDisk(): Promise<boolean> {
  if (!opened.get()) return true;
  await flushAll();
  const state = saveState.get();
  if ('failure' in state) complain(state.failure);
  return state.kind === 'saved';
}

/** Lets go of the open article without saving: it has just been moved away or read anew. */
export function forgetArticle(): void {
  clearTimeout(timer);
  timer = undefined;
  opened.set(null);
  saveState.set({ kind: 'saved' });
}

/** Changes the open article: tags, claims, metadata. What did not change keeps its identity. */
export function changeArticle(change: (article: Article) => Article): void {
  const current = opened.get();
  if (!current) return;
  const article = change(current.article);
  if (article === current.article) return;
  if (isDeskReadOnly.get()) {
    complain(failure('desk.read-only'));
    return;
  }
  opened.set({ ...current, article });
  touch();
}

/** The editor's text, taken over when typing pauses. */
export function takeBody(body: Body): void {
  changeArticle((article) => (article.body === body ? article : { ...article, body }));
}

/** Something changed that is not on disk: say so at once, save soon. */
export function touch(): void {
  const { kind } = saveState.get();
  if (kind === 'conflict' || isDeskReadOnly.get()) return;
  // Why nothing can be saved stays on the screen while somebody types on.
  if (kind !== 'pending' && kind !== 'failed') saveState.set({ kind: 'pending' });
  timer ??= setTimeout(saveBetweenKeys, saveDelay);
}

/** Both halves of a save take milliseconds for a long article, so each waits for its own gap. */
function saveBetweenKeys(): void {
  betweenKeys(() => {
    settleAll();
    betweenKeys(() => void flush(), gapLimit);
  }, gapLimit);
}

/** Writes whatever is unsaved and waits for it. */
export async function flush(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  while (running) await running;
  settleAll();
  if (!opened.get() || saveState.get().kind === 'saved' || saveState.get().kind === 'conflict') return;
  running = save(false).finally(() => {
    running = null;
  });
  await running;
}

/** The same, and once more for what was typed while it was written, until every key is on disk or none can be. */
export async function flushAll(): Promise<void> {
  do await flush();
  while (saveState.get().kind === 'pending');
}

async function save(force: boolean): Promise<void> {
  const current = opened.get();
  if (!current) return;
  clearTimeout(timer);
  timer = undefined;
  saveState.set({ kind: 'saving' });
  const saved = await call('article.save', { article: JSON.stringify(current.article), base, force });
  if (opened.get()?.generation !== current.generation) return;
  if (!saved.ok) {
    saveState.set({ kind: saved.code === 'article.conflict' ? 'conflict' : 'failed', failure: saved });
    if (saved.code !== 'article.conflict') timer ??= setTimeout(() => void flush(), retryDelay);
    return;
  }
  base = saved.value.base;
  takeSealed(current.article.claims, saved.value.sealed);
  // `pending` here means that typing went on during the write: what is on disk is whole, but not the newest.
  if (saveState.get().kind === 'saving') saveState.set({ kind: 'saved' });
}

/** What this save has encrypted is so on disk: the window takes it over, and that is no change to be saved. */
function takeSealed(sent: readonly Claim[], sealed: readonly SealedNow[]): void {
  const now = opened.get();
  if (!now || sealed.length === 0) return;
  const claims = takeSeals(now.article.claims, sent, sealed);
  opened.set({ ...now, article: { ...now.article, claims } });
}

/** The file was changed outside: go on with the text in the window; the other version is kept in the history. */
export async function keepMine(): Promise<void> {
  if (saveState.get().kind !== 'conflict') return;
  comparison.set(null);
  settleAll();
  await save(true);
}

/** The file was changed outside: go on with it. The text in the window goes into the history first. */
export async function takeTheirs(): Promise<void> {
  settleAll();
  const current = opened.get();
  if (!current || !(await setAside(current.article))) return;
  const found = await call('article.open', { id: current.article.id });
  if (found.ok) show(found.value.article, found.value.base);
  else complain(found);
}

/** The file was changed outside: shows what is in it beside the text in the window. */
export async function compare(): Promise<void> {
  settleAll();
  const mine = opened.get()?.article;
  if (!mine) return;
  const theirs = await call('article.peek', { id: mine.id });
  if (theirs.ok) comparison.set({ mine, theirs: theirs.value, isOpen: true });
  else complain(theirs);
}

async function setAside(article: Article): Promise<boolean> {
  const kept = await call('article.set-aside', { article });
  if (!kept.ok) complain(kept);
  return kept.ok;
}

/**
 * Told by main: the open article's file is not what was read. With unsaved text here nothing is done yet: its save
 * finds the other version and asks.
 */
export async function noticeOutsideChange(id: string): Promise<void> {
  if (isUntouched(id)) await reopen(id);
}

/** Whether the article is the open one and on disk to the letter; words that were typed just now count. */
function isUntouched(id: string): boolean {
  settleAll();
  return opened.get()?.article.id === id && saveState.get().kind === 'saved';
}

async function reopen(id: string): Promise<void> {
  const found = await call('article.open', { id });
  if (!found.ok) {
    complain(found);
    return;
  }
  const mine = opened.get()?.article;
  if (!mine || found.value.base === base || !isUntouched(id)) return;
  const theirs = found.value.article;
  // Whoever wrote the file may not have known what was saved from here: those words would stand nowhere any more.
  const hasLostWords = base !== readBase && !haveSameWords(mine, theirs);
  if (hasLostWords && !(await setAside(mine))) return;
  if (!isUntouched(id)) return;
  show(theirs, found.value.base);
  if (!hasLostWords) return;
  tell(
    'app.save.outside',
    {},
    {
      title: 'app.save.compare',
      run: () => comparison.set({ mine, theirs, isOpen: false }),
    },
  );
}

/** Shows an article that main has just read or changed (rename). */
export function adopt(article: Article, newBase: string): void {
  show(article, newBase);
}
