import { sha256Hex } from '#core/hash';
import type { Anchor } from './anchors';
import type { Claim, Outcome, OutcomeValue } from './schema';

/**
 * - `detached`: its words are no longer in the article
 * - `open`: nobody has given an outcome
 * - `stale`: the words under the last outcome have changed since
 * - `checked`: the last outcome was given on exactly these words
 */
export type ClaimStatus = 'detached' | 'open' | 'stale' | 'checked';

/** Computed, never stored: an outcome counts only for the words it was given on. */
export function claimStatus(claim: Claim, anchor: Anchor | undefined): ClaimStatus {
  if (!anchor || anchor.boundText === '') return 'detached';
  const outcome = claim.outcomes.at(-1);
  if (!outcome) return 'open';
  return outcome.textHash === textHash(anchor.boundText) ? 'checked' : 'stale';
}

/** The hash that binds an outcome to words; the text is hashed as it stands, to the letter. */
export function textHash(text: string): string {
  return sha256Hex(text);
}

/** An outcome on the words under the claim now. `at` is an ISO instant. */
export function outcomeOn(anchor: Anchor, value: OutcomeValue, at: string): Outcome {
  return { value, textHash: textHash(anchor.boundText), text: anchor.boundText, at };
}

export interface ClaimCounts {
  readonly total: number;
  readonly checked: number;
  readonly open: number;
  readonly stale: number;
  readonly detached: number;
}

export function countClaims(statuses: Iterable<ClaimStatus>): ClaimCounts {
  const counts = { total: 0, checked: 0, open: 0, stale: 0, detached: 0 };
  for (const status of statuses) {
    counts.total += 1;
    counts[status] += 1;
  }
  return counts;
}
