import { useEffect } from 'react';
import { rememberSearch, searchesOn } from '#core/search/recent';
import { desk, preferences, setPreferences } from '../../session/app-session';
import { librarySearch } from '../../session/search-session';
import { useStore } from '../../session/store';

/** A search that stands this long (ms) was meant. */
const meant = 2_000;

/** Keeps the search that is in place now among the recent ones of the desk. */
export function keepSearch(): void {
  const current = desk.get();
  const query = librarySearch.get().text.trim().slice(0, 2_000);
  if (!current || query === '') return;
  const { recentSearches } = preferences.get();
  if (searchesOn(recentSearches, current.id)[0] === query) return;
  void setPreferences({ recentSearches: rememberSearch(recentSearches, { desk: current.id, query }) });
}

export function forgetRecent(): void {
  const id = desk.get()?.id;
  const { recentSearches } = preferences.get();
  void setPreferences({ recentSearches: recentSearches.filter((search) => search.desk !== id) });
}

/** Searches that led somewhere on the open desk, newest first; one that stands long enough becomes one of them. */
export function useRecent(): readonly string[] {
  const { recentSearches } = useStore(preferences);
  const { text, typing } = useStore(librarySearch);
  const id = useStore(desk)?.id ?? '';
  useEffect(() => {
    if (!typing || text.trim() === '') return undefined;
    const timer = setTimeout(keepSearch, meant);
    return () => clearTimeout(timer);
  }, [text, typing]);
  return searchesOn(recentSearches, id);
}
