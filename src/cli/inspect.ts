import { bodyText } from '#core/body/walk';
import { countWords } from '#core/body/words';
import type { CutReason, IntakeResult, QueryReason } from '#core/intake/types';
import { type Console, exitCodes, fail, printJson } from './console';
import { readFileOrInput } from './files';
import { readOptions } from './options';
import { withReader } from './reading-thread';

/** `marbre inspect <file|->`: what intake makes of a file, without writing anything. */
export async function inspect(io: Console, args: readonly string[]): Promise<number> {
  const names = ['json', 'language', 'published', 'max-seconds', 'max-memory'] as const;
  const options = readOptions(io, args, names, { least: 1, most: 1, name: '<file|->' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { json, files, language, published, clean, limits } = options.value;
  const result = await withReader(limits, async (thread) => {
    const file = await readFileOrInput(io, files[0] ?? '-');
    const reading = { language, published, clean, now: io.now() };
    return file.ok ? thread.ask('inspect', { file: file.value, reading }, file.value.name) : file;
  });
  if (!result.ok) return fail(io, result, json);
  if (json) printJson(io, describe(io, result.value));
  else io.out(report(io, result.value));
  return exitCodes.done;
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
