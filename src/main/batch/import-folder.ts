import { type Failure, failure, type Result } from '#core/failure';
import type { ImportReport } from '#core/intake/import-report';
import {
  type DeskStore,
  FolderImport,
  type ListedFolder,
  listFolder,
  type NoteOutcome,
} from '#storage/index';
import type { MainContext } from '../main-context';
import { type Batches, foldersOf, type OnProgress } from './batches';

type Context = Pick<MainContext, 'session' | 'intake'>;

/** So many notes are imported before the library reads them: a list that grows by each would never be still. */
const stretchLength = 50;

type Growing = { -readonly [K in 'ids' | 'warned' | 'known' | 'refused']: ImportReport[K][number][] };

/**
 * Brings a folder onto the desk, note by note, as a batch: one at a time, with progress, until it is stopped between two
 * notes. What strangers wrote is read in the reading process. Codes: `batch.busy`, `io.denied`, those of `listFolder`.
 */
export async function importFolder(
  context: Context,
  batches: Batches,
  desk: DeskStore,
  path: string,
): Promise<Result<ImportReport>> {
  if (desk.readOnly) return failure('io.denied', { name: desk.settings.name });
  const listed = await listFolder(path);
  if (!listed.ok) return listed;
  return batches.run((signal, onProgress) => run(context, desk, listed.value, signal, onProgress));
}

async function run(
  { session, intake }: Context,
  desk: DeskStore,
  folder: ListedFolder,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<ImportReport> {
  const { name, notes, beside } = folder;
  const known = async (sha256: string): Promise<string | null> => {
    const found = await session.library.ask('withOriginal', { sha256 });
    return found.ok ? found.value : null;
  };
  const importing = new FolderImport(desk, folder, { read: intake.read, known });
  const report: Growing = { ids: [], warned: [], known: [], refused: [] };
  for (const one of folder.refused) report.refused.push(refusal(one.place, one.failure));
  let told = 0;
  for (const [index, place] of notes.entries()) {
    if (signal.aborted) break;
    onProgress(index, notes.length, place);
    add(report, place, await importing.note(place, new Date().toISOString()));
    if (report.ids.length - told >= stretchLength) {
      await session.written(await foldersOf(desk, report.ids.slice(told)));
      told = report.ids.length;
    }
  }
  await session.written(await foldersOf(desk, report.ids.slice(told)));
  const found = notes.length + folder.refused.length;
  return { folder: name, found, ...report, beside, cancelled: signal.aborted };
}

function add(report: Growing, name: string, outcome: Result<NoteOutcome>): void {
  if (!outcome.ok) report.refused.push(refusal(name, outcome));
  else if (outcome.value.type === 'known') report.known.push({ name, id: outcome.value.id });
  else {
    const { id, warnings } = outcome.value.article;
    report.ids.push(id);
    if (warnings.length > 0) report.warned.push({ name, id, warnings });
  }
}

function refusal(name: string, { code, params }: Failure): ImportReport['refused'][number] {
  return { name, code, ...(params && { params }) };
}
