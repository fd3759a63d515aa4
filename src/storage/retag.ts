import type { Tag } from '#core/desk/schema';
import { resolveTag } from '#core/vocabulary/lookup';
import { type Becomes, retagged } from '#core/vocabulary/operations';
import { type BulkOptions, type BulkReport, changeMetadata } from './bulk';
import type { DeskStore } from './desk-store';

/**
 * Writes into articles what their tags have become. The vocabulary is written first: an article that is not reached
 * still finds its tag through the former ids, and doing the same again finishes what was stopped or killed.
 */
export function retag(
  desk: DeskStore,
  ids: readonly string[],
  becomes: Becomes,
  options: BulkOptions,
): Promise<BulkReport> {
  return changeMetadata(
    desk.articles,
    ids,
    ({ tags }) => (tags.some((id) => becomes.has(id)) ? { tags: retagged(tags, becomes) } : null),
    options,
  );
}

/** Ids of the articles that have one of these tags, under whatever id: every article of the desk is looked at. */
export async function taggedArticles(
  desk: DeskStore,
  tags: readonly Tag[],
  ids: readonly string[],
): Promise<string[]> {
  const meant = new Set(ids.map((id) => resolveTag(tags, id)?.id ?? id));
  const { articles } = await desk.articles.list();
  return articles
    .filter((article) => article.tags.some((id) => meant.has(resolveTag(tags, id)?.id ?? id)))
    .map(({ id }) => id);
}
