import { describe, expect, it } from 'vitest';
import { evidenceHash } from '#core/claims/evidence';
import type { Claim, SealedSource } from '#core/claims/schema';
import { hasConfidentialInClear, seal, sealedBetween, sealsOf, takeSeals } from '#core/confidential/sealed';
import { readRecord, writeRecord } from '#core/confidential/sealed-schema';
import { articleWith, canary, contact } from '../../support/confidential-desk';

const sealed: SealedSource = { type: 'sealed', seal: 'a'.repeat(32), file: null, hasOrigin: true };
const marked = contact({ sensitivity: 'confidential' });
const sent: readonly Claim[] = articleWith([marked, contact({ quote: 'autre' }, 'e2')]).claims;
const written: readonly Claim[] = sent.map((claim) => ({
  ...claim,
  evidence: claim.evidence.map((one) => (one.id === 'e1' ? seal(one, sealed) : one)),
}));

describe('what a save has sealed', () => {
  const seals = sealedBetween(sent, written);

  it('is told by claim and source', () => {
    expect(seals).toEqual([{ claim: 'k1', evidence: 'e1', source: sealed }]);
    expect(sealedBetween(written, written)).toEqual([]);
  });

  it('is taken over where nobody has changed the source since, with the outcomes that rest on it', () => {
    const [claim] = takeSeals([...sent], sent, seals);
    expect(JSON.stringify(claim?.evidence[0])).not.toContain(canary);
    expect(claim?.evidence[1]).toBe(sent[0]?.evidence[1]);
    const hashes = claim?.outcomes[0]?.evidence.map(({ hash }) => hash);
    expect(hashes).toEqual(claim?.evidence.map(evidenceHash));
    expect(hashes).not.toContain(evidenceHash(marked));
    expect(hasConfidentialInClear(claim ? [claim] : [])).toBe(false);
    expect(sealsOf(claim ? [claim] : [])).toEqual([sealed.seal]);
  });

  it('waits for the next save where somebody has', () => {
    const typed = sent.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((one) => (one.id === 'e1' ? { ...one, quote: 'changée' } : one)),
    }));
    expect(takeSeals(typed, sent, seals)).toEqual(typed);
  });
});

describe('a sealed record', () => {
  it('is read as it was written, and nothing else is taken for one', () => {
    const { source, locator, quote, origin } = marked;
    const secret = { source, locator, quote, origin };
    expect(readRecord(writeRecord(secret))).toEqual(secret);
    for (const text of [
      '',
      'x',
      '{}',
      '{"format":"marbre-sealed-source","version":2}',
      JSON.stringify(secret),
    ])
      expect(readRecord(new TextEncoder().encode(text)), text).toBeNull();
    expect(readRecord(writeRecord({ ...secret, source: sealed }))).toBeNull();
  });
});
