import type { Claim, Evidence, Source } from './schema';
import type { ClaimKind } from './values';

/** A claim on words that stand in the text; everything else about it is open. `at` is an ISO instant. */
export function newClaim(given: {
  readonly id: string;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly at: string;
  readonly by: string;
}): Claim {
  const { id, text, kind, at, by } = given;
  return {
    id,
    text,
    wording: '',
    kind,
    checkability: 'factual',
    assertedBy: '',
    risk: 'normal',
    assignee: '',
    dependsOn: [],
    note: '',
    quotation: null,
    evidence: [],
    outcomes: [],
    created: at,
    by,
  };
}

/** A source that supports a claim, until somebody says more of it. `at` is an ISO instant. */
export function newEvidence(
  source: Source,
  { id, at, by }: { readonly id: string; readonly at: string; readonly by: string },
): Evidence {
  return {
    id,
    source,
    locator: null,
    quote: '',
    stance: 'supports',
    tier: 'secondary',
    origin: '',
    sensitivity: 'internal',
    added: { at, by },
  };
}
