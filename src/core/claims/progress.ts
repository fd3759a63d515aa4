import type { Article } from '#core/article/schema';
import type { Block } from '#core/body/schema';
import { plainText, textBlocks } from '#core/body/walk';
import { type Anchor, anchors } from './anchors';
import { isUnresolved } from './queries';
import type { Scale } from './scale';
import type { Claim } from './schema';
import { type ClaimCounts, type ClaimState, type ClaimStatus, claimState, countClaims } from './status';
import { type ClaimKind, defaultScale, type Risk } from './values';

/** A claim, where it stands and what is known of it. */
export interface CheckedClaim {
  readonly claim: Claim;
  /** Undefined when its words are gone. */
  readonly anchor: Anchor | undefined;
  readonly state: ClaimState;
}

/** Every claim of an article in reading order; those whose words are gone come last. */
export function checkedClaims(article: Pick<Article, 'body' | 'claims'>, scale?: Scale): CheckedClaim[] {
  const where = anchors(article.body);
  const order = new Map([...where.keys()].map((id, index) => [id, index]));
  const place = ({ id }: Claim): number => order.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...article.claims]
    .sort((one, other) => place(one) - place(other))
    .map((claim) => checkedClaim(claim, where.get(claim.id), scale));
}

const checkedBefore = new WeakMap<Claim, { readonly scale: Scale; readonly checked: CheckedClaim }>();

/** The same object as long as the claim and its words are the same: a state costs hashes, and is asked for often. */
function checkedClaim(claim: Claim, anchor: Anchor | undefined, scale: Scale = defaultScale): CheckedClaim {
  const before = checkedBefore.get(claim);
  if (before?.scale === scale && before.checked.anchor === anchor) return before.checked;
  const checked = { claim, anchor, state: claimState(claim, anchor, scale) };
  checkedBefore.set(claim, { scale, checked });
  return checked;
}

export interface Progress {
  readonly counts: ClaimCounts;
  /** Queries that nobody has settled. */
  readonly queries: number;
}

/** A stretch of the story under one heading. */
export interface SectionProgress extends Progress {
  /** Id of the heading's block; null for what stands before the first one. */
  readonly id: string | null;
  readonly title: string;
}

/** How far the checks of the whole article and of each of its sections are; `claims` as `checkedClaims` gives them. */
export function progressOf(
  article: Pick<Article, 'body' | 'queries'>,
  claims: readonly CheckedClaim[],
): Progress & { readonly sections: readonly SectionProgress[] } {
  const open = article.queries.filter(isUnresolved);
  const { sections, sectionOf } = sectionsOf(article.body);
  const statuses = sections.map((): ClaimStatus[] => []);
  const queries = sections.map(() => 0);
  for (const { anchor, state } of claims) {
    const at = anchor && sectionOf.get(anchor.ranges[0]?.blockId ?? '');
    if (at !== undefined) statuses[at]?.push(state.status);
  }
  for (const { blockId } of open) {
    const at = sectionOf.get(blockId);
    if (at !== undefined) queries[at] = (queries[at] ?? 0) + 1;
  }
  return {
    counts: countClaims(claims.map(({ state }) => state.status)),
    queries: open.length,
    sections: sections.map((section, at) => ({
      ...section,
      counts: countClaims(statuses[at] ?? []),
      queries: queries[at] ?? 0,
    })),
  };
}

function sectionsOf(body: readonly Block[]) {
  const sections: { readonly id: string | null; readonly title: string }[] = [{ id: null, title: '' }];
  const sectionOf = new Map<string, number>();
  for (const block of body) {
    if (block.type === 'heading') sections.push({ id: block.id, title: plainText(block.content) });
    sectionOf.set(block.id, sections.length - 1);
    for (const { id } of textBlocks([block])) sectionOf.set(id, sections.length - 1);
  }
  return { sections, sectionOf };
}

/** What a list of claims is narrowed down to; what is absent does not matter. */
export interface ClaimFilter {
  readonly status?: ClaimStatus | 'unsettled' | undefined;
  readonly kind?: ClaimKind | undefined;
  /** A name; the empty one: claims that nobody was given. */
  readonly assignee?: string | undefined;
  readonly risk?: Risk | undefined;
}

const unsettled: ReadonlySet<ClaimStatus> = new Set(['open', 'partial', 'stale', 'failed']);

export function fitsFilter({ claim, state }: CheckedClaim, filter: ClaimFilter): boolean {
  const { status, kind, assignee, risk } = filter;
  const fitsStatus = status === 'unsettled' ? unsettled.has(state.status) : status === state.status;
  return (
    (status === undefined || fitsStatus) &&
    (kind === undefined || claim.kind === kind) &&
    (assignee === undefined || claim.assignee.trim() === assignee.trim()) &&
    (risk === undefined || claim.risk === risk)
  );
}

/** Everybody who was given a claim, by name. */
export function assigneesOf(claims: readonly Claim[]): string[] {
  return [...new Set(claims.map(({ assignee }) => assignee.trim()).filter((name) => name !== ''))].sort();
}
