import type { ArticleSummary } from '#core/article/summary';
import type { Language } from '#core/article/values';
import type { Tag } from '#core/desk/schema';
import { failure, type Result, success } from '#core/failure';
import { failureSentence } from '#core/messages/index';
import { findTag, resolveTag } from '#core/vocabulary/lookup';
import { labelOf } from '#core/vocabulary/names';
import {
  createTag,
  mergeTags,
  removeTag,
  renameTag,
  type VocabularyChange,
} from '#core/vocabulary/operations';
import { outline } from '#core/vocabulary/tree';
import { type BulkReport, type DeskStore, retag } from '#storage/index';
import { type Console, exitCodes, fail, printJson, usage } from './console';
import { hitsOf, requestOf, withIndex } from './desk-index';
import { onDesk, type Verb } from './desk-verbs';
import type { Options } from './options';

const none = { least: 0, most: 0, name: '' };

/** `marbre tag list --desk <dir>`: narrower tags behind the one above them. */
const list = onDesk([], none, async (io, desk, options) => {
  const { json } = options;
  const vocabulary = await desk.vocabulary();
  if (!vocabulary.ok) return vocabulary;
  const { tags } = vocabulary.value;
  const counted = await withTags(io, desk, options, [''], () => true);
  if (!counted.ok) return counted;
  const uses = usesOf(counted.value, tags);
  const rows = outline(tags, desk.settings.language);
  if (json) printJson(io, { tags: rows.map(({ tag }) => ({ ...tag, articles: uses.get(tag.id) ?? 0 })) });
  else
    io.out(rows.map(({ tag, depth }) => `${row(io, desk.settings.language, tag, depth, uses)}\n`).join(''));
  return success(exitCodes.done);
});

type Tagged = Pick<ArticleSummary, 'id' | 'tags'>;

/** Articles that one of these queries finds and that have a tag which is wanted. */
function withTags(
  io: Console,
  desk: DeskStore,
  options: Options,
  queries: readonly string[],
  isWanted: (id: string) => boolean,
): Promise<Result<readonly Tagged[]>> {
  return withIndex(io, desk, (index) => {
    const found = queries
      .flatMap((query) => hitsOf(index, requestOf(io, { ...options, files: [query] })))
      .filter(({ article }) => article.tags.some(isWanted));
    return [...new Map(found.map(({ article }) => [article.id, article])).values()];
  });
}

/** What asks the index for a tag, whatever its id is made of. */
function queryFor(id: string): string {
  return `tag:"${id.replaceAll('"', '')}"`;
}

function usesOf(articles: readonly Tagged[], tags: readonly Tag[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const article of articles)
    for (const id of new Set(article.tags.map((one) => resolveTag(tags, one)?.id ?? one)))
      uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}

function row(
  io: Console,
  language: Language,
  tag: Tag,
  depth: number,
  uses: ReadonlyMap<string, number>,
): string {
  const count = String(uses.get(tag.id) ?? 0).padStart(6);
  const others = tag.aliases.length > 0 ? `  (${tag.aliases.join(', ')})` : '';
  const retired = tag.retired ? `  [${io.t('cli.tag.retired')}]` : '';
  const label = `${'  '.repeat(depth)}${labelOf(tag, language)}`;
  return `${count}  ${tag.type.padEnd(12)}  ${label}${others}  ${tag.id}${retired}`;
}

/** `marbre tag add <label> --desk <dir>` */
const add = onDesk(
  ['language', 'type', 'parent', 'alias'],
  { least: 1, most: 1, name: '<label>' },
  async (io, desk, { files, json, language, type, parent, aliases }) => {
    const changed = await desk.tags.change((tags) => {
      const above = parent === undefined ? null : findTag(tags, parent);
      if (above === undefined) return failure('tag.unknown', { name: parent ?? '' });
      const labels = { [language ?? desk.settings.language]: files[0] ?? '' };
      return createTag(tags, { labels, aliases: [...aliases], type, parent: above?.id ?? null });
    });
    if (!changed.ok) return changed;
    const { tag } = changed.value.change;
    if (json) printJson(io, tag);
    else {
      io.out(`${tag?.id}\n`);
      io.say(io.t('cli.tag.added', { name: files[0] ?? '', id: tag?.id ?? '' }));
    }
    return success(exitCodes.done);
  },
);

/** `marbre tag remove <tag> --desk <dir>`: exit 1 when articles have it and `--force` does not say to take it off them. */
const remove = onDesk(['force'], { least: 1, most: 1, name: '<tag>' }, async (io, desk, options) => {
  const { files, json, force } = options;
  const found = await tagsNamed(desk, files);
  if (!found.ok) return found;
  const [tag] = found.value;
  const { id } = tag;
  const own = new Set([id, ...tag.formerIds]);
  const tagged = await withTags(io, desk, options, [queryFor(id)], (one) => own.has(one));
  if (!tagged.ok) return tagged;
  const ids = tagged.value.map((article) => article.id);
  const changed = await desk.tags.change((tags) => removeTag(tags, id, { uses: ids.length, force }));
  if (!changed.ok) return changed;
  const report = await retagAll(io, desk, ids, changed.value.change);
  const name = labelOf(tag, desk.settings.language);
  if (json) printJson(io, { id, articles: report.steps.length, refused: report.refused.length });
  else io.say(io.t('cli.tag.removed', { name, count: report.steps.length }));
  return success(codeOf(report));
});

