/** The closed lists of the checking desk; apart from the schemas, so that the window need not load those. */

/** What the suggestions find, in the order in which people are shown the kinds. */
export const suggestionKinds = [
  'number',
  'money',
  'percentage',
  'date',
  'duration',
  'person',
  'role',
  'place',
  'organisation',
  'acronym',
  'quotation',
  'attribution',
  'superlative',
  'causal',
  'comparison',
  'event',
  'caption',
  'headline',
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** What a claim is about: what the suggestions know, and `other`, which a person marks for another reason. */
export const claimKinds = [...suggestionKinds, 'other'] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const checkabilities = ['factual', 'opinion', 'prediction', 'unintelligible'] as const;
export type Checkability = (typeof checkabilities)[number];

export const risks = ['normal', 'legal', 'safety'] as const;
export type Risk = (typeof risks)[number];

/** What is asked of a claim: whether it was said (quotations only), and whether it is true. */
export const checkNames = ['said', 'true'] as const;
export type CheckName = (typeof checkNames)[number];

export const evidenceTypes = ['web', 'file', 'passage', 'person', 'sealed'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

export const stances = ['supports', 'contradicts', 'mentions'] as const;
export type Stance = (typeof stances)[number];

export const tiers = ['primary', 'secondary', 'press-release', 'reference'] as const;
export type Tier = (typeof tiers)[number];

export const sensitivities = ['public', 'internal', 'confidential'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Who may sign, in the order in which copy passes them. */
export const roles = ['reporter', 'checker', 'second-checker', 'copy-desk', 'legal', 'editor'] as const;
export type Role = (typeof roles)[number];

export const queryEventKinds = ['asked', 'answered', 'resolved', 'reopened'] as const;
export type QueryEventKind = (typeof queryEventKinds)[number];

/**
 * What an outcome means for the state of a claim: `verified` it holds; `failed` the copy is wrong or in dispute;
 * `open` somebody looked and it is still to be settled; `excluded` it is not for the desk to check, and counts neither
 * as checked nor as open.
 */
export const countings = ['verified', 'failed', 'open', 'excluded'] as const;
export type Counting = (typeof countings)[number];

/** One outcome that a checker can give: an entry of the desk's scale. */
export interface ScaleEntry {
  /** Stored in outcomes; never reused for another meaning. */
  readonly id: string;
  /** Empty where the program has a name of its own for this id. */
  readonly labels: { readonly fr?: string | undefined; readonly en?: string | undefined };
  readonly counts: Counting;
  /** A written reason alone is not enough. */
  readonly needsEvidence: boolean;
  /** It carries the words that shall stand instead, and holds once they do. */
  readonly withChange: boolean;
}

/** The ids of the default scale; the catalogues name them. */
export const defaultOutcomes = [
  'confirmed',
  'confirmed-with-change',
  'wrong',
  'disputed',
  'not-verifiable',
  'on-author',
  'not-checkable',
] as const;
export type DefaultOutcome = (typeof defaultOutcomes)[number];

const countingOf: Readonly<Record<DefaultOutcome, Counting>> = {
  confirmed: 'verified',
  'confirmed-with-change': 'verified',
  wrong: 'failed',
  disputed: 'failed',
  'not-verifiable': 'open',
  'on-author': 'excluded',
  'not-checkable': 'excluded',
};

/** What a check found, as a desk has it that set nothing of its own. */
export const defaultScale: readonly ScaleEntry[] = defaultOutcomes.map((id) => ({
  id,
  labels: {},
  counts: countingOf[id],
  needsEvidence: false,
  withChange: id === 'confirmed-with-change',
}));
