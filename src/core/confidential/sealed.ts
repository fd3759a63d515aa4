import { evidenceHash } from '#core/claims/evidence';
import type { Claim, Evidence, SealedSource } from '#core/claims/schema';

/** What is kept secret of a confidential source; how it is rated and who added it stays in the article. */
export type Secret = Pick<Evidence, 'source' | 'locator' | 'quote' | 'origin'>;

/** `<32 hex digits>.<SHA-256 of the encrypted bytes>.age`, so that damage is noticed without the passphrase. */
export const sealedFileName = /^([0-9a-f]{32})\.([0-9a-f]{64})\.age$/;

export interface SealedEvidence extends Evidence {
  source: SealedSource;
}

export function isSealed(evidence: Evidence): evidence is SealedEvidence {
  return evidence.source.type === 'sealed';
}

/** Whether a source has to be sealed on a desk that seals. */
export function isInClear(evidence: Evidence): boolean {
  return evidence.sensitivity === 'confidential' && !isSealed(evidence);
}

export function hasConfidentialInClear(claims: readonly Claim[]): boolean {
  return claims.some(({ evidence }) => evidence.some(isInClear));
}

/** What the claims name of sealed files, each once. */
export function sealsOf(claims: readonly Claim[]): string[] {
  const sources = claims.flatMap(({ evidence }) => evidence.filter(isSealed).map(({ source }) => source));
  return [...new Set(sources.flatMap(({ seal, file }) => (file === null ? [seal] : [seal, file])))];
}

export function secretOf({ source, locator, quote, origin }: Evidence): Secret {
  return { source, locator, quote, origin };
}

/** The source without its secret. */
export function seal(evidence: Evidence, sealed: SealedSource): SealedEvidence {
  return { ...evidence, source: sealed, locator: null, quote: '', origin: '', sensitivity: 'confidential' };
}

/** The source as it is, for whoever may see it. */
export function reveal(evidence: Evidence, secret: Secret): Evidence {
  return { ...evidence, ...secret };
}

/**
 * Puts one source of a claim in another form that says the same: outcomes which rest on it rest on it still. The old hash
 * goes, as well: a hash of few words gives them away to whoever guesses them.
 */
export function sameSource(claim: Claim, before: Evidence, after: Evidence): Claim {
  const [old, now] = [evidenceHash(before), evidenceHash(after)];
  return {
    ...claim,
    evidence: claim.evidence.map((one) => (one.id === before.id ? after : one)),
    outcomes: claim.outcomes.map((outcome) =>
      outcome.evidence.some(({ id, hash }) => id === before.id && hash === old)
        ? {
            ...outcome,
            evidence: outcome.evidence.map((one) =>
              one.id === before.id && one.hash === old ? { ...one, hash: now } : one,
            ),
          }
        : outcome,
    ),
  };
}

/** Which source of which claim was sealed, and as what. */
export interface SealedNow {
  readonly claim: string;
  readonly evidence: string;
  readonly source: SealedSource;
}

/** What a save has sealed: `written` is `sent` with some sources in another form. */
export function sealedBetween(sent: readonly Claim[], written: readonly Claim[]): SealedNow[] {
  const found: SealedNow[] = [];
  for (const [at, claim] of sent.entries())
    for (const [index, evidence] of claim.evidence.entries()) {
      const after = written[at]?.evidence[index];
      if (isInClear(evidence) && after && isSealed(after))
        found.push({ claim: claim.id, evidence: evidence.id, source: after.source });
    }
  return found;
}

/**
 * The claims with what a save has sealed; a source that was changed since it was `sent` waits for the next save. What did
 * not change keeps its identity.
 */
export function takeSeals(claims: Claim[], sent: readonly Claim[], seals: readonly SealedNow[]): Claim[] {
  const given = new Map(sent.flatMap(({ id, evidence }) => evidence.map((one) => [`${id} ${one.id}`, one])));
  return claims.map((claim) =>
    seals
      .filter((one) => one.claim === claim.id)
      .reduce((current, { evidence: id, source }) => {
        const mine = current.evidence.find((one) => one.id === id);
        const theirs = given.get(`${claim.id} ${id}`);
        const isSame = mine && theirs && JSON.stringify(mine) === JSON.stringify(theirs);
        return isSame ? sameSource(current, mine, seal(mine, source)) : current;
      }, claim),
  );
}
