import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, type Result } from '#core/failure';
import { queryProblemSentence } from '#core/messages/search';
import type { QueryProblem } from '#core/search/query';
import { maximumHits, type SearchHit, type SearchRequest } from '#core/search/request';
import { type DeskStore, indexFile, inMemory, SearchIndex } from '#storage/index';
import type { Console } from './console';
import type { Options } from './options';

/** Beside the command line once it is built; the index reads in its own thread where it is missing. */
const worker = new URL(`./${'index-worker'}.mjs`, import.meta.url);

/**
 * Does the work with an index that knows what is on the desk now. It lies on the desk, or where the system keeps what
 * can be made again when the desk cannot be written to, or nowhere.
 */
export async function withIndex<T>(
  io: Console,
  desk: DeskStore,
  work: (index: SearchIndex) => T | Promise<T>,
  bringUp: (index: SearchIndex) => Promise<unknown> = (index) => index.reconcile(),
): Promise<Result<T>> {
  for (const file of indexFiles(desk)) {
    const index = await currentIndex(io, desk, file, bringUp);
    if (!index) continue;
    try {
      return { ok: true, value: await work(index) };
    } finally {
      index.close();
    }
  }
  return failure('index.unavailable');
}

async function currentIndex(
  io: Console,
  desk: DeskStore,
  file: string,
  bringUp: (index: SearchIndex) => Promise<unknown>,
): Promise<SearchIndex | null> {
  const index = await openIndex(io, desk, file);
  try {
    if (index) await bringUp(index);
    return index;
  } catch {
    // The disk filled up, or another process never let go: the next place may do.
    index?.close();
    return null;
  } finally {
    io.progress('');
  }
}

async function openIndex(io: Console, desk: DeskStore, file: string): Promise<SearchIndex | null> {
  const opened = await SearchIndex.open({
    desk,
    file,
    worker,
    onProgress: ({ done, total }) => {
      if (done < total) io.progress(io.t('cli.index.progress', { done, total }));
    },
  });
  return opened.ok ? opened.value : null;
}

/** The best place first. */
function indexFiles(desk: DeskStore): string[] {
  const caches = [cacheFolder(), tmpdir()].map((cache) => join(cache, 'marbre'));
  const elsewhere = caches.map((cache) =>
    indexFile({ folder: desk.folder, settings: desk.settings, readOnly: true }, cache),
  );
  return [...(desk.readOnly ? [] : [indexFile(desk, tmpdir())]), ...elsewhere, inMemory];
}

/** Where this system keeps what programs can make again. */
function cacheFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return process.env.LOCALAPPDATA || tmpdir();
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}

/** The words of a command line as a request for `limit` hits; all of them when there is no limit. */
export function requestOf(io: Console, { files, sort }: Options): SearchRequest {
  return {
    query: files.join(' '),
    typing: false,
    sort: sort ?? null,
    offset: 0,
    limit: maximumHits,
    facets: false,
    shelf: 'articles',
    today: localDay(new Date(io.now())),
  };
}

/** What is wrong with the query is told; what could be understood is searched for. */
export function sayProblems(io: Console, problems: readonly QueryProblem[]): void {
  for (const problem of problems) io.say(queryProblemSentence(io.t, problem));
}

/** The hits of a request, page by page, as many as are wanted. */
export function hitsOf(
  index: SearchIndex,
  request: SearchRequest,
  limit = Number.POSITIVE_INFINITY,
): SearchHit[] {
  const hits: SearchHit[] = [];
  for (;;) {
    const wanted = Math.min(maximumHits, limit - hits.length);
    const page = wanted > 0 ? index.search({ ...request, offset: hits.length, limit: wanted }).hits : [];
    hits.push(...page);
    if (page.length < maximumHits) return hits;
  }
}

function localDay(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
