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
import { type BulkReport, type DeskStore, retag, taggedArticles } from '#storage/index';
import { type Console, exitCodes, fail, printJson, usage } from './console';
import { onDesk, type Verb } from './desk-verbs';

const none = { least: 0, most: 0, name: '' };

/** `marbre tag list --desk <dir>`: narrower tags behind the one above them. */
const list = onDesk([], none, async (io, desk, { json }) => {
  const vocabulary = await desk.vocabulary();
  if (!vocabulary.ok) return vocabulary;
  const { tags } = vocabulary.value;
  const uses = await usesOf(desk, tags);
  const rows = outline(tags, desk.settings.language);
  if (json) printJson(io, { tags: rows.map(({ tag }) => ({ ...tag, articles: uses.get(tag.id) ?? 0 })) });
  else
    io.out(rows.map(({ tag, depth }) => `${row(io, desk.settings.language, tag, depth, uses)}\n`).join(''));
  return success(exitCodes.done);
});

async function usesOf(desk: DeskStore, tags: readonly Tag[]): Promise<ReadonlyMap<string, number>> {
  const uses = new Map<string, number>();
  for (const article of (await desk.articles.list()).articles)
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
const remove = onDesk(
  ['force'],
  { least: 1, most: 1, name: '<tag>' },
  async (io, desk, { files, json, force }) => {
    const found = await tagsNamed(desk, files);
    if (!found.ok) return found;
    const [tag] = found.value;
    const { id } = tag;
    const ids = await taggedArticles(desk, await tagsOf(desk), [id]);
    const changed = await desk.tags.change((tags) => removeTag(tags, id, { uses: ids.length, force }));
    if (!changed.ok) return changed;
    const report = await retagAll(io, desk, ids, changed.value.change);
    const name = labelOf(tag, desk.settings.language);
    if (json) printJson(io, { id, articles: report.steps.length, refused: report.refused.length });
    else io.say(io.t('cli.tag.removed', { name, count: report.steps.length }));
    return success(codeOf(report));
  },
);

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
  async (io, desk, { files, json, into, dryRun }) => {
    if (into === undefined) return usage(io.t('cli.usage.missing', { what: '--into' }));
    const found = await tagsNamed(desk, [into, ...files]);
    if (!found.ok) return found;
    const [target] = found.value;
    // As they were named: an id that was merged before stands for the tag that it has become.
    const named = files.map((name) => idNamed(found.value, name) ?? name);
    const work = (tags: readonly Tag[]) => mergeTags(tags, named, target.id);
    const before = await tagsOf(desk);
    const planned = work(before);
    if (!planned.ok) return planned;
    const affected = (await desk.articles.list()).articles.filter(({ tags }) =>
      tags.some((id) => planned.value.becomes.has(id)),
    );
    const name = labelOf(target, desk.settings.language);
    if (dryRun) {
      if (json) printJson(io, { into: target.id, articles: affected.length, refused: 0, dryRun });
      else io.say(io.t('cli.tag.would-merge', { name, count: affected.length }));
      return success(exitCodes.done);
    }
    const changed = await desk.tags.change(work);
    if (!changed.ok) return changed;
    const ids = affected.map(({ id }) => id);
    const report = await retagAll(io, desk, ids, changed.value.change);
    const counts = { articles: report.steps.length, refused: report.refused.length };
    if (json) printJson(io, { into: target.id, ...counts, dryRun });
    else io.say(io.t('cli.tag.merged', { name, count: report.steps.length }));
    return success(codeOf(report));
  },
);

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

function idNamed(tags: readonly Tag[], name: string): string | undefined {
  return findTag(tags, name)?.id;
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
