import type { ArticleSummary } from '#core/article/summary';
import type { Query } from '#core/search/query';
import type { SearchAnswer, SearchHit, SearchRequest, Shelf } from '#core/search/request';
import type { Database } from './database';
import { newestFirst } from './orders';

/** The articles at these positions as a list shows them; `scores` beside them, null when nothing was ranked. */
export function hitsAt(
  database: Database,
  positions: Int32Array,
  _query: Query,
  scores: Float32Array | null,
): SearchHit[] {
  return [...positions].flatMap((position, at): SearchHit[] => {
    const row = database.row('select summary from article where position = ?', position);
    if (!row) return [];
    const article = JSON.parse(String(row[0])) as ArticleSummary;
    return [{ article, score: scores?.[at] ?? 0, title: [{ text: article.title, hit: false }], excerpt: [] }];
  });
}

/** Everything, the newest change first, and nothing counted: what a window shows when it opens. */
export function isPlainList({ query, sort, facets }: SearchRequest): boolean {
  const isNewestFirst = sort === null || (sort.by === newestFirst.by && sort.descending);
  return query.trim() === '' && isNewestFirst && !facets;
}

/** A page of that list, straight from the tables: there within milliseconds, before the columns are read. */
export function newestPage(
  database: Database,
  shelf: Shelf,
  offset: number,
  limit: number,
): Omit<SearchAnswer, 'tookMs'> {
  const [total] = database.row('select count(*) from article where shelf = ?', shelf) ?? [];
  const rows = database.rows(
    'select position from article where shelf = ? order by modified desc, position limit ? offset ?',
    shelf,
    limit,
    offset,
  );
  const positions = Int32Array.from(rows, ([position]) => Number(position));
  return {
    total: Number(total),
    hits: hitsAt(database, positions, { type: 'all' }, null),
    facets: null,
    problems: [],
  };
}
