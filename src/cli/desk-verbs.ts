import { basename, resolve } from 'node:path';
import type { Article } from '#core/article/schema';
import { isUnderEmbargo, localIn } from '#core/article/zones';
import { mayLeave } from '#core/claims/overrides';
import { type Result, success } from '#core/failure';
import { asPrinted, formatById } from '#core/formats/registry';
import { writeText } from '#core/formats/text/write';
import { writeOne } from '#core/formats/work';
import { failureSentence } from '#core/messages/index';
import { createDesk, type DeskStore, openDesk, type Problem, verifyDesk, writeContext } from '#storage/index';
import { type Console, exitCodes, fail, languageIn, printJson, usage } from './console';
import { writeWorkOrOutput } from './files';
import { withFormatNames } from './format-names';
import { type Options, readOptions } from './options';

export type Verb = (io: Console, args: readonly string[]) => Promise<number>;

/** Reads options and opens the desk that they name, then does the work; every failure ends in one sentence. */
export function onDesk(
  names: Parameters<typeof readOptions>[2],
  arity: Parameters<typeof readOptions>[3],
  work: (io: Console, desk: DeskStore, options: Options) => Promise<Result<number>>,
): Verb {
  return async (io, args) => {
    const options = readOptions(io, args, ['json', 'desk', ...names], arity);
    if (!options.ok) return fail(io, options, args.includes('--json'));
    const desk = await openDesk(resolve(options.value.desk ?? '.'));
    if (!desk.ok) return fail(io, desk, options.value.json);
    const done = await work(io, desk.value, options.value);
    return done.ok ? done.value : fail(io, done, options.value.json);
  };
}

export const none = { least: 0, most: 0, name: '' };
export const one = { least: 1, most: 1, name: '<id>' };

/** `marbre desk init <dir>` */
export const deskInit: Verb = async (io, args) => {
  if (args[0] !== 'init')
    return fail(io, usage(io.t('cli.usage.verb', { verb: `desk ${args[0] ?? ''}`.trim() })), false);
  const options = readOptions(io, args.slice(1), ['json', 'language'], { least: 1, most: 1, name: '<dir>' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const folder = resolve(options.value.files[0] ?? '.');
  const language = options.value.language ?? languageIn(io);
  const created = await createDesk(folder, { name: basename(folder), language });
  if (!created.ok) return fail(io, created, options.value.json);
  if (options.value.json) printJson(io, { id: created.value.settings.id, name: created.value.settings.name });
  else io.say(io.t('cli.desk.created', { name: created.value.settings.name }));
  return exitCodes.done;
};

/** An article by its id, or by the beginning of one. */
export async function findArticle(desk: DeskStore, wanted: string): Promise<Result<Article>> {
  const exact = await desk.articles.read(wanted);
  if (exact.ok) return success(exact.value.article);
  if (exact.code !== 'article.not-found') return exact;
  const [match, second] = await desk.articles.idsBeginning(wanted);
  if (match === undefined || second !== undefined) return exact;
  const read = await desk.articles.read(match);
  return read.ok ? success(read.value.article) : read;
}

/** `marbre show <id> --desk <dir>` */
export const show = onDesk([], one, async (io, desk, { files, json }) => {
  const article = await findArticle(desk, files[0] ?? '');
  if (!article.ok) return article;
  if (json) printJson(io, article.value);
  else io.out(writeText(asPrinted(article.value)));
  return success(exitCodes.done);
});

/** `marbre export <id> --desk <dir> --to <format>` */
export const exportArticle = onDesk(
  ['to', 'output'],
  one,
  async (io, desk, { files, to = 'markdown', output, json }) => {
    const article = await findArticle(desk, files[0] ?? '');
    if (!article.ok) return article;
    const leave = mayLeave(article.value, desk.settings);
    if (!leave.ok) return leave;
    const context = await writeContext(desk, [article.value], to);
    if (!context.ok) return context;
    warnOfEmbargo(io, article.value, json);
    const work = writeOne(formatById(to), article.value, context.value);
    if (!work.ok) return withFormatNames(io, work);
    const written = await writeWorkOrOutput(io, output, work.value);
    return written.ok ? success(exitCodes.done) : written;
  },
);

/** On the error output: a script that takes the copy from the other one is not disturbed. */
function warnOfEmbargo(io: Console, { metadata: { embargo } }: Article, json: boolean): void {
  if (!embargo || !isUnderEmbargo(embargo, io.now())) return;
  const { until, zone } = embargo;
  const local = localIn(zone, until)?.replace('T', ' ') ?? until;
  const message = io.t('cli.export.embargo', { local, zone });
  io.say(json ? JSON.stringify({ warning: { code: 'embargo', until, zone, message } }) : message);
}

/** `marbre verify --desk <dir>`: exit 1 when anything is wrong. Damaged files go into quarantine. */
export const verify = onDesk([], none, async (io, desk, { json }) => {
  const settings = desk.readOnly ? [] : await desk.tidy();
  const known = new Set(settings.map(({ name }) => name));
  const found = await verifyDesk(desk, !desk.readOnly);
  const problems = [...settings, ...found.filter(({ name }) => !known.has(name))];
  const { articles } = await desk.articles.list();
  if (json)
    printJson(io, {
      articles: articles.length,
      problems: problems.map((problem) => describeProblem(io, problem)),
    });
  else if (problems.length === 0) io.say(io.t('cli.verify.ok', { count: articles.length }));
  else io.out(problems.map((problem) => `${problemSentence(io, problem)}\n`).join(''));
  return success(problems.length === 0 ? exitCodes.done : exitCodes.wrong);
});

export function describeProblem(io: Console, { name, failure: failed, quarantined }: Problem) {
  return {
    name,
    code: failed.code,
    message: failureSentence(io.t, failed),
    ...(quarantined !== undefined && { quarantined }),
  };
}

export function problemSentence(io: Console, { name, failure: failed, quarantined }: Problem): string {
  const problem = failureSentence(io.t, failed);
  return quarantined === undefined
    ? io.t('cli.verify.problem', { name, problem })
    : io.t('cli.verify.quarantined', { name, problem, quarantined });
}
