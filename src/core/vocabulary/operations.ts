import { slugify } from '#core/article/slug';
import type { Language } from '#core/article/values';
import { blankTag } from '#core/desk/defaults';
import type { Tag } from '#core/desk/schema';
import { maximumAliases, maximumFormerIds, maximumTags } from '#core/desk/values';
import { type Failure, failure, type Result, success } from '#core/failure';
import { resolveTag, tagByName } from './lookup';
import { anyLabel, cleanName, foldName, labelsOf, namesOf } from './names';
import { ancestors, mayBeParent } from './tree';

/** What ids in articles become: another id, or null where the tag is taken off. What is not in here stays. */
export type Becomes = ReadonlyMap<string, string | null>;

/** The vocabulary after an operation, and what it means for articles. */
export interface VocabularyChange {
  readonly tags: readonly Tag[];
  /** The tag that the operation was about, as it is now; null when it is gone. */
  readonly tag: Tag | null;
  readonly becomes: Becomes;
}

/** What a person says of a tag. */
export type TagFields = Pick<Tag, 'type' | 'labels' | 'aliases' | 'parent' | 'colour' | 'iptc'>;

/** Some of it; what is undefined is not said. */
export type SomeTagFields = { readonly [K in keyof TagFields]?: TagFields[K] | undefined };

const nothing: Becomes = new Map();

/**
 * Makes a tag; its id comes from its label.
 * Codes: `tag.no-name`, `tag.name-taken`, `tag.iptc-taken`, `tag.unknown` (the parent), `tag.too-many`.
 */
export function createTag(tags: readonly Tag[], fields: SomeTagFields): Result<VocabularyChange> {
  if (tags.length >= maximumTags) return failure('tag.too-many', { limit: maximumTags });
  const cleaned = cleanFields({ labels: {}, aliases: [], ...said(fields) });
  const id = freeId(tags, slugify(labelsOf(cleaned)[0] ?? '', 'tag'));
  const tag: Tag = { ...blankTag, ...cleaned, id, formerIds: [] };
  const problem = problemOf(tags, tag);
  return problem ?? success({ tags: [...tags, tag], tag, becomes: nothing });
}

/**
 * Changes what is said of a tag; articles keep its id. `keepNames`: labels that it had become aliases.
 * Codes: those of `createTag`, and `tag.circle` when the parent stands below it.
 */
export function changeTag(
  tags: readonly Tag[],
  id: string,
  fields: SomeTagFields,
  { keepNames = false }: { readonly keepNames?: boolean } = {},
): Result<VocabularyChange> {
  const before = resolveTag(tags, id);
  if (!before) return unknown(id);
  const wanted = { ...before, ...said(fields) };
  const old = keepNames ? labelsOf(before) : [];
  const tag: Tag = { ...wanted, ...cleanFields({ ...wanted, aliases: [...wanted.aliases, ...old] }) };
  const problem = problemOf(tags, tag);
  return problem ?? success({ tags: replace(tags, tag), tag, becomes: nothing });
}

/** Gives a tag another label in one language; the old one becomes an alias, so that it is still found by it. */
export function renameTag(
  tags: readonly Tag[],
  id: string,
  language: Language,
  label: string,
): Result<VocabularyChange> {
  const before = resolveTag(tags, id);
  if (!before) return unknown(id);
  if (cleanName(label) === '') return failure('tag.no-name');
  const old = before.labels[language];
  return changeTag(tags, id, {
    labels: { ...before.labels, [language]: label },
    aliases: old ? [...before.aliases, old] : before.aliases,
  });
}

/**
 * Makes one tag of several: what the others were called becomes aliases, their ids former ids, what stood below them
 * stands below the one that stays. An id that was merged before may be named again: then only articles are left to do.
 */
export function mergeTags(
  tags: readonly Tag[],
  ids: readonly string[],
  into: string,
): Result<VocabularyChange> {
  const target = resolveTag(tags, into);
  if (!target) return unknown(into);
  const missing = ids.find((id) => !resolveTag(tags, id));
  if (missing !== undefined) return unknown(missing);
  const gone = tags.filter(({ id }) => id !== target.id && ids.includes(id));
  const goneIds = new Set(gone.map(({ id }) => id));
  const formerIds = [
    ...new Set([...target.formerIds, ...gone.flatMap(({ id, formerIds: older }) => [id, ...older])]),
  ];
  const rest = tags.filter(({ id }) => !goneIds.has(id));
  const parent = outsideOf(tags, target, goneIds);
  const { aliases } = cleanFields({ ...target, aliases: [...target.aliases, ...gone.flatMap(namesOf)] });
  const iptc = target.iptc ?? gone.find((tag) => tag.iptc !== null)?.iptc ?? null;
  const tag: Tag = { ...target, aliases, parent, iptc, formerIds };
  if (aliases.length > maximumAliases) return failure('tag.too-many-names', { limit: maximumAliases });
  if (formerIds.length > maximumFormerIds) return failure('tag.too-many-names', { limit: maximumFormerIds });
  const merged = replace(rest, tag).map((one) =>
    one.parent !== null && one.id !== tag.id && goneIds.has(one.parent) ? { ...one, parent: tag.id } : one,
  );
  return success({ tags: merged, tag, becomes: new Map(formerIds.map((id) => [id, tag.id])) });
}

