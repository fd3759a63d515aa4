import { basename, join, resolve } from 'node:path';
import { fileNames } from '#core/desk/file-names';
import { failure, type Result, success } from '#core/failure';
import { formatById } from '#core/formats/registry';
import type { Format, FormatId, WrittenFile } from '#core/formats/types';
import { refusalOf } from '#core/formats/work';
import { failureSentence } from '#core/messages/index';
import { makeFolder, writeFiles } from '#storage/write-files';
import { type Console, exitCodes, fail, usage } from './console';
import type { Taken } from './conversion';
import { publicationOf, readingOf } from './conversion-options';
import { convertMany } from './convert-pool';
import { readFileOrInput, writeFileOrOutput } from './files';
import { withFormatNames } from './format-names';
import { type Input, type Inputs, isFolder } from './inputs';
import type { Options } from './options';
import { type Outcome, refused, type Task } from './outcome';
import { type ReadingThread, withReader } from './reading-thread';
import { writeReport } from './report';

/** Many inputs, or a folder to put one into. Exit 1 when some are refused. */
export async function convertSeveral(
  io: Console,
  inputs: Inputs,
  to: FormatId,
  options: Options,
): Promise<number> {
  const { outDir, files, json, from } = options;
  const format = formatById(to);
  const reader = from && formatById(from);
  if (reader && !(reader.read ?? reader.readWhole))
    return fail(io, await withFormatNames(io, failure('format.no-reader', { format: reader.id })), json);
  const isOne = inputs.files.length === 1 && !files.some(isFolder);
  // Into a folder goes each on its own, where a format can; one name for several makes one work of them.
  const isSet = format.writeSet !== undefined && (!format.write || (!isOne && outDir === undefined));
  return (isSet ? convertSet : convertEach)(io, inputs, format, options);
}

type Run = (io: Console, inputs: Inputs, format: Format, options: Options) => Promise<number>;

/** Every input on its own, into a folder. What is refused is named, and stops nothing else. */
const convertEach: Run = async (io, inputs, format, options) => {
  const { outDir, json } = options;
  if (outDir === undefined) return fail(io, usage(io.t('cli.usage.missing', { what: '--out-dir' })), json);
  if (!format.write) {
    const refusal = failure(refusalOf(format), { format: format.id });
    return fail(io, await withFormatNames(io, refusal), json);
  }
  const made = await makeFolder(resolve(outDir));
  if (!made.ok) return fail(io, made, json);
  const tasks = tasksOf(inputs.files, format, options, io.now());
  const converted = await convertMany(tasks, options.limits, (done) =>
    io.progress(io.t('cli.convert.progress', { done, total: tasks.length })),
  );
  const outcomes = [...inputs.refused.map(({ name, failure }) => refused(name, failure)), ...converted];
  io.progress('');
  const reported = await writeReport(io, outcomes, options.report);
  for (const outcome of outcomes) sayRefusal(io, outcome, json);
  if (!reported.ok) return fail(io, reported, json);
  const failures = outcomes.flatMap((outcome) => (outcome.failure ? [outcome.failure] : []));
  if (failures.some(({ code }) => code === 'io.disk-full' || code === 'io.write')) return exitCodes.io;
  return failures.length > 0 ? exitCodes.wrong : exitCodes.done;
};

/** All inputs as one work: a book, a site. One that is refused stops it, since nobody wants a book with a hole. */
const convertSet: Run = async (io, { files: inputs, refused: [unread] }, format, options) => {
  if (unread) return fail(io, unread.failure, options.json);
  const files = await withReader(options.limits, async (thread) => {
    const taken = await takeAll(io, thread, inputs, options);
    return taken.ok ? asOneWork(thread, taken.value, format, options) : taken;
  });
  const written = files.ok ? await writeSet(io, files.value, format, options) : files;
  return written.ok ? exitCodes.done : fail(io, await withFormatNames(io, written), options.json);
};

async function takeAll(
  io: Console,
  thread: ReadingThread,
  inputs: readonly Input[],
  options: Options,
): Promise<Result<readonly Taken[]>> {
  const reading = readingOf(options, io.now());
  const taken: Taken[] = [];
  for (const { path } of inputs) {
    const file = await readFileOrInput(io, path);
    const one = file.ok ? await thread.ask('take', { file: file.value, reading }, file.value.name) : file;
    if (!one.ok) return one;
    taken.push(one.value);
  }
  return success(taken);
}

function asOneWork(thread: ReadingThread, taken: readonly Taken[], { id }: Format, options: Options) {
  const { outDir, output } = options;
  const publication = publicationOf(options);
  const language = taken[0]?.article.metadata.language ?? 'fr';
  const title = publication?.name || basename(resolve(outDir ?? output ?? '.')).replace(/\.[^.]*$/, '');
  return thread.ask('writeSet', { to: id, set: { title, language }, taken, publication }, title);
}

/** A work of one file goes where -o says; one of many needs a folder. */
async function writeSet(
  io: Console,
  files: readonly WrittenFile[],
  { id }: Format,
  { outDir, output }: Options,
): Promise<Result<null>> {
  const [only, ...others] = files;
  if (outDir !== undefined) {
    const made = await makeFolder(resolve(outDir));
    if (!made.ok) return made;
    return writeFiles(resolve(outDir), new Map(files.map(({ path, bytes }) => [path, bytes])));
  }
  if (!only || others.length > 0) return failure('format.set-only', { format: id });
  return writeFileOrOutput(io, output, only.bytes);
}

/** Outputs are named after their inputs; two of one name in one folder are told apart by a number. */
function tasksOf(
  inputs: readonly Input[],
  { id, extensions }: Format,
  options: Options,
  now: string,
): Task[] {
  const reading = readingOf(options, now);
  const publication = publicationOf(options);
  const folders = new Map<string, ReturnType<typeof fileNames>>();
  return inputs.map(({ path, name, folder }) => {
    const nameIn = folders.get(folder) ?? fileNames([]);
    folders.set(folder, nameIn);
    const stem = basename(path).replace(/(?<=.)\.[^.]*$/, '');
    const target = join(resolve(options.outDir ?? '.'), folder, nameIn(stem, extensions[0] ?? id));
    return { path, name, target, to: id, reading, publication };
  });
}

function sayRefusal(io: Console, { name, failure: failed }: Outcome, json: boolean): void {
  if (!failed) return;
  const message = failureSentence(io.t, { ...failed, params: { ...failed.params, name } });
  io.say(json ? JSON.stringify({ error: { file: name, code: failed.code, message } }) : message);
}
