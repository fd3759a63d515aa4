export interface RecentSearch {
  /** Id of the desk that it was made on. */
  readonly desk: string;
  readonly query: string;
}

/** Of one desk, and of all together. */
const mostOfDesk = 20;
export const mostRecentSearches = 200;

/**
 * Puts a search at the head of those that led somewhere. One that was only on its way to this one (`elec`, then
 * `election`) gives it its place.
 */
export function rememberSearch(recent: readonly RecentSearch[], search: RecentSearch): RecentSearch[] {
  const query = search.query.trim();
  if (query === '') return [...recent];
  const own = recent.filter(({ desk }) => desk === search.desk);
  const isKept = (other: RecentSearch): boolean =>
    other.query !== query && !(other === own[0] && query.startsWith(other.query));
  const kept = own.filter(isKept).slice(0, mostOfDesk - 1);
  const others = recent.filter(({ desk }) => desk !== search.desk);
  return [{ desk: search.desk, query }, ...kept, ...others].slice(0, mostRecentSearches);
}

/** What was searched for on a desk, newest first. */
export function searchesOn(recent: readonly RecentSearch[], desk: string): string[] {
  return recent.filter((search) => search.desk === desk).map(({ query }) => query);
}
