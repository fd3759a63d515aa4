import type { ArticleSummary } from '#core/article/summary';
import { excerpt, highlightAll, positiveTerms } from '#core/search/excerpt';
import { type Query, type TextField, textFields } from '#core/search/query';
import type { ExcerptPiece, SearchAnswer, SearchHit, SearchRequest, Shelf } from '#core/search/request';
import type { Database } from './database';
import { newestFirst } from './orders';

/** Where a passage is looked for, the first that has most of the words wins. The headline is shown anyway. */
const passages: readonly TextField[] = textFields.filter((field) => field !== 'headline');

/** Passages are looked for in this much of a text, in UTF-16 units; behind it a story is only found. */
const longestSearched = 50_000;

/** The articles at these positions as a list shows them; `scores` beside them, null when nothing was ranked. */
export function hitsAt(
  database: Database,
  positions: Int32Array,
  query: Query,
  scores: Float32Array | null,
): SearchHit[] {
  const hasWords = positiveTerms(query).length > 0;
  return [...positions].flatMap((position, at): SearchHit[] => {
    const row = database.row('select summary from article where position = ?', position);
    if (!row) return [];
    const article = JSON.parse(String(row[0])) as ArticleSummary;
    return [
      {
        article,
        score: scores?.[at] ?? 0,
        title: highlightAll(article.title, positiveTerms(query, 'headline')),
        excerpt: hasWords ? passage(database, position, query) : [],
      },
    ];
  });
}

function passage(database: Database, position: number, query: Query): readonly ExcerptPiece[] {
  const texts = database.row(`select ${passages.join(', ')} from text where position = ?`, position) ?? [];
  let best: readonly ExcerptPiece[] = [];
  let most = -1;
  for (const [at, field] of passages.entries()) {
    const text = String(texts[at] ?? '').slice(0, longestSearched);
    if (text === '') continue;
    const pieces = excerpt(text, positiveTerms(query, field));
    const count = new Set(pieces.flatMap(({ hit, text: words }) => (hit ? [words.toLowerCase()] : []))).size;
    if (count <= most) continue;
    best = pieces;
    most = count;
  }
  return best;
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
  const hits = hitsAt(database, positions, { type: 'all' }, null);
  return { total: Number(total), hits, facets: null, problems: [] };
}
