import type { SearchSort, Shelf } from '#core/search/request';
import { createStore } from './store';

/** What the library is asked for. Whatever narrows a search is in its text: facets and folders write there. */
export interface LibrarySearch {
  readonly text: string;
  /** Somebody is typing it: the last word may be the beginning of one. */
  readonly typing: boolean;
  /** Null: the best match first, or the newest change where nothing is ranked. */
  readonly sort: SearchSort | null;
  readonly shelf: Shelf;
  /** The list shows what is like this article instead; `before` is the text that comes back afterwards. */
  readonly like: { readonly id: string; readonly title: string; readonly before: string } | null;
}

const nothingAsked: LibrarySearch = { text: '', typing: false, sort: null, shelf: 'articles', like: null };

export const librarySearch = createStore<LibrarySearch>(nothingAsked);

/** In what order each desk was last listed, by the desk's id. */
const sorts = new Map<string, SearchSort | null>();
let deskId: string | null = null;

/** Asks for something else; a search of its own ends “more like this”. */
export function searchFor(change: Partial<LibrarySearch>): void {
  librarySearch.update((current) => ({ ...current, like: null, ...change }));
  if (change.sort !== undefined && deskId !== null) sorts.set(deskId, change.sort);
}

export function showSimilar(article: { readonly id: string; readonly title: string }): void {
  const { text, like } = librarySearch.get();
  searchFor({
    like: { ...article, before: like?.before ?? text },
    text: '',
    typing: false,
    shelf: 'articles',
  });
}

export function endSimilar(): void {
  const { like } = librarySearch.get();
  if (like) searchFor({ text: like.before, typing: false });
}

/** Another desk: its whole library, in the order in which it was last listed. */
export function forgetSearch(id: string | null): void {
  deskId = id;
  librarySearch.set({ ...nothingAsked, sort: (id !== null && sorts.get(id)) || null });
}

/** What somebody wants of the library that may have to be shown first. */
export type LibraryWish = 'field' | 'list' | 'save';

export const libraryWish = createStore<LibraryWish | null>(null);
