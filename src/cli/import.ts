import { type Result, success } from '#core/failure';
import { failureSentence } from '#core/messages/index';
import { type ImportedArticle, importFile, type ReadFile } from '#storage/index';
import { type Console, exitCodeOf, exitCodes, printJson } from './console';
import { onDesk } from './desk-verbs';
import { readFileOrInput } from './files';
import { type Input, inputsOf } from './inputs';
import type { Options } from './options';
import type { Outcome } from './outcome';
import { ReadingThread } from './reading-thread';
import { writeReport } from './report';

type Imported = ImportedArticle & { readonly file: string };

/**
 * `marbre import <file|folder|pattern...> --desk <dir>`: whole folders of notes too. What is refused stops nothing else;
 * an interruption stops between two files, and what is on the desk by then stays.
 */
export const importFiles = onDesk(
  ['report', 'max-seconds', 'max-memory'],
  { least: 1, most: 100_000, name: '<file>' },
  async (io, desk, options) => {
    const inputs = await inputsOf(options.files);
    const thread = new ReadingThread(options.limits);
    const read: ReadFile = (file, now, given) =>
      thread.ask('read', { file, reading: { ...given, now } }, file.name);
    const stop = new AbortController();
    const onSignal = (): void => stop.abort();
    process.once('SIGINT', onSignal);
    const articles: Imported[] = [];
    const outcomes: Outcome[] = [];
    for (const input of inputs) {
      if (stop.signal.aborted) break;
      const file = await readFileOrInput(io, input.path);
      const done = file.ok ? await importFile(desk, file.value, io.now(), {}, read) : file;
      outcomes.push(outcomeOf(input, done));
      if (done.ok) articles.push({ ...done.value, file: input.name });
      tell(io, input, done, options);
      if (inputs.length > 1)
        io.progress(io.t('cli.convert.progress', { done: outcomes.length, total: inputs.length }));
    }
    thread.end();
    process.removeListener('SIGINT', onSignal);
    io.progress('');
    if (stop.signal.aborted)
      io.say(io.t('cli.import.stopped', { done: outcomes.length, total: inputs.length }));
    return report(io, articles, outcomes, options);
  },
);

function outcomeOf({ name }: Input, done: Result<ImportedArticle>): Outcome {
  const warnings = done.ok ? done.value.warnings : [];
  return { name, failure: done.ok ? null : done, warnings, lost: [] };
}

function tell(io: Console, { name }: Input, done: Result<ImportedArticle>, { json }: Options): void {
  if (done.ok) {
    const { id, title, cuts, queries } = done.value;
    if (!json) io.say(io.t('cli.imported', { id, title, cuts, queries }));
    return;
  }
  const message = failureSentence(io.t, done);
  io.say(json ? JSON.stringify({ error: { file: name, code: done.code, message } }) : message);
}

async function report(
  io: Console,
  articles: readonly Imported[],
  outcomes: readonly Outcome[],
  { json, report: path }: Options,
): Promise<Result<number>> {
  const refused = outcomes.flatMap(({ name, failure }) =>
    failure ? [{ file: name, code: failure.code, message: failureSentence(io.t, failure) }] : [],
  );
  if (json) {
    const imported = articles.map(({ warnings, ...article }) => ({
      ...article,
      warnings: warnings.map(({ code }) => code),
    }));
    printJson(io, { articles: imported, refused });
  } else io.out(articles.map(({ id }) => `${id}\n`).join(''));
  const written = await writeReport(io, outcomes, path);
  if (!written.ok) return written;
  return success(Math.max(exitCodes.done, ...refused.map(({ code }) => exitCodeOf(code))));
}
