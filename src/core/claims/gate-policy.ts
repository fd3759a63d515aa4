import { type ClaimKind, claimKinds, type Role } from './values';

/** How many different people must have checked something; 0: the gate does not ask. */
export const checkerCounts = [0, 1, 2] as const;
export type CheckerCount = (typeof checkerCounts)[number];

export const gateModes = ['warn', 'refuse'] as const;
export type GateMode = (typeof gateModes)[number];

/** What may block besides checks and signatures; each can be switched off. */
export const gateSwitches = [
  'placeholders',
  'openQueries',
  'openComments',
  'suggestions',
  'staleOutcomes',
  'failedOutcomes',
  'headlineMismatch',
] as const;
export type GateSwitch = (typeof gateSwitches)[number];

/** What a desk asks for before copy may be published. */
export interface GatePolicy {
  /** Whether an export with blockers is warned of or refused. */
  readonly mode: GateMode;
  readonly kinds: Readonly<Record<ClaimKind, CheckerCount>>;
  /** Claims that could bring somebody to court, or hurt somebody; the stricter of kind and risk holds. */
  readonly risks: { readonly legal: CheckerCount; readonly safety: CheckerCount };
  /** Roles that must have signed this copy. */
  readonly roles: readonly Role[];
  readonly blockers: Readonly<Record<GateSwitch, boolean>>;
}

function all<K extends string, V>(keys: readonly K[], value: V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>;
}

/** What a desk asks for that set nothing of its own. */
export const defaultGate: GatePolicy = {
  mode: 'warn',
  kinds: all<ClaimKind, CheckerCount>(claimKinds, 1),
  risks: { legal: 2, safety: 2 },
  roles: ['editor'],
  blockers: all(gateSwitches, true),
};
