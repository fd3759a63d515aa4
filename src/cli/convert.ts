import { failure } from '#core/failure';
import type { FormatId } from '#core/formats/types';
import { type Console, exitCodes, fail, usage } from './console';
import { publicationOf, readingOf } from './conversion-options';
import { readFileOrInput, writeWorkOrOutput } from './files';
import { withFormatNames } from './format-names';
import { type Input, inputsOf, isFolder } from './inputs';
import { type Options, readOptions } from './options';
import { type Outcome, refused } from './outcome';
import { withReader } from './reading-thread';
import { writeReport } from './report';

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
  'max-seconds',
  'max-memory',
] as const;

/** `marbre convert <in...> --to <format>`: copy in, article out, without a desk. */
export async function convert(io: Console, args: readonly string[]): Promise<number> {
  const options = readOptions(io, args, names, { least: 1, most: 100_000, name: '<file|->' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { files, outDir, output, json, to = 'markdown' } = options.value;
  if (outDir !== undefined && output !== undefined)
    return fail(io, usage(io.t('cli.usage.either', { one: '--out-dir', other: '-o' })), json);
  const found = await inputsOf(files);
  if (!found.ok) return fail(io, found, json);
  const inputs = found.value;
  const [input] = inputs.files;
  if (input && inputs.files.length === 1 && outDir === undefined && !files.some(isFolder))
    return convertOne(io, input, to, options.value);
  const { convertSeveral } = await import('./convert-several');
  return convertSeveral(io, inputs, to, options.value);
}

async function convertOne(io: Console, input: Input, to: FormatId, options: Options): Promise<number> {
  const converted = await withReader(options.limits, async (thread) => {
    const file = await readFileOrInput(io, input.path);
    if (!file.ok) return file;
    const reading = readingOf(options, io.now());
    const publication = publicationOf(options);
    return thread.ask('convert', { file: file.value, reading, to, publication }, file.value.name);
  });
  const written = converted.ok ? await writeWorkOrOutput(io, options.output, converted.value) : converted;
  const { name } = input;
  const outcome: Outcome =
    converted.ok && written.ok
      ? { ...pick(converted.value), name, failure: null }
      : refused(name, written.ok ? failure('internal') : written);
  const reported = await writeReport(io, [outcome], options.report);
  if (!written.ok) return fail(io, await withFormatNames(io, written), options.json);
  return reported.ok ? exitCodes.done : fail(io, reported, options.json);
}

function pick({ from, warnings, lost }: Required<Pick<Outcome, 'from' | 'warnings' | 'lost'>>) {
  return { from, warnings, lost };
}
