import type { AlikeArticle } from '#core/article/alike';
import type { Result } from '#core/failure';
import type { Overview } from '#core/overview/overview';
import type {
  IndexStatus,
  SearchAnswer,
  SearchHit,
  SearchRequest,
  SearchSort,
  Shelf,
} from '#core/search/request';
import type { Problem } from '#storage/index';

/** What is to be found, without how much of it is shown. */
export interface FindRequest {
  readonly query: string;
  readonly sort: SearchSort | null;
  readonly shelf: Shelf;
  readonly today: string;
}

/** What main asks of the library process: method → what is given, and what comes back. */
export interface LibraryCalls {
  /** `file`: where the index lies. The list can be asked for at once; what is new on disk is read afterwards. */
  open: [{ readonly folder: string; readonly file: string }, null];
  search: [SearchRequest, SearchAnswer];
  ids: [FindRequest, readonly string[]];
  counts: [{ readonly queries: readonly string[]; readonly today: string }, readonly number[]];
  problems: [null, readonly Problem[]];
  status: [null, IndexStatus];
  similar: [{ readonly id: string; readonly limit: number }, readonly SearchHit[]];
  /** What resembles an article that the index knows. */
  alike: [{ readonly id: string }, readonly AlikeArticle[]];
  /** The article that was imported from the bytes with this hash, if one is on the desk. */
  withOriginal: [{ readonly sha256: string }, string | null];
  claimsLike: [{ readonly text: string; readonly limit: number }, readonly string[]];
  outcomesUsed: [null, readonly string[]];
  overview: [{ readonly today: string; readonly weeks: number }, Overview];
  /** Folders (their own names) that were written just now: they are read before the answer comes. */
  refresh: [{ readonly folders: readonly string[] }, null];
  /** The same, and nothing that they said before stays in the index's file. */
  /** `desk.json` or `vocabulary.json` was written. */
  settings: [null, null];
  rebuild: [null, null];
}
export type LibraryMethod = keyof LibraryCalls;

export interface LibraryQuestion {
  readonly number: number;
  readonly method: LibraryMethod;
  readonly input: unknown;
}

/** What the library process tells main. */
export type LibraryNews =
  | { readonly type: 'progress'; readonly status: IndexStatus }
  /** Articles changed on disk, by whomever: the names of their folders; null: nobody knows which. */
  | { readonly type: 'changed'; readonly folders: readonly string[] | null }
  /** `desk.json` or `vocabulary.json` changed, by whomever. */
  | { readonly type: 'settings' };

export type LibraryMessage =
  | { readonly type: 'answer'; readonly number: number; readonly result: Result<unknown> }
  | LibraryNews;
