import { preferences, setPreferences } from './app-session';
import { createStore } from './store';

/** A list that somebody asked to see. */
export interface ListWish {
  /** In the query language of docs/search.md; empty: everything. */
  readonly query: string;
  /** Grows with each wish: the same list may be wished for twice. */
  readonly at: number;
}

/** Null until somebody asks; whoever shows lists follows it. */
export const libraryQuery = createStore<ListWish | null>(null);

/** Shows the articles that a query finds, in the library. */
export function showList(query: string): void {
  if (!preferences.get().libraryShown) void setPreferences({ libraryShown: true });
  libraryQuery.update((before) => ({ query, at: (before?.at ?? 0) + 1 }));
}
