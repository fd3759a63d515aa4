import { failure, type Result, success } from '#core/failure';
import type { Anchor } from './anchors';
import { evidenceHash, statementHash } from './evidence';
import { type Scale, scaleEntry } from './scale';
import type { Claim, Outcome } from './schema';
import { boundWords, checksOf, hasGrounds, isUnsourcedTranslation, textHash } from './status';
import { type CheckName, defaultScale, type Role } from './values';

/** What a checker decides. */
export interface Given {
  readonly check: CheckName;
  /** An id of the desk's scale. */
  readonly value: string;
  /** May be empty where there is evidence. */
  readonly reason: string;
  /** The checker's name; may be empty, and then stands for nobody in particular. */
  readonly by: string;
  readonly role?: Role | null;
  /** ISO instant. */
  readonly at: string;
  /** The words that shall stand instead of the bound words; null or absent: none. */
  readonly suggested?: string | null;
  /** Ids of the sources that it rests on; absent: all of the claim's. */
  readonly evidence?: readonly string[];
}

/**
 * The claim with one more outcome, bound to the words, the wording and the sources as they are at this moment.
 * Codes: `claim.detached` (its words are gone), `claim.wrong-check` (not asked of this kind), `claim.unknown-outcome`
 * (not on the scale), `claim.no-grounds` (neither source nor reason), `claim.needs-evidence`, `claim.no-change` (the
 * outcome must say what shall stand instead), `claim.no-original` (a translated quotation is not verified as said
 * without what was said), `claim.unknown-evidence`.
 */
export function giveOutcome(
  claim: Claim,
  anchor: Anchor | undefined,
  given: Given,
  scale: Scale = defaultScale,
): Result<Claim> {
  if (!anchor || anchor.boundText === '') return failure('claim.detached');
  if (!checksOf(claim).includes(given.check)) return failure('claim.wrong-check');
  const entry = scaleEntry(scale, given.value);
  if (!entry) return failure('claim.unknown-outcome', { value: given.value });
  const wanted = new Set(given.evidence ?? claim.evidence.map(({ id }) => id));
  const evidence = claim.evidence.filter(({ id }) => wanted.has(id));
  if (evidence.length < wanted.size) return failure('claim.unknown-evidence');
  const suggested = given.suggested?.trim() ? boundWords(given.suggested) : null;
  const outcome: Outcome = {
    check: given.check,
    value: given.value,
    reason: given.reason.trim(),
    by: given.by.trim(),
    role: given.role ?? null,
    at: given.at,
    text: anchor.boundText,
    textHash: textHash(anchor.boundText),
    statementHash: statementHash(claim, given.check),
    evidence: evidence.map((one) => ({ id: one.id, hash: evidenceHash(one) })),
    suggested,
  };
  if (!hasGrounds(outcome, false)) return failure('claim.no-grounds');
  if (!hasGrounds(outcome, entry.needsEvidence)) return failure('claim.needs-evidence');
  if (entry.withChange && suggested === null) return failure('claim.no-change');
  if (entry.counts === 'verified' && given.check === 'said' && isUnsourcedTranslation(claim))
    return failure('claim.no-original');
  return success({ ...claim, outcomes: [...claim.outcomes, outcome] });
}
