import { fieldText } from '#core/body/fields';
import type { Failure } from '#core/failure';
import type { BatchRefusal, BatchReport } from '#core/ipc/contract';
import type { DeskStore } from '#storage/index';

export interface Refused {
  readonly id: string;
  readonly failure: Failure;
}

/** What a stretch of a batch has come to. `done`: ids of the articles that were changed. */
export interface Stretch {
  readonly done: readonly string[];
  readonly refused: readonly Refused[];
}

/** So many articles are changed before the library reads them anew. */
const stretchLength = 200;
/** The refusals that are told one by one; the others are counted. */
const toldRefusals = 500;

/**
 * Works through `ids` stretch by stretch until `signal` stops it between two of them; `work` stops by itself within
 * one.
 */
export async function inStretches(
  ids: readonly string[],
  signal: AbortSignal,
  work: (stretch: readonly string[], before: number) => Promise<Stretch>,
): Promise<Stretch> {
  const done: string[] = [];
  const refused: Refused[] = [];
  for (let at = 0; at < ids.length && !signal.aborted; at += stretchLength) {
    const stretch = await work(ids.slice(at, at + stretchLength), at);
    done.push(...stretch.done);
    refused.push(...stretch.refused);
  }
  return { done, refused };
}

/** Does `work` to one article after the other, and never stops for one that is refused. */
export async function oneByOne(
  ids: readonly string[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
  work: (id: string) => Promise<{ readonly ok: true } | Failure>,
): Promise<Stretch> {
  const done: string[] = [];
  const refused: Refused[] = [];
  for (const [index, id] of ids.entries()) {
    if (signal.aborted) break;
    const result = await work(id);
    if (result.ok) done.push(id);
    else refused.push({ id, failure: result });
    onProgress(index + 1);
  }
  return { done, refused };
}

export async function reportOf(
  desk: DeskStore,
  asked: number,
  { done, refused }: Stretch,
  rest: { readonly token: string | null; readonly cancelled: boolean },
): Promise<BatchReport> {
  return {
    ...rest,
    done: done.length,
    unchanged: rest.cancelled ? 0 : asked - done.length - refused.length,
    refusedCount: refused.length,
    refused: await Promise.all(refused.slice(0, toldRefusals).map((one) => named(desk, one))),
  };
}

async function named(desk: DeskStore, { id, failure }: Refused): Promise<BatchRefusal> {
  const stored = await desk.articles.read(id);
  const title = stored.ok ? fieldText(stored.value.article.body, 'headline') : '';
  // In a batch nobody is asked which version to go on with.
  const code = failure.code === 'article.conflict' ? 'batch.changed-since' : failure.code;
  return { id, title, code, ...(failure.params && { params: failure.params }) };
}
