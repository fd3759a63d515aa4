import type { SavedSearch } from '#core/desk/schema';
import { changeDesk, desk } from '../../session/app-session';
import { tell } from '../../session/notices';
import { librarySearch, searchFor } from '../../session/search-session';
import { askedSort, newSearch, ownOrder } from './folders';

/** Writes other saved searches into the desk, from those that are there now. */
function change(next: (searches: readonly SavedSearch[]) => SavedSearch[]): Promise<void> {
  const searches = next(desk.get()?.searches ?? []);
  return changeDesk({ searches: searches.map((search) => ({ ...search, sort: { ...search.sort } })) });
}

/** Keeps what the library is asked for now under a name. */
export async function saveSearch(name: string, pinned: boolean): Promise<void> {
  const { text, sort } = librarySearch.get();
  const search = { name, query: text.trim(), sort: sort ?? ownOrder, pinned };
  await change((searches) => [...searches, newSearch(searches, search)]);
}

export function changeSearch(id: string, next: Partial<Omit<SavedSearch, 'id'>>): Promise<void> {
  return change((searches) => searches.map((search) => (search.id === id ? { ...search, ...next } : search)));
}

/** Takes a saved search away, with a way back to its place in the notice. */
export async function removeSearch(search: SavedSearch): Promise<void> {
  const at = (desk.get()?.searches ?? []).findIndex(({ id }) => id === search.id);
  await change((searches) => searches.filter(({ id }) => id !== search.id));
  const putBack = (): Promise<void> =>
    change((searches) => [
      ...searches.slice(0, at),
      search,
      ...searches.slice(at).filter(({ id }) => id !== search.id),
    ]);
  tell('library.removed', { name: search.name }, { title: 'library.undo', run: () => void putBack() });
}

/** Puts a saved search in place: its query and its order. */
export function openSearch({ query, sort }: SavedSearch): void {
  searchFor({ text: query, typing: false, sort: askedSort(sort), shelf: 'articles' });
}
