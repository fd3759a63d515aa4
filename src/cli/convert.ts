import { basename, join, resolve } from 'node:path';
import type { Article } from '#core/article/schema';
import { fileNames } from '#core/desk/file-names';
import { failure, type Result, success } from '#core/failure';
import { formatById } from '#core/formats/registry';
import type { Format, Publication, WrittenFile } from '#core/formats/types';
import { failureSentence } from '#core/messages/index';
import { diskFileSystem, type Incoming, writeAtomically } from '#storage/index';
import { type Console, exitCodes, fail, usage } from './console';
import {
  type Converted,
  contextOf,
  convertTo,
  type Reading,
  refusalOf,
  type Taken,
  takeIn,
} from './conversion';
import { makeFolder, type Outcome, type Task, writeConverted, writeFiles } from './convert-file';
import { convertMany } from './convert-pool';
import { readFileOrInput, writeFileOrOutput } from './files';
import { type Input, type Inputs, inputsOf, isFolder } from './inputs';
import { type Options, readOptions } from './options';
import { reportLines } from './report';

const names = [
  'json',
  'language',
  'published',
  'to',
  'from',
  'output',
  'out-dir',
  'report',
  'clean',
  'base-url',
  'publication',
] as const;

/** `marbre convert <in...> --to <format>`: copy in, article out, without a desk. */
export async function convert(io: Console, args: readonly string[]): Promise<number> {
  const options = readOptions(io, args, names, { least: 1, most: 100_000, name: '<file|->' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { files, outDir, output, json } = options.value;
  if (outDir !== undefined && output !== undefined)
    return fail(io, usage(io.t('cli.usage.either', { one: '--out-dir', other: '-o' })), json);
  const found = await inputsOf(files);
  if (!found.ok) return fail(io, found, json);
  const { files: inputs, refused } = found.value;
  const format = formatById(options.value.to ?? 'markdown');
  const isOne = inputs.length === 1 && outDir === undefined && !files.some(isFolder);
  // Into a folder goes each on its own, where a format can; one name for several makes one work of them.
  const isSet = format.writeSet !== undefined && (!format.write || (!isOne && outDir === undefined));
  const run = isSet ? convertSet : isOne ? convertOne : convertEach;
  return run(io, { files: inputs, refused }, format, options.value);
}

type Run = (io: Console, inputs: Inputs, format: Format, options: Options) => Promise<number>;

const convertOne: Run = async (io, { files: [input] }, format, options) => {
  const file = await readFileOrInput(io, input?.path ?? '-');
  const taken = file.ok ? takeIn(file.value, readingOf(options, io.now())) : file;
  const converted = taken.ok ? convertTo(format, taken.value, publicationOf(options)) : taken;
  const name = input?.name ?? '';
  const written = converted.ok ? await writeOne(io, converted.value, options) : converted;
  const outcome: Outcome = {
    name,
    failure: written.ok ? null : written,
    ...(taken.ok && { from: taken.value.format }),
    warnings: taken.ok ? taken.value.warnings : [],
    lost: converted.ok ? converted.value.lost : [],
  };
  const reported = await writeReport(io, [outcome], options);
  if (!written.ok) return fail(io, withFormat(io, written, format), options.json);
  return reported.ok ? exitCodes.done : fail(io, reported, options.json);
};

async function writeOne(io: Console, converted: Converted, { output }: Options): Promise<Result<null>> {
  if (output !== undefined && output !== '-') return writeConverted(resolve(output), converted);
  io.out(converted.bytes);
  return success(null);
}

/** Every input on its own, into a folder. What is refused is named, and stops nothing else. */
const convertEach: Run = async (io, { files, refused }, format, options) => {
  const { outDir, json } = options;
  if (outDir === undefined) return fail(io, usage(io.t('cli.usage.missing', { what: '--out-dir' })), json);
  if (!format.write) return fail(io, withFormat(io, failure(refusalOf(format), { known: '' }), format), json);
  const made = await makeFolder(resolve(outDir));
  if (!made.ok) return fail(io, made, json);
  const tasks = tasksOf(files, format, options, io.now());
  const converted = await convertMany(tasks, (done) =>
    io.progress(io.t('cli.convert.progress', { done, total: tasks.length })),
  );
  const outcomes = [...refused.map((one) => ({ ...one, warnings: [], lost: [] })), ...converted];
  io.progress('');
  const reported = await writeReport(io, outcomes, options);
  for (const outcome of outcomes) sayRefusal(io, outcome, json);
  if (!reported.ok) return fail(io, reported, json);
  const failures = outcomes.flatMap((outcome) => (outcome.failure ? [outcome.failure] : []));
  if (failures.some(({ code }) => code === 'io.disk-full' || code === 'io.write')) return exitCodes.io;
  return failures.length > 0 ? exitCodes.wrong : exitCodes.done;
};

/** All inputs as one work: a book, a site. One that is refused stops it, since nobody wants a book with a hole. */
const convertSet: Run = async (io, { files, refused }, format, options) => {
  const { json, outDir, output } = options;
  const [first] = refused;
  if (first) return fail(io, first.failure, json);
  const reading = readingOf(options, io.now());
  const taken: Taken[] = [];
  for (const input of files) {
    const file = await readFileOrInput(io, input.path);
    const one = file.ok ? takeIn(file.value, reading) : file;
    if (!one.ok) return fail(io, one, json);
    taken.push(one.value);
  }
  const publication = publicationOf(options);
  const language = taken[0]?.article.metadata.language ?? 'fr';
  const title = publication?.name || basename(resolve(outDir ?? output ?? '.')).replace(/\.[^.]*$/, '');
  const set = { title, language, articles: taken.map(({ article }) => article) };
  const work = format.writeSet?.(set, contextOf(format.id, taken, publication));
  if (!work?.ok) return fail(io, work ?? failure('format.no-writer', { format: format.id, known: '' }), json);
  const written = await writeSet(io, work.value, format, options);
  return written.ok ? exitCodes.done : fail(io, written, json);
};

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
  if (!only || others.length > 0) return failure('format.set-only', { format: io.t(`app.format.${id}`) });
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

function readingOf({ language, published, clean, from }: Options, now: string): Reading {
  return { language, published, clean, from, now };
}

function publicationOf({ baseUrl, publication }: Options): Publication | undefined {
  if (baseUrl === undefined && publication === undefined) return undefined;
  const address = baseUrl === undefined || baseUrl.endsWith('/') ? (baseUrl ?? '') : `${baseUrl}/`;
  return { name: publication ?? '', address };
}

function sayRefusal(io: Console, { name, failure: failed }: Outcome, json: boolean): void {
  if (!failed) return;
  const message = failureSentence(io.t, { ...failed, params: { ...failed.params, name } });
  io.say(json ? JSON.stringify({ error: { file: name, code: failed.code, message } }) : message);
}

/** The sentence names a format as people do. */
function withFormat(io: Console, failed: ReturnType<typeof failure>, { id }: Format) {
  const known = failed.params?.known ?? '';
  return { ...failed, params: { ...failed.params, format: io.t(`app.format.${id}`), known } };
}

async function writeReport(
  io: Console,
  outcomes: readonly Outcome[],
  { report }: Options,
): Promise<Result<null>> {
  if (report === undefined) return success(null);
  return writeAtomically(diskFileSystem, resolve(report), reportLines(io, outcomes));
}

/** An article out of a file, for verbs that look at one without a desk. */
export function toArticle(file: Incoming, options: Options, now: string): Result<Article> {
  const taken = takeIn(file, readingOf(options, now));
  return taken.ok ? success(taken.value.article) : taken;
}
