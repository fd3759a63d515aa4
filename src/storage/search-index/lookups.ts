import type { Failure } from '#core/failure';
import type { Shelf } from '#core/search/request';
import type { Problem } from '../article-reader';
import type { Database } from './database';
import type { Place } from './entry';

/** The id of each position. */
export function allIds(database: Database): ReadonlyMap<number, string> {
  const [joined] = database.row("select group_concat(position || ':' || id) from article") ?? [];
  if (typeof joined !== 'string') return new Map();
  return new Map(
    joined.split(',').map((pair) => {
      const at = pair.indexOf(':');
      return [Number(pair.slice(0, at)), pair.slice(at + 1)];
    }),
  );
}

/** Folders that are no readable articles; those of the trash last. */
export function problemsOn(database: Database, shelf?: Shelf): Problem[] {
  const rows = database.rows('select folder, failure, shelf from problem order by shelf, folder');
  return rows
    .filter(([, , where]) => shelf === undefined || shelf === where)
    .map(([name, failed]) => ({ name: String(name), failure: JSON.parse(String(failed)) as Failure }));
}

/** Where an article lies; the trash comes second. */
export function placeOf(database: Database, id: string): Place | null {
  const row = database.row(
    `select place.shelf, folder from article join place using (position)
     where article.id collate nocase = ? and article.id = ? order by place.shelf`,
    id,
    id,
  );
  return row ? { shelf: row[0] === 'trash' ? 'trash' : 'articles', folder: String(row[1]) } : null;
}

/** What is kept of an article as JSON; null when there is no such article. */
export function keptOf<T>(database: Database, id: string, column: 'summary' | 'record'): T | null {
  const [kept] =
    database.row(
      `select ${column} from article where id collate nocase = ? and id = ? order by shelf`,
      id,
      id,
    ) ?? [];
  return typeof kept === 'string' ? (JSON.parse(kept) as T) : null;
}
