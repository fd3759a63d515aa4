import type { Body } from '#core/body/schema';
import { plainText, textBlocks } from '#core/body/walk';
import { compileQuery, type FindQuery, findIn, type Match, mostMatches } from '#core/find/find';
import type { Stretch } from '../text-positions';

export type Found =
  | { readonly ok: true; readonly matches: readonly Stretch[] }
  | { readonly ok: false; readonly problem: 'pattern' | 'slow' };

/** How long a regular expression may take, in milliseconds. */
const timeLimit = 1_500;

/** All matches in a body. A regular expression runs in a worker and is stopped when it takes too long. */
export async function search(body: Body, query: FindQuery): Promise<Found> {
  if (query.text === '') return { ok: true, matches: [] };
  const compiled = compileQuery(query);
  if (!compiled.ok) return { ok: false, problem: 'pattern' };
  const lines = [...textBlocks(body)].map(({ id, content }) => ({ id, text: plainText(content) }));
  const found = query.regex
    ? await inWorker(
        query,
        lines.map(({ text }) => text),
      )
    : lines.map(({ text }) => findIn(text, compiled.pattern));
  if (!found) return { ok: false, problem: 'slow' };
  const matches = lines.flatMap(({ id }, index) =>
    (found[index] ?? []).map(({ start, end }): Stretch => ({ blockId: id, start, end })),
  );
  return { ok: true, matches: matches.slice(0, mostMatches) };
}

function inWorker(query: FindQuery, texts: readonly string[]): Promise<readonly (readonly Match[])[] | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
    const timer = setTimeout(() => finish(null), timeLimit);
    const finish = (found: readonly (readonly Match[])[] | null): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(found);
    };
    worker.onmessage = ({ data }) => finish(data);
    worker.onerror = () => finish(null);
    worker.postMessage({ query, texts });
  });
}
