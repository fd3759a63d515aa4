import { canonicalJson } from '#core/canonical';
import type { Tag } from '#core/desk/schema';
import { failure, type Result, success } from '#core/failure';
import { anyLabel } from './names';
import { clashOf } from './operations';
import { ancestors, parentOf } from './tree';

/** The tags that an operation changed, made or removed, as they were and as they became. */
export interface VocabularyStep {
  readonly before: readonly Tag[];
  readonly after: readonly Tag[];
}

/** What differs between two vocabularies. */
export function stepBetween(before: readonly Tag[], after: readonly Tag[]): VocabularyStep {
  const was = new Map(before.map((tag) => [tag.id, tag]));
  const is = new Map(after.map((tag) => [tag.id, tag]));
  return {
    before: before.filter((tag) => !same(tag, is.get(tag.id))),
    after: after.filter((tag) => !same(tag, was.get(tag.id))),
  };
}

/** Ids that are gone once a step is taken back: tags that it had made. */
export function madeBy({ before, after }: VocabularyStep): string[] {
  const was = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !was.has(id)).map(({ id }) => id);
}

/**
 * Takes a step back where the tags are still what it made of them; what was done to others since stays.
 * Code: `tag.changed-since`, with the name of the tag that is another by now.
 */
export function undoStep(current: readonly Tag[], { before, after }: VocabularyStep): Result<readonly Tag[]> {
  const now = new Map(current.map((tag) => [tag.id, tag]));
  const made = new Map(after.map((tag) => [tag.id, tag]));
  const changed =
    after.find((tag) => !same(tag, now.get(tag.id))) ??
    before.find((tag) => !made.has(tag.id) && now.has(tag.id));
  if (changed) return failure('tag.changed-since', { name: anyLabel(changed) });
  const was = new Map(before.map((tag) => [tag.id, tag]));
  const kept = current.flatMap((tag) => (made.has(tag.id) ? (was.get(tag.id) ?? []) : tag));
  const back = before.filter(({ id }) => !now.has(id));
  const next = [...kept, ...back];
  // Among themselves the names agreed before; what counts is what others were called since.
  const others = next.filter(({ id }) => !was.has(id));
  const clash = before.map((tag) => clashOf(others, tag)).find((found) => found !== null);
  const below = next.find(({ parent }) => parent !== null && made.has(parent) && !was.has(parent));
  const circle = before.find(({ id }) => next.some((tag) => tag.id === id && isBelowItself(next, tag)));
  if (clash) return failure('tag.name-taken', clash);
  if (circle) return failure('tag.changed-since', { name: anyLabel(circle) });
  if (below) return failure('tag.changed-since', { name: anyLabel(below) });
  return success(next);
}

/** What stood above a tag may have been put below it since. */
function isBelowItself(tags: readonly Tag[], tag: Tag): boolean {
  const top = ancestors(tags, tag).at(-1);
  return top !== undefined && parentOf(tags, top)?.id === tag.id;
}

function same(a: Tag, b: Tag | undefined): boolean {
  return b !== undefined && (a === b || canonicalJson(a) === canonicalJson(b));
}
