import type { StatusEntry } from '#core/desk/schema';
import { type ParsedQuery, parseQuery } from '#core/search/parse-query';
import type { Query } from '#core/search/query';
import type { SearchRequest } from '#core/search/request';
import { evaluate, wantedByTag, wantedMatch } from './evaluate';
import type { World } from './filters';
import { newestFirst } from './orders';
import { rank } from './rank';
import type { IndexState } from './state';
import type { TagWords } from './tag-words';

/** What is to be found, and in which order. */
export type FindRequest = Pick<SearchRequest, 'query' | 'sort' | 'shelf' | 'today'> & {
  readonly typing?: boolean;
};

/** Everything that was found, in order. */
export interface Answer extends ParsedQuery {
  readonly positions: Int32Array;
  /** Beside `positions`; null when nothing was ranked. */
  readonly scores: Float32Array | null;
}

/** How many answers are kept: for the pages of one, and for going back to the last ones. */
const kept = 16;

/** Finds and puts in order; the last answers are kept as long as nothing changes. */
export class Finder {
  private readonly state: IndexState;
  private answers = new Map<string, Answer>();
  private generation = '';

  constructor(state: IndexState) {
    this.state = state;
  }

  find(request: FindRequest, tags: TagWords, statuses: readonly StatusEntry[]): Answer {
    this.forgetOld();
    const { query, typing, sort, shelf, today } = request;
    const key = JSON.stringify([query, typing === true, sort, shelf, today]);
    const answer = this.answers.get(key) ?? this.work(request, tags, statuses);
    this.answers.delete(key);
    this.answers.set(key, answer);
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= kept) break;
      this.answers.delete(oldest);
    }
    return answer;
  }

  /** Answers that may be other ones by now. */
  private forgetOld(): void {
    const { generation } = this.state;
    if (generation === this.generation) return;
    this.answers.clear();
    this.generation = generation;
  }

  /** After tags, statuses or labels have changed. */
  forget(): void {
    this.answers.clear();
  }

  private work(request: FindRequest, tags: TagWords, statuses: readonly StatusEntry[]): Answer {
    const parsed = parseQuery(request.query, { today: request.today, typing: request.typing === true });
    const world: World = { database: this.state.database, columns: this.state.current(), tags, statuses };
    const all = world.columns.shelf[request.shelf];
    const found = evaluate(parsed.query, world, all).and(all);
    const orders = this.state.orders(statuses);
    const { sort } = request;
    if (sort && sort.by !== 'relevance')
      return { ...parsed, positions: orders.sorted(found, { ...sort, by: sort.by }), scores: null };
    const newest = orders.sorted(found, newestFirst);
    const match = wantedMatch(parsed.query);
    if (match === null) return { ...parsed, positions: newest, scores: null };
    const tagged = wantedByTag(parsed.query, world);
    const ranked = rank({ database: world.database, match, tagged, newest });
    return { ...parsed, ...(sort?.descending === false ? reversed(ranked) : ranked) };
  }

  /** How many articles of a shelf a query finds. */
  count(
    query: Query,
    shelf: SearchRequest['shelf'],
    tags: TagWords,
    statuses: readonly StatusEntry[],
  ): number {
    const world: World = { database: this.state.database, columns: this.state.current(), tags, statuses };
    const all = world.columns.shelf[shelf];
    return evaluate(query, world, all).and(all).count();
  }
}

function reversed({ positions, scores }: ReturnType<typeof rank>): ReturnType<typeof rank> {
  return { positions: positions.slice().reverse(), scores: scores.slice().reverse() };
}
