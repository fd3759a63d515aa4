import { basename } from 'node:path';
import type { Article } from '#core/article/schema';
import { type Result, success } from '#core/failure';
import { isSetFormat } from '#core/formats/offers';
import type { BatchReport, Input } from '#core/ipc/contract';
import type { DeskStore } from '#storage/index';
import { oneByOne, reportOf, type Stretch } from '../batch/batch-job';
import type { Batches } from '../batch/batches';
import { type ExportOptions, exportInto, exportSet, namesIn, readAllowed } from '../batch/export-many';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type BatchHandlers = Pick<Handlers, Extract<keyof Handlers, `batch.${string}`>>;

/** The same done to many articles of the open desk. */
export function batchHandlers({ session, dialogs }: MainContext, batches: Batches): BatchHandlers {
  return {
    'batch.change': ({ ids, change }) => session.with((desk) => batches.change(desk, ids, change)),
    'batch.undo': ({ token }) => batches.undo(token),
    'batch.cancel': async () => {
      batches.cancel();
      return success(null);
    },
    'batch.export': ({ ids, format }) =>
      session.with(async (desk) => {
        const folder = await dialogs.chooseFolder('dialog.export.folder', { canCreate: true });
        return folder === null ? success(null) : exportAll(batches, desk, folder, { ids, format });
      }),
  };
}

async function exportAll(
  batches: Batches,
  desk: DeskStore,
  folder: string,
  { ids, format }: Input<'batch.export'>,
): Promise<Result<BatchReport>> {
  const vocabulary = await desk.vocabulary();
  if (!vocabulary.ok) return vocabulary;
  const name = await namesIn(folder, basename(folder));
  if (!name.ok) return name;
  const options = { format, folder, name: name.value, tags: vocabulary.value.tags };
  return batches.run(async (signal, onProgress) => {
    const told = (done: number): void => onProgress(done, ids.length);
    const outcome = isSetFormat(format)
      ? await exportAsOne(desk, ids, options, signal, told)
      : await oneByOne(ids, signal, told, (id) => exportInto(desk, id, options));
    return reportOf(desk, ids.length, outcome, { token: null, cancelled: signal.aborted });
  });
}

/** One work of all that may leave; when it cannot be written, that is so for each of them. */
async function exportAsOne(
  desk: DeskStore,
  ids: readonly string[],
  options: ExportOptions,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Stretch> {
  const articles: Article[] = [];
  const read = await oneByOne(ids, signal, onProgress, async (id) => {
    const one = await readAllowed(desk, id);
    if (one.ok) articles.push(one.value);
    return one;
  });
  if (signal.aborted || articles.length === 0) return { done: [], refused: read.refused };
  const written = await exportSet(desk, articles, options);
  if (written.ok) return read;
  return { done: [], refused: [...read.refused, ...read.done.map((id) => ({ id, failure: written }))] };
}
