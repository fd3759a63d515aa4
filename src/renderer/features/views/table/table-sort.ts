import { columnFacts, type TableColumn } from '#core/desk/table-columns';
import type { SearchSort } from '#core/search/request';
import { createStore } from '../../../session/store';

/** The order of the table; null: the best match first, or the newest change where nothing is ranked. */
export const tableSort = createStore<SearchSort | null>(null);

/** The first press sorts by a column, the next one turns the order, the third gives the usual order back. */
export function nextSort(column: TableColumn, sort: SearchSort | null): SearchSort | null {
  const { sort: by, descending = false } = columnFacts[column];
  if (by === null) return sort;
  if (sort?.by !== by) return { by, descending };
  return sort.descending === descending ? { by, descending: !descending } : null;
}

/** As `aria-sort` says it; undefined for a column that nothing can be sorted by. */
export function sortDirection(
  column: TableColumn,
  sort: SearchSort | null,
): 'ascending' | 'descending' | 'none' | undefined {
  const { sort: by } = columnFacts[column];
  if (by === null) return undefined;
  if (sort?.by !== by) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