/**
 * What the target of a merge stands below afterwards. Where a tag above it goes into it, everything between the two
 * comes to stand below it: only what is above all of those can be above it still.
 */
function outsideOf(tags: readonly Tag[], target: Tag, gone: ReadonlySet<string>): string | null {
  const above = ancestors(tags, target);
  const last = above.findLastIndex(({ id }) => gone.has(id));
  return last < 0 ? target.parent : (above[last + 1]?.id ?? null);
}

/** No longer offers tags, or offers them again. Articles that have them keep them. */
export function retireTags(
  tags: readonly Tag[],
  ids: readonly string[],
  retired: boolean,
): Result<VocabularyChange> {
  const missing = ids.find((id) => !resolveTag(tags, id));
  if (missing !== undefined) return unknown(missing);
  const meant = new Set(ids.map((id) => resolveTag(tags, id)?.id));
  const next = tags.map((tag) => (meant.has(tag.id) && tag.retired !== retired ? { ...tag, retired } : tag));
  return success({ tags: next, tag: resolveTag(next, ids[0] ?? '') ?? null, becomes: nothing });
}

/**
 * Removes a tag that no article has (`uses`: how many do), or with `force` takes it off them. What stood below it
 * stands below the next wider tag. Codes: `tag.unknown`, `tag.in-use`.
 */
export function removeTag(
  tags: readonly Tag[],
  id: string,
  { uses, force = false }: { readonly uses: number; readonly force?: boolean },
): Result<VocabularyChange> {
  const tag = resolveTag(tags, id);
  if (!tag) return unknown(id);
  if (uses > 0 && !force) return failure('tag.in-use', { name: anyLabel(tag), count: uses });
  const next = tags
    .filter((one) => one.id !== tag.id)
    .map((one) =>
      one.parent === tag.id ? { ...one, parent: tag.parent === one.id ? null : tag.parent } : one,
    );
  const becomes = new Map([tag.id, ...tag.formerIds].map((one): [string, null] => [one, null]));
  return success({ tags: next, tag: null, becomes });
}

/** The tags of an article after an operation: each once, where the first of those stood that it comes from. */
export function retagged(ids: readonly string[], becomes: Becomes): string[] {
  const next = ids.flatMap((id) => {
    const to = becomes.get(id);
    return to === undefined ? [id] : to === null ? [] : [to];
  });
  return [...new Set(next)];
}

function said(fields: SomeTagFields): Partial<TagFields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Labels and aliases without empty ones, and no alias that says what a label or another alias says. */
function cleanFields<T extends Pick<Tag, 'labels' | 'aliases'>>(fields: T): T {
  const labels = Object.fromEntries(
    Object.entries(fields.labels)
      .map(([language, label]) => [language, cleanName(label ?? '')])
      .filter(([, label]) => label !== ''),
  ) as Tag['labels'];
  const taken = new Set(Object.values(labels).map((label) => foldName(label ?? '')));
  const aliases: string[] = [];
  for (const alias of fields.aliases.map(cleanName)) {
    if (alias === '' || taken.has(foldName(alias))) continue;
    taken.add(foldName(alias));
    aliases.push(alias);
  }
  return { ...fields, labels, aliases };
}

/** Why a tag cannot stand in the vocabulary like this; null when it can. */
function problemOf(tags: readonly Tag[], tag: Tag): Failure | null {
  if (labelsOf(tag).length === 0) return failure('tag.no-name');
  if (tag.aliases.length > maximumAliases) return failure('tag.too-many-names', { limit: maximumAliases });
  const clash = clashOf(tags, tag);
  if (clash) return failure('tag.name-taken', clash);
  const twin =
    tag.iptc === null ? undefined : tags.find(({ id, iptc }) => id !== tag.id && iptc === tag.iptc);
  if (twin) return failure('tag.iptc-taken', { code: tag.iptc ?? '', other: anyLabel(twin) });
  if (tag.parent === null) return null;
  const parent = resolveTag(tags, tag.parent);
  if (!parent) return unknown(tag.parent);
  return mayBeParent(tags, tag, parent)
    ? null
    : failure('tag.circle', { name: anyLabel(tag), parent: anyLabel(parent) });
}

/** A name that another tag has, and that tag's label. */
export function clashOf(
  tags: readonly Tag[],
  tag: Pick<Tag, 'id' | 'labels' | 'aliases'>,
): { readonly name: string; readonly other: string } | null {
  for (const name of namesOf(tag)) {
    const other = tagByName(tags, name);
    if (other && other.id !== tag.id) return { name, other: anyLabel(other) };
  }
  return null;
}

export function replace(tags: readonly Tag[], tag: Tag): Tag[] {
  return tags.map((one) => (one.id === tag.id ? tag : one));
}

/** An id that neither is nor was in use: what an article says must never come to mean something else. */
export function freeId(tags: readonly Tag[], wanted: string): string {
  if (!resolveTag(tags, wanted)) return wanted;
  let count = 2;
  while (resolveTag(tags, `${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}

function unknown(name: string): Failure {
  return failure('tag.unknown', { name });
}
