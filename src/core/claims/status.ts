import { sha256Hex } from '#core/hash';
import type { Anchor } from './anchors';
import { boundText } from './bound-text';
import { evidenceHash, statementHash } from './evidence';
import { personKey } from './people';
import { countingOf, type Scale, scaleEntry } from './scale';
import type { Claim, Outcome } from './schema';
import { type CheckName, defaultScale } from './values';

/**
 * - `detached`: its words are no longer in the article
 * - `open`: nobody has settled it
 * - `partial`: one of its two checks is settled
 * - `stale`: what was checked is not what stands there now
 * - `failed`: the copy is wrong or in dispute, or wants the change that its outcome names
 * - `checked`: every check was settled on exactly these words and sources
 * - `excluded`: it is not for the desk to check, and somebody said so
 */
export const claimStatuses = [
  'open',
  'partial',
  'stale',
  'failed',
  'checked',
  'excluded',
  'detached',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/**
 * Why an outcome does not stand:
 * - `words`: the words under the claim are others
 * - `statement`: the claim is worded otherwise, or says otherwise who said it
 * - `evidence`: a source that it rests on was changed or removed
 * - `contradiction`: a source that contradicts was added since
 */
export const staleCauses = ['words', 'statement', 'evidence', 'contradiction'] as const;
export type StaleCause = (typeof staleCauses)[number];

export type CheckStatus = 'open' | 'stale' | 'failed' | 'checked' | 'excluded';

/** One check of a claim as it stands now. */
export interface CheckState {
  readonly check: CheckName;
  readonly status: CheckStatus;
  /** The last outcome of this check, standing or not. */
  readonly outcome: Outcome | null;
  /** Why it does not stand; empty when it does. */
  readonly causes: readonly StaleCause[];
  /** The words that the outcome wants instead, as long as they are not in the copy. */
  readonly change: string | null;
  /** Names of everybody whose own last outcome stands and settles this check, each once; at most one is unnamed. */
  readonly settledBy: readonly string[];
  /** Somebody else's standing outcome finds the copy wrong, though the last one does not. */
  readonly isDisputed: boolean;
  /** A translated quotation without its original wording: it cannot be verified as said. */
  readonly lacksOriginal: boolean;
}

export interface ClaimState {
  readonly status: ClaimStatus;
  readonly checks: readonly CheckState[];
  /** How many different people have settled every check. */
  readonly checkers: number;
}

/** The checks that a claim asks for: a quotation is two, everything else one. */
export function checksOf({ kind }: Pick<Claim, 'kind'>): readonly CheckName[] {
  return kind === 'quotation' ? ['said', 'true'] : ['true'];
}

/** Computed, never stored: an outcome counts only for the words and the sources that it was given on. */
export function claimState(
  claim: Claim,
  anchor: Anchor | undefined,
  scale: Scale = defaultScale,
): ClaimState {
  const words = anchor?.boundText ?? '';
  const checks = checksOf(claim).map((check) => checkState(claim, words, check, scale));
  return {
    status: words === '' ? 'detached' : joined(checks),
    checks,
    checkers: words === '' ? 0 : Math.min(...checks.map(({ settledBy }) => countPeople(settledBy))),
  };
}

/** How many people these names are for certain: whoever gave none may be any of the others. */
export function countPeople(names: readonly string[]): number {
  const keys = new Set(names.map(personKey));
  const named = keys.size - (keys.has(null) ? 1 : 0);
  return named === 0 ? Math.min(1, keys.size) : named;
}

export function claimStatus(claim: Claim, anchor: Anchor | undefined, scale?: Scale): ClaimStatus {
  return claimState(claim, anchor, scale).status;
}

/** The worst news first; what is settled only half is partial. */
function joined(checks: readonly CheckState[]): ClaimStatus {
  const has = (status: CheckStatus): boolean => checks.some((check) => check.status === status);
  if (has('failed')) return 'failed';
  if (has('stale')) return 'stale';
  if (has('open')) return has('checked') || has('excluded') ? 'partial' : 'open';
  return has('checked') ? 'checked' : 'excluded';
}

function checkState(claim: Claim, words: string, check: CheckName, scale: Scale): CheckState {
  const given = claim.outcomes.filter((outcome) => outcome.check === check);
  const outcome = given.at(-1) ?? null;
  const lacksOriginal = check === 'said' && isUnsourcedTranslation(claim);
  const judge = (one: Outcome): CheckStatus => judged(claim, words, one, scale, lacksOriginal);
  const standing = [...lastOfEach(given).values()].map((one) => ({ by: one.by, status: judge(one) }));
  const status = outcome ? judge(outcome) : 'open';
  const isSettled = (one: CheckStatus): boolean => one === 'checked' || one === 'excluded';
  return {
    check,
    status,
    outcome,
    causes: outcome ? causesOf(claim, words, outcome, scale) : [],
    change: outcome && status === 'failed' ? pendingChange(words, outcome) : null,
    settledBy: standing.filter((one) => isSettled(one.status)).map(({ by }) => by),
    isDisputed: isSettled(status) && standing.some((one) => one.status === 'failed'),
    lacksOriginal,
  };
}

/** Each person's own last outcome; all who gave no name are one. */
function lastOfEach(given: readonly Outcome[]): Map<string, Outcome> {
  return new Map(given.map((outcome) => [personKey(outcome.by) ?? '', outcome]));
}

/** What one outcome says of the claim as it is now. */
function judged(
  claim: Claim,
  words: string,
  outcome: Outcome,
  scale: Scale,
  lacksOriginal: boolean,
): CheckStatus {
  if (causesOf(claim, words, outcome, scale).length > 0) return 'stale';
  const counts = countingOf(scale, outcome.value);
  const needsEvidence = scaleEntry(scale, outcome.value)?.needsEvidence ?? false;
  if (counts === 'open' || !hasGrounds(outcome, needsEvidence)) return 'open';
  if (counts === 'failed' || pendingChange(words, outcome, scale) !== null) return 'failed';
  if (counts === 'excluded') return 'excluded';
  return lacksOriginal ? 'open' : 'checked';
}

/** No outcome counts without a source or a written reason. */
export function hasGrounds(
  { evidence, reason }: Pick<Outcome, 'evidence' | 'reason'>,
  needsEvidence: boolean,
): boolean {
  return evidence.length > 0 || (!needsEvidence && reason.trim() !== '');
}

/** Why an outcome does not stand on these words; none when it does. */
export function causesOf(
  claim: Claim,
  words: string,
  outcome: Outcome,
  scale: Scale = defaultScale,
): StaleCause[] {
  const causes: StaleCause[] = [];
  if (!standsOn(words, outcome, scale)) causes.push('words');
  if (outcome.statementHash !== statementHash(claim, outcome.check)) causes.push('statement');
  const hashes = new Map(claim.evidence.map((one) => [one.id, evidenceHash(one)]));
  if (outcome.evidence.some(({ id, hash }) => hashes.get(id) !== hash)) causes.push('evidence');
  const known = new Set(outcome.evidence.map(({ id }) => id));
  if (claim.evidence.some(({ id, stance }) => stance === 'contradicts' && !known.has(id)))
    causes.push('contradiction');
  return causes;
}

/** The words are those that were checked, or those that the check asked for. */
function standsOn(words: string, outcome: Outcome, scale: Scale): boolean {
  if (outcome.textHash === textHash(words)) return true;
  const isChange = scaleEntry(scale, outcome.value)?.withChange === true;
  return isChange && outcome.suggested !== null && words === boundWords(outcome.suggested);
}

/** The words that an outcome wants instead, where the copy does not have them yet. */
function pendingChange(words: string, outcome: Outcome, scale?: Scale): string | null {
  const { suggested, value } = outcome;
  if (suggested === null || words === boundWords(suggested)) return null;
  return !scale || scaleEntry(scale, value)?.withChange === true ? suggested : null;
}

/** Words as an outcome is bound to them, where nothing stands around them. */
export function boundWords(text: string): string {
  return boundText(text, 0, text.length);
}

/** A translation is verified as said only beside what was said. */
export function isUnsourcedTranslation({ quotation }: Pick<Claim, 'quotation'>): boolean {
  return quotation?.translated === true && (quotation.original?.text.trim() ?? '') === '';
}

/** The hash that binds an outcome to words; the text is hashed as it stands, to the letter. */
export function textHash(text: string): string {
  return sha256Hex(text);
}

export interface ClaimCounts {
  /** Claims whose words are in the copy, without those that are excluded. */
  readonly total: number;
  readonly checked: number;
  readonly open: number;
  readonly partial: number;
  readonly stale: number;
  readonly failed: number;
  readonly excluded: number;
  readonly detached: number;
}

/** How far the checks are: `checked` of `total`. */
export function countClaims(statuses: Iterable<ClaimStatus>): ClaimCounts {
  const counts = { open: 0, partial: 0, stale: 0, failed: 0, checked: 0, excluded: 0, detached: 0 };
  for (const status of statuses) counts[status] += 1;
  const { open, partial, stale, failed, checked } = counts;
  return { total: open + partial + stale + failed + checked, ...counts };
}
