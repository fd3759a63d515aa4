import { preferences, setPreferences } from './app-session';
import { libraryWish, searchFor } from './search-session';

/** Shows the articles that a query finds, in the library. `query`: the language of docs/search.md; empty: everything. */
export function showList(query: string): void {
  if (!preferences.get().libraryShown) void setPreferences({ libraryShown: true });
  searchFor({ text: query, typing: false, shelf: 'articles' });
  libraryWish.set('list');
}