/** `marbre tag rename <tag> <label> --desk <dir>`: articles keep its id, so none is touched. */
const rename = onDesk(
  ['language'],
  { least: 2, most: 2, name: '<tag> <label>' },
  async (io, desk, { files: [wanted = '', label = ''], json, language = desk.settings.language }) => {
    const found = await tagsNamed(desk, [wanted]);
    if (!found.ok) return found;
    const [before] = found.value;
    const changed = await desk.tags.change((tags) => renameTag(tags, before.id, language, label));
    if (!changed.ok) return changed;
    const { tag } = changed.value.change;
    const after = tag?.labels[language] ?? label;
    if (json) printJson(io, tag);
    else io.say(io.t('cli.tag.renamed', { before: labelOf(before, language), after }));
    return success(exitCodes.done);
  },
);

/** `marbre tag merge <tag>... --into <tag> --desk <dir>`: one that was stopped is finished by saying it again. */
const merge = onDesk(
  ['into', 'dry-run'],
  { least: 1, most: 1_000, name: '<tag>' },
  async (io, desk, options) => {
    const { files, json, into, dryRun } = options;
    if (into === undefined) return usage(io.t('cli.usage.missing', { what: '--into' }));
    const found = await tagsNamed(desk, [into, ...files]);
    if (!found.ok) return found;
    const [target, ...merged] = found.value;
    const work = (tags: readonly Tag[]) =>
      mergeTags(
        tags,
        merged.map(({ id }) => id),
        target.id,
      );
    const planned = work(await tagsOf(desk));
    if (!planned.ok) return planned;
    const affected = await affectedBy(io, desk, options, found.value, planned.value);
    if (!affected.ok) return affected;
    const name = labelOf(target, desk.settings.language);
    const tell = (key: 'cli.tag.merged' | 'cli.tag.would-merge', articles: number, refused: number): void => {
      if (json) printJson(io, { into: target.id, articles, refused, dryRun });
      else io.say(io.t(key, { name, count: articles }));
    };
    if (dryRun) {
      tell('cli.tag.would-merge', affected.value.length, 0);
      return success(exitCodes.done);
    }
    const changed = await desk.tags.change(work);
    if (!changed.ok) return changed;
    const report = await retagAll(io, desk, affected.value, changed.value.change);
    tell('cli.tag.merged', report.steps.length, report.refused.length);
    return success(codeOf(report));
  },
);

/** Ids of the articles that a change means something for. `tags`: all that it is about, as they are now. */
async function affectedBy(
  io: Console,
  desk: DeskStore,
  options: Options,
  tags: readonly Tag[],
  { becomes }: VocabularyChange,
): Promise<Result<readonly string[]>> {
  const queries = [...new Set(tags.map(({ id }) => queryFor(id)))];
  const found = await withTags(io, desk, options, queries, (id) => becomes.has(id));
  return found.ok ? success(found.value.map(({ id }) => id)) : found;
}

async function tagsOf(desk: DeskStore): Promise<readonly Tag[]> {
  const vocabulary = await desk.vocabulary();
  return vocabulary.ok ? vocabulary.value.tags : [];
}

/** The tags that are meant by ids, labels or other names, in this order. */
async function tagsNamed(
  desk: DeskStore,
  names: readonly string[],
): Promise<Result<readonly [Tag, ...Tag[]]>> {
  const vocabulary = await desk.vocabulary();
  if (!vocabulary.ok) return vocabulary;
  const found: Tag[] = [];
  for (const name of names) {
    const tag = findTag(vocabulary.value.tags, name);
    if (!tag) return failure('tag.unknown', { name });
    found.push(tag);
  }
  const [first, ...others] = found;
  return first ? success([first, ...others]) : failure('tag.unknown', { name: '' });
}

async function retagAll(
  io: Console,
  desk: DeskStore,
  ids: readonly string[],
  { becomes }: VocabularyChange,
): Promise<BulkReport> {
  const report = await retag(desk, ids, becomes, { now: io.now() });
  for (const { id, failure: failed } of report.refused)
    io.say(io.t('cli.tag.refused', { id, problem: failureSentence(io.t, failed) }));
  return report;
}

function codeOf({ refused }: BulkReport): number {
  return refused.length > 0 ? exitCodes.wrong : exitCodes.done;
}

const verbs = { list, add, remove, rename, merge } as const;

/** `marbre tag list|add|remove|rename|merge` */
export const tag: Verb = async (io, [verb = '', ...args]) => {
  if (!Object.hasOwn(verbs, verb)) {
    const problem = io.t('cli.usage.verb', { verb: `tag ${verb}`.trim() });
    return fail(io, usage(problem), args.includes('--json'));
  }
  return verbs[verb as keyof typeof verbs](io, args);
};
