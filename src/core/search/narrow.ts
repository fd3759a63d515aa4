import { parseQuery } from './parse-query';

/**
 * `query` narrowed by one more filter of the query language. The filter stands first, so that the last word of a query
 * that is being typed stays its last word; an `OR` with nothing before it must not take the filter for its neighbour.
 */
export function narrowed(query: string, filter: string): string {
  return `${filter} ${query.replace(/^(?:\s*OR(?=\s|$))+/, '')}`.trim();
}

/** What can say at the end of a query that its last word may be the beginning of one. */
const endings = ['', '*', '"*', '»*', '”*'] as const;

/**
 * The query that finds, when nobody is typing any more, what the list showed while somebody was: its last word may be
 * the beginning of one. `today`: `YYYY-MM-DD`.
 */
export function asTyped(query: string, today: string): string {
  const read = (text: string, typing: boolean): string =>
    JSON.stringify(parseQuery(text, { today, typing }).query);
  const wanted = read(query, true);
  const ending = endings.find((one) => read(query + one, false) === wanted);
  return query + (ending ?? '');
}
