import type { QueryProblem } from '#core/search/query';
import type { Facets, SearchHit, SearchSort, Shelf } from '#core/search/request';
import { call } from '../bridge/bridge';
import { libraryGeneration, today } from './library-session';
import { complain } from './notices';
import { createStore, type Store } from './store';

/** What a list is of. */
export interface ListQuestion {
  readonly query: string;
  readonly typing: boolean;
  readonly sort: SearchSort | null;
  readonly shelf: Shelf;
  readonly facets: boolean;
}

export const wholeLibrary: ListQuestion = {
  query: '',
  typing: false,
  sort: null,
  shelf: 'articles',
  facets: false,
};

export interface ListState {
  readonly question: ListQuestion;
  /** The question that the hits answer, which may be an earlier one; null before the first answer. */
  readonly answered: ListQuestion | null;
  /** Null before the first answer. */
  readonly total: number | null;
  readonly tookMs: number;
  readonly facets: Facets | null;
  readonly problems: readonly QueryProblem[];
  /** Hits by their place in the whole list; only those that somebody came near. */
  readonly hits: ReadonlyMap<number, SearchHit>;
}

/** Hits are fetched in pages of this many, from places that are multiples of it. */
const pageSize = 30;
/** How many pages are kept; the others are fetched again when somebody goes back. */
const keptPages = 40;

/**
 * A list of any length of which only what is looked at is here. `ask` asks another question, `reach` says what is being
 * looked at; the list asks again by itself when articles change, and shows what it has until the answer is there.
 */
export interface ResultList {
  readonly state: Store<ListState>;
  ask(question: Partial<ListQuestion>): void;
  /** Places from `first` to `last`, both included, are being looked at. */
  reach(first: number, last: number): void;
  /** Follows the library until the returned function is called. */
  follow(): () => void;
}

export function createResultList(question: Partial<ListQuestion> = {}): ResultList {
  const state = createStore<ListState>({
    question: { ...wholeLibrary, ...question },
    answered: null,
    total: null,
    tookMs: 0,
    facets: null,
    problems: [],
    hits: new Map(),
  });
  return new PagedList(state);
}

class PagedList implements ResultList {
  readonly state: Store<ListState>;
  private looked = { first: 0, last: pageSize - 1 };
  /** Pages that are here or on their way, oldest first. */
  private pages = new Set<number>();
  /** Answers to an older question, or of an older library, are dropped. */
  private round = 0;

  constructor(state: Store<ListState>) {
    this.state = state;
  }

  ask(question: Partial<ListQuestion>): void {
    this.state.update((current) => ({ ...current, question: { ...current.question, ...question } }));
    this.looked = { first: 0, last: pageSize - 1 };
    this.again();
  }

  reach(first: number, last: number): void {
    this.looked = { first, last };
    for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1)
      if (!this.pages.has(page)) void this.fetch(page, this.round);
  }

  follow(): () => void {
    this.again();
    return libraryGeneration.subscribe(() => this.again());
  }

  /** The page that is looked at first; its answer replaces everything that was known. */
  private again(): void {
    this.round += 1;
    this.pages = new Set();
    const first = Math.floor(this.looked.first / pageSize);
    void this.fetch(first, this.round).then(() => this.reach(this.looked.first, this.looked.last));
  }

  private async fetch(page: number, round: number): Promise<void> {
    const isFirst = this.pages.size === 0;
    this.pages.add(page);
    const { question } = this.state.get();
    const answer = await call('library.search', {
      ...question,
      facets: question.facets && isFirst,
      offset: page * pageSize,
      limit: pageSize,
      today: today(),
    });
    if (round !== this.round) return;
    if (!answer.ok) {
      this.pages.delete(page);
      // Before a desk is open there is nothing to list, and nothing to say.
      if (answer.code !== 'desk.none-open') complain(answer);
      return;
    }
    const { total, tookMs, hits, facets, problems } = answer.value;
    const known = isFirst ? [] : [...this.state.get().hits].filter(([at]) => this.isKept(at));
    const here = hits.map((hit, index): [number, SearchHit] => [page * pageSize + index, hit]);
    this.state.update((current) => ({
      ...current,
      total,
      hits: new Map([...known, ...here]),
      ...(isFirst && { answered: question, tookMs, facets, problems }),
    }));
  }

  private isKept(at: number): boolean {
    while (this.pages.size > keptPages) {
      const [oldest] = this.pages;
      if (oldest === undefined) break;
      this.pages.delete(oldest);
    }
    return this.pages.has(Math.floor(at / pageSize));
  }
}
