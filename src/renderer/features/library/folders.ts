import { slugify } from '#core/article/slug';
import type { SavedSearch } from '#core/desk/schema';
import type { Query } from '#core/search/query';
import type { SearchSort } from '#core/search/request';

/** Smart folders that every desk has. */
export const builtInFolders = [
  { id: 'all', query: '' },
  { id: 'due', query: 'due:today' },
  { id: 'blocked', query: 'has:blockers' },
  { id: 'stale', query: 'has:stale' },
  { id: 'queries', query: 'has:queries' },
] as const;

/** What is listed when nothing else is asked for: the best match, or the newest change where nothing is ranked. */
export const ownOrder: SearchSort = { by: 'relevance', descending: true };

/** An order as a request has it: null for the own one. */
export function askedSort(sort: SearchSort): SearchSort | null {
  return sort.by === 'relevance' ? null : sort;
}

/** Pinned ones first; in each group as they were saved. */
export function inOrder(searches: readonly SavedSearch[]): SavedSearch[] {
  return [...searches.filter(({ pinned }) => pinned), ...searches.filter(({ pinned }) => !pinned)];
}

/** Whether a saved search is what the library is asked for now. */
export function isSame(
  saved: Pick<SavedSearch, 'query' | 'sort'>,
  query: string,
  sort: SearchSort | null,
): boolean {
  const own = askedSort(saved.sort);
  return saved.query.trim() === query.trim() && own?.by === sort?.by && own?.descending === sort?.descending;
}

/** A saved search under an id that no other one has. */
export function newSearch(searches: readonly SavedSearch[], search: Omit<SavedSearch, 'id'>): SavedSearch {
  const base = slugify(search.name, 'search').slice(0, 50).replace(/-$/, '');
  const isTaken = (id: string): boolean => searches.some((other) => other.id === id);
  let id = base;
  for (let count = 2; isTaken(id); count += 1) id = `${base}-${count}`;
  return { ...search, id };
}

/** Whether a query looks for words: only then is there anything to quote and to rank. */
export function hasWords(query: Query): boolean {
  if (query.type === 'words') return true;
  if (query.type === 'and' || query.type === 'or') return query.parts.some(hasWords);
  return false;
}
