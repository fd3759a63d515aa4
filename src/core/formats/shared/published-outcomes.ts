import type { Article } from '#core/article/schema';
import { checkedClaims } from '#core/claims/progress';
import { countingOf, type Scale } from '#core/claims/scale';
import type { Claim, Evidence, Outcome } from '#core/claims/schema';
import type { CheckState } from '#core/claims/status';
import { defaultScale } from '#core/claims/values';

/** What one check found, as it may be told outside of the desk. */
export interface PublishedOutcome {
  readonly check: CheckState['check'];
  readonly outcome: Outcome;
  readonly counts: 'verified' | 'failed';
  /** What it rests on, as far as that is public. */
  readonly evidence: readonly Evidence[];
}

export interface PublishedClaim {
  readonly claim: Claim;
  /** The claim in words that need no context, else its words in the copy. */
  readonly text: string;
  readonly outcomes: readonly PublishedOutcome[];
}

/**
 * The claims of an article whose check came to an end that stands on the words, the wording and the sources of this
 * moment, in reading order. An outcome is not told when it is stale, when the copy does not have the change that it asks
 * for, when a colleague's standing outcome says otherwise, or when it leaves the claim open or out of the desk's hands.
 * Sources are told only when somebody marked them as public, and people of the contact log never: their names are
 * nobody's business but the desk's.
 */
export function publishedClaims(
  article: Pick<Article, 'body' | 'claims'>,
  scale: Scale = defaultScale,
): PublishedClaim[] {
  return checkedClaims(article, scale).flatMap(({ claim, anchor, state }): PublishedClaim[] => {
    if (!anchor || anchor.boundText === '') return [];
    const outcomes = state.checks.flatMap((check) => published(claim, check, scale));
    const text = (claim.wording || anchor.text).replace(/\s+/g, ' ').trim();
    return outcomes.length > 0 && text !== '' ? [{ claim, text, outcomes }] : [];
  });
}

function published(claim: Claim, state: CheckState, scale: Scale): PublishedOutcome[] {
  const { outcome, status, change, isDisputed, check } = state;
  if (!outcome || (status !== 'checked' && status !== 'failed')) return [];
  const counts = countingOf(scale, outcome.value);
  if (change !== null || isDisputed || (counts !== 'verified' && counts !== 'failed')) return [];
  const used = new Set(outcome.evidence.map(({ id }) => id));
  const evidence = claim.evidence.filter((one) => used.has(one.id) && isPublic(one));
  return [{ check, outcome, counts, evidence }];
}

function isPublic({ sensitivity, source }: Evidence): boolean {
  return sensitivity === 'public' && source.type !== 'person';
}
