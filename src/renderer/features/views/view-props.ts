import type { ListState, ResultList } from '../../session/result-list';

/** What the host of the views gives each of them: the articles that the shared search finds. */
export interface ViewProps {
  readonly list: ResultList;
  readonly state: ListState;
  /** In the query language; empty: everything. */
  readonly query: string;
}
