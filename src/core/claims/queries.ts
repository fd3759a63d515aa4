import { failure, type Result, success } from '#core/failure';
import type { Query, QueryEvent } from './record-schema';

/**
 * - `open`: nobody has answered since it was asked or reopened
 * - `answered`: there is an answer, and nobody has said that it will do
 * - `resolved`: somebody settled it, with a reason
 */
export const queryStatuses = ['open', 'answered', 'resolved'] as const;
export type QueryStatus = (typeof queryStatuses)[number];

const statusAfter: Readonly<Record<QueryEvent['kind'], QueryStatus>> = {
  asked: 'open',
  reopened: 'open',
  answered: 'answered',
  resolved: 'resolved',
};

/** Computed from the last event. */
export function queryStatus({ events }: Pick<Query, 'events'>): QueryStatus {
  const last = events.at(-1);
  return last ? statusAfter[last.kind] : 'open';
}

/** An answer alone settles nothing: somebody has to say that it will do. */
export function isUnresolved(query: Pick<Query, 'events'>): boolean {
  return queryStatus(query) !== 'resolved';
}

/** What is said, by whom, at which ISO instant. */
export type Said = Omit<QueryEvent, 'kind'>;

/** A question that a person puts, about a claim or a line. */
export function askQuery(
  about: Pick<Query, 'id' | 'claim' | 'blockId' | 'text' | 'to'>,
  said: Said,
): Result<Query> {
  if (said.text.trim() === '') return failure('query.no-question');
  const { id, claim, blockId, text, to } = about;
  return success({ id, reason: 'asked', claim, blockId, text, to, events: [{ kind: 'asked', ...said }] });
}

/**
 * The query with one more event. Codes: `query.no-reason` (an answer or a decision without a word), `query.resolved`
 * (it is settled: reopen it first), `query.not-resolved` (there is nothing to reopen).
 */
export function addToQuery(
  query: Query,
  kind: Exclude<QueryEvent['kind'], 'asked'>,
  said: Said,
): Result<Query> {
  const isResolved = queryStatus(query) === 'resolved';
  if (kind === 'reopened' && !isResolved) return failure('query.not-resolved');
  if (kind !== 'reopened' && isResolved) return failure('query.resolved');
  if (kind !== 'reopened' && said.text.trim() === '') return failure('query.no-reason');
  return success({ ...query, events: [...query.events, { kind, ...said }] });
}
