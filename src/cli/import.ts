import { type Failure, type Result, success } from '#core/failure';
import { failureSentence } from '#core/messages/index';
import {
  type DeskStore,
  FolderImport,
  type ImportedArticle,
  importFile,
  type ListedFolder,
  type NoteOutcome,
  type ReadFile,
} from '#storage/index';
import { type Console, exitCodeOf, exitCodes, printJson } from './console';
import { withIndex } from './desk-index';
import { onDesk } from './desk-verbs';
import { readFileOrInput } from './files';
import { type Input, inputsOf } from './inputs';
import type { Options } from './options';
import { type Outcome, refused as refusedAs } from './outcome';
import { withReader } from './reading-thread';
import { writeReport } from './report';

type Done = { readonly name: string; readonly result: Result<NoteOutcome> };

/** The article that was imported from the bytes with this hash before. */
type Known = (sha256: string) => string | null;

/**
 * `marbre import <file|folder|pattern...> --desk <dir>`: whole folders of notes too. What is refused stops nothing else;
 * an interruption stops between two files, and what is on the desk by then stays.
 */
export const importFiles = onDesk(
  ['report', 'max-seconds', 'max-memory'],
  { least: 1, most: 100_000, name: '<file>' },
  async (io, desk, options) => {
    const inputs = await inputsOf(options.files);
    if (!inputs.ok) return inputs;
    const { files, refused } = inputs.value;
    const run = (known: Known): Promise<Done[]> =>
      withReader(options.limits, (thread) => {
        const read: ReadFile = (file, now, given) =>
          thread.ask('read', { file, reading: { ...given, now } }, file.name);
        return importEach(io, files, importer(io, desk, { read, known }), options);
      });
    const notes = files.some(({ within }) => within);
    const done = notes
      ? await withIndex(io, desk, (index) => run((sha256) => index.withOriginal(sha256)))
      : success(await run(() => null));
    if (!done.ok) return done;
    const before = refused.map(({ name, failure }): Done => ({ name, result: failure }));
    for (const { name, result } of before) tell(io, name, result, options);
    return report(io, [...before, ...done.value], options);
  },
);

async function importEach(
  io: Console,
  inputs: readonly Input[],
  importOne: ReturnType<typeof importer>,
  options: Options,
): Promise<Done[]> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  const done: Done[] = [];
  for (const input of inputs) {
    if (stop.signal.aborted) break;
    const result = await importOne(input);
    done.push({ name: input.name, result });
    tell(io, input.name, result, options);
    if (inputs.length > 1)
      io.progress(io.t('cli.convert.progress', { done: done.length, total: inputs.length }));
  }
  process.removeListener('SIGINT', onSignal);
  io.progress('');
  if (stop.signal.aborted) io.say(io.t('cli.import.stopped', { done: done.length, total: inputs.length }));
  return done;
}

/** Files one by one as they are; notes of a folder as the folder has them. */
function importer(io: Console, desk: DeskStore, by: { readonly read: ReadFile; readonly known: Known }) {
  const folders = new Map<ListedFolder, FolderImport>();
  return async ({ path, within }: Input): Promise<Result<NoteOutcome>> => {
    if (within) {
      const folder = folders.get(within.folder) ?? new FolderImport(desk, within.folder, by);
      folders.set(within.folder, folder);
      return folder.note(within.place, io.now());
    }
    const file = await readFileOrInput(io, path);
    const imported = file.ok ? await importFile(desk, file.value, io.now(), { read: by.read }) : file;
    return imported.ok ? success({ type: 'imported', article: imported.value }) : imported;
  };
}

function tell(io: Console, name: string, result: Result<NoteOutcome>, { json }: Options): void {
  if (!result.ok) {
    const message = failureSentence(io.t, result);
    io.say(json ? JSON.stringify({ error: { file: name, code: result.code, message } }) : message);
  } else if (!json && result.value.type === 'known')
    io.say(io.t('cli.import.known', { name, id: result.value.id }));
  else if (!json && result.value.type === 'imported') {
    const { id, title, cuts, queries } = result.value.article;
    io.say(io.t('cli.imported', { id, title, cuts, queries }));
  }
}

function outcomeOf({ name, result }: Done): Outcome {
  if (!result.ok) return refusedAs(name, result);
  const { value } = result;
  if (value.type === 'known') return { name, failure: null, known: value.id, warnings: [], lost: [] };
  return { name, failure: null, warnings: value.article.warnings, lost: [] };
}

async function report(
  io: Console,
  done: readonly Done[],
  { json, report: path }: Options,
): Promise<Result<number>> {
  const refused = done.flatMap(({ name, result }): { file: string; failure: Failure }[] =>
    result.ok ? [] : [{ file: name, failure: result }],
  );
  if (json) printJson(io, { ...asJson(done), refused: refused.map((one) => describeRefusal(io, one)) });
  else
    io.out(
      importedIn(done)
        .map(({ id }) => `${id}\n`)
        .join(''),
    );
  const written = await writeReport(io, done.map(outcomeOf), path);
  if (!written.ok) return written;
  return success(Math.max(exitCodes.done, ...refused.map(({ failure }) => exitCodeOf(failure.code))));
}

function importedIn(done: readonly Done[]): (ImportedArticle & { readonly file: string })[] {
  return done.flatMap(({ name, result }) =>
    result.ok && result.value.type === 'imported' ? [{ ...result.value.article, file: name }] : [],
  );
}

function asJson(done: readonly Done[]) {
  const known = done.flatMap(({ name, result }) =>
    result.ok && result.value.type === 'known' ? [{ file: name, id: result.value.id }] : [],
  );
  const articles = importedIn(done).map(({ warnings, ...article }) => ({
    ...article,
    warnings: warnings.map(({ code }) => code),
  }));
  return { articles, known };
}

function describeRefusal(
  io: Console,
  { file, failure }: { readonly file: string; readonly failure: Failure },
) {
  return { file, code: failure.code, message: failureSentence(io.t, failure) };
}
