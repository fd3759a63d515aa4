import { bodyText } from '#core/body/walk';
import { countWords } from '#core/body/words';
import { failure, type Result, success } from '#core/failure';
import { formatForFile } from '#core/formats/registry';
import { intake } from '#core/intake/intake';
import type { CutReason, IntakeResult, QueryReason } from '#core/intake/types';
import type { Incoming } from '#storage/index';
import { type Console, exitCodes, fail, printJson } from './console';
import { readFileOrInput } from './files';
import { type Options, readOptions } from './options';

/** `marbre inspect <file|->`: what intake makes of a file, without writing anything. */
export async function inspect(io: Console, args: readonly string[]): Promise<number> {
  const options = readOptions(io, args, ['json', 'language', 'published'], {
    least: 1,
    most: 1,
    name: '<file|->',
  });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { json, files } = options.value;
  const file = await readFileOrInput(io, files[0] ?? '-');
  if (!file.ok) return fail(io, file, json);
  const result = runIntake(file.value, options.value, io.now());
  if (!result.ok) return fail(io, result, json);
  if (json) printJson(io, describe(io, result.value));
  else io.out(report(io, result.value));
  return exitCodes.done;
}

/** The intake of one file as the options ask for it. */
export function runIntake(
  file: Incoming,
  { language, published, clean }: Options,
  now: string,
): Result<IntakeResult> {
  const { read } = formatForFile(file.name, file.bytes);
  const imported =
    read?.(file.bytes, { now }) ?? failure('input.unknown-format', { format: file.name, known: '' });
  if (!imported.ok) return failure(imported.code, { name: file.name, ...imported.params }, imported.detail);
  return success(intake(imported.value, { language, published, clean }));
}

function describe(io: Console, result: IntakeResult) {
  return {
    format: result.format,
    encoding: result.encoding,
    language: result.language,
    title: result.headline,
    standfirst: result.standfirst,
    byline: result.byline,
    published: result.published,
    blocks: result.blocks.map((block) => ({ id: block.id, type: block.type, text: bodyText([block], '\n') })),
    cuts: result.cuts.map(({ reason, text }) => ({ reason, text })),
    queries: result.queries.map(({ reason, text }) => ({ reason, text })),
    warnings: warningSentences(io, result),
    words: wordsIn(result),
  };
}

function warningSentences({ t }: Console, result: IntakeResult): string[] {
  return result.warnings.map(({ code, params }) => t(`intake.warning.${code}`, params));
}

/** Words of the story, without headline, standfirst and byline: what a desk counts. */
function wordsIn(result: IntakeResult): number {
  return countWords(bodyText(result.blocks, ' '));
}

function report(io: Console, result: IntakeResult): string {
  const { t } = io;
  const facts: [string, string][] = [
    [t('cli.inspect.format'), `${result.format} (${result.encoding})`],
    [t('cli.inspect.language'), result.language],
    [t('cli.inspect.title'), result.headline || '—'],
    [t('cli.inspect.standfirst'), result.standfirst || '—'],
    [t('cli.inspect.byline'), result.byline || '—'],
    [t('cli.inspect.published'), result.published ?? '—'],
    [t('cli.inspect.words'), String(wordsIn(result))],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  const lists: [string, string[]][] = [
    [
      t('cli.inspect.cuts'),
      result.cuts.map((cut) => `${t(`intake.cut.${cut.reason as CutReason}`)}: ${JSON.stringify(cut.text)}`),
    ],
    [
      t('cli.inspect.queries'),
      result.queries.map(
        (query) => `${t(`intake.query.${query.reason as QueryReason}`)} ${JSON.stringify(query.text)}`,
      ),
    ],
    [t('cli.inspect.warnings'), warningSentences(io, result)],
  ];
  const head = facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  const tail = lists.flatMap(([name, entries]) => [
    '',
    `${name} (${entries.length})`,
    ...entries.map((entry) => `  ${entry}`),
  ]);
  return `${[...head, ...tail].join('\n')}\n`;
}
