import type { Block } from '#core/body/schema';
import { fold } from '#core/language/words';
import { anchors } from './anchors';
import { blockHolding, textUnder } from './gate-view';
import { isUnresolved, type QueryStatus, queryStatus } from './queries';
import type { Query } from './record-schema';

/** What a new query may be about. `text` is what is quoted with it. */
export interface Subject {
  readonly type: 'claim' | 'line';
  readonly claim: string | null;
  readonly blockId: string;
  readonly text: string;
}

/** Where a person is: the claim looked at, the block of the caret, the words that are selected there. */
export interface Whereabouts {
  readonly claim: string | null;
  readonly blockId: string | null;
  readonly selected: string;
}

/**
 * What can be asked about here, the likeliest first: the claim that is looked at, unless the caret stands in another
 * block; then the line of the caret. Empty when there is neither.
 */
export function subjectsAt(body: readonly Block[], { claim, blockId, selected }: Whereabouts): Subject[] {
  const anchor = claim === null ? undefined : anchors(body).get(claim);
  const range = anchor?.ranges[0];
  const ofClaim: Subject[] =
    anchor && range ? [{ type: 'claim', claim, blockId: range.blockId, text: anchor.text }] : [];
  const line = blockId ?? range?.blockId ?? null;
  const words = line === null ? '' : selected.trim() || textUnder(body, line);
  const ofLine: Subject[] =
    line !== null && words !== '' ? [{ type: 'line', claim: null, blockId: line, text: words }] : [];
  const isHere =
    range !== undefined && (line === range.blockId || line === blockHolding(body, range.blockId)?.id);
  return isHere ? [...ofClaim, ...ofLine] : [...ofLine, ...ofClaim];
}

/** Open ones first, then those with an answer to accept, then settled ones; otherwise as they were asked. */
export function inOrder(queries: readonly Query[]): { readonly open: Query[]; readonly settled: Query[] } {
  const rank: Readonly<Record<QueryStatus, number>> = { open: 0, answered: 1, resolved: 2 };
  const sorted = [...queries].sort((a, b) => rank[queryStatus(a)] - rank[queryStatus(b)]);
  return { open: sorted.filter(isUnresolved), settled: sorted.filter((query) => !isUnresolved(query)) };
}

/** A query of the desk's list. */
export interface DeskQuery {
  readonly articleId: string;
  readonly title: string;
  readonly query: Query;
}

/** Queries of one article. */
export interface QueryGroup {
  readonly articleId: string;
  readonly title: string;
  readonly queries: readonly Query[];
}

/**
 * The desk's list by article, in the order given; `typed` must occur word by word in the title, the copy quoted,
 * the names or what was said, without regard to case and accents. `status` null: any.
 */
export function groupQueries(
  listed: readonly DeskQuery[],
  { typed = '', status = null }: { readonly typed?: string; readonly status?: QueryStatus | null } = {},
): QueryGroup[] {
  const words = fold(typed).split(' ').filter(Boolean);
  const groups = new Map<string, { articleId: string; title: string; queries: Query[] }>();
  for (const { articleId, title, query } of listed) {
    if (status !== null && queryStatus(query) !== status) continue;
    const said = query.events.flatMap(({ text, by }) => [text, by]);
    const haystack = words.length > 0 ? fold([title, query.text, query.to, ...said].join(' ')) : '';
    if (!words.every((word) => haystack.includes(word))) continue;
    const group = groups.get(articleId);
    if (group) group.queries.push(query);
    else groups.set(articleId, { articleId, title, queries: [query] });
  }
  return [...groups.values()];
}
