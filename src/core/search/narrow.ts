/**
 * `query` narrowed by one more filter of the query language. The filter stands first, so that the last word of a query
 * that is being typed stays its last word; an `OR` with nothing before it must not take the filter for its neighbour.
 */
export function narrowed(query: string, filter: string): string {
  return `${filter} ${query.replace(/^(?:\s*OR(?=\s|$))+/, '')}`.trim();
}

/**
 * The query that finds, when nobody is typing any more, what the list showed while somebody was: a last word that may be
 * the beginning of one says so with an asterisk. Words in quotation marks, filters and operators are whole already.
 */
export function asTyped(query: string): string {
  const isQuoting =
    (query.match(/["“”]/g)?.length ?? 0) % 2 === 1 || query.lastIndexOf('«') > query.lastIndexOf('»');
  const last = /\S+$/.exec(query)?.[0] ?? '';
  const isWord = /[\p{L}\p{N}]$/u.test(last) && !last.includes(':') && last !== 'OR';
  return isWord && !isQuoting ? `${query}*` : query;
}
