import type { LibraryProblem } from '#core/ipc/contract';
import type { IndexStatus } from '#core/search/request';
import { call, on } from '../bridge/bridge';
import { complain, tell } from './notices';
import { createStore } from './store';

/** What is known of the library as a whole; what a list shows is a `ResultList` of its own. */
export const libraryStatus = createStore<IndexStatus | null>(null);
export const libraryProblems = createStore<readonly LibraryProblem[]>([]);

/** Grows whenever articles have changed: lists ask again. */
export const libraryGeneration = createStore(0);

/** While somebody types, the desk changes at every save; lists are asked for again this far apart (ms). */
const pause = 600;
let told = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;

export function followLibrary(): void {
  on('library.changed', refreshSoon);
  on('library.progress', (status) => {
    libraryStatus.set(status);
    // More can be found than before, and at the end everything.
    refreshSoon();
  });
}

function refreshSoon(): void {
  timer ??= setTimeout(refreshLibrary, Math.max(0, told + pause - performance.now()));
}

/** Has every list ask again, now. */
export function refreshLibrary(): void {
  clearTimeout(timer);
  timer = undefined;
  told = performance.now();
  libraryGeneration.update((count) => count + 1);
  void readProblems();
  void readStatus();
}

async function readProblems(): Promise<void> {
  const problems = await call('library.problems');
  if (problems.ok) libraryProblems.set(problems.value);
  else complain(problems);
}

/** Puts the newest whole version in the place of an article that cannot be read, and gives whether that went well. */
export async function recoverArticle(id: string): Promise<boolean> {
  const recovered = await call('article.recover', { id });
  refreshLibrary();
  if (!recovered.ok) complain(recovered);
  else tell('library.recovered');
  return recovered.ok;
}

async function readStatus(): Promise<void> {
  const status = await call('library.status');
  if (status.ok) libraryStatus.set(status.value);
}

/** Another desk: nothing is known of it yet. */
export function forgetLibrary(): void {
  libraryStatus.set(null);
  libraryProblems.set([]);
}

/** Today as the query language writes it, by the clock on the wall. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
