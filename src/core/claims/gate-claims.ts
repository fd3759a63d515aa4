import type { Anchor } from './anchors';
import type { BlockerCode } from './blocker-codes';
import type { Blocker } from './gate';
import type { GatePolicy } from './gate-policy';
import { personKey } from './people';
import type { Scale } from './scale';
import type { Claim } from './schema';
import { type CheckState, type ClaimState, claimState, countPeople } from './status';

interface Context {
  readonly where: ReadonlyMap<string, Anchor>;
  readonly scale: Scale;
  readonly policy: GatePolicy;
  /** People whose checks of this copy do not count, as keys: its authors, on a desk of several; null: all count. */
  readonly strangers: ReadonlySet<string> | null;
}

interface Judged {
  readonly claim: Claim;
  readonly state: ClaimState;
  readonly text: string;
}

/** What blocks among the claims whose words are in the copy, in reading order. */
export function claimBlockers(claims: readonly Claim[], context: Context): Blocker[] {
  const records = new Map(claims.map((claim) => [claim.id, claim]));
  const judged = new Map<string, Judged>();
  for (const [id, anchor] of context.where) {
    const claim = records.get(id);
    if (claim) judged.set(id, { claim, state: claimState(claim, anchor, context.scale), text: anchor.text });
  }
  return [...judged.values()].flatMap((one) => [
    ...ofClaim(one, context),
    ...(context.policy.blockers.failedOutcomes ? dependencies(one, judged) : []),
  ]);
}

/** How many people must have checked a claim: the stricter of its kind and its risk. */
export function wantedCheckers({ kind, risk }: Pick<Claim, 'kind' | 'risk'>, policy: GatePolicy): number {
  return Math.max(policy.kinds[kind], risk === 'normal' ? 0 : policy.risks[risk]);
}

function blocker(
  { claim, text }: Judged,
  code: BlockerCode,
  more: Readonly<Record<string, string | number>> = {},
): Blocker {
  const line = text.trim().replace(/\s+/g, ' ');
  const short = line.length <= 120 ? line : `${line.slice(0, 119).trimEnd()}…`;
  return {
    code,
    params: { text: short, kind: claim.kind, ...more },
    target: { type: 'claim', id: claim.id },
  };
}

function ofClaim(judged: Judged, context: Context): Blocker[] {
  const { claim, state } = judged;
  const { policy } = context;
  const wanted = wantedCheckers(claim, policy);
  const found = state.checks.flatMap((check) => ofCheck(judged, check, policy));
  if (found.length > 0 || wanted === 0 || state.status === 'excluded') return found;
  if (state.status === 'open') return [unsettled(judged)];
  if (state.status === 'partial') {
    const missing = state.checks.find(({ status }) => status === 'open');
    if (missing?.lacksOriginal && missing.outcome) return [blocker(judged, 'claim-original')];
    return [blocker(judged, 'claim-partial', { check: missing?.check ?? 'true' })];
  }
  return people(judged, wanted, context);
}

function unsettled(judged: Judged): Blocker {
  const needsOriginal = judged.state.checks.some((check) => check.lacksOriginal && check.outcome);
  return blocker(judged, needsOriginal ? 'claim-original' : 'claim-open');
}

/** What is wrong with a check that somebody gave; whether one is missing is another question. */
function ofCheck(judged: Judged, check: CheckState, { blockers }: GatePolicy): Blocker[] {
  const { outcome, change } = check;
  if (!outcome) return [];
  const more = { check: check.check, outcome: outcome.value };
  if (check.status === 'stale')
    return blockers.staleOutcomes
      ? [blocker(judged, 'claim-stale', { ...more, causes: check.causes.join(' ') })]
      : [];
  if (check.status === 'failed' && blockers.failedOutcomes)
    return change === null
      ? [blocker(judged, 'claim-failed', more)]
      : [blocker(judged, 'claim-change', { ...more, suggested: change })];
  return check.isDisputed && blockers.failedOutcomes ? [blocker(judged, 'claim-disputed', more)] : [];
}

/** Whether enough different people settled every check, authors aside where they do not count. */
function people(judged: Judged, wanted: number, { strangers }: Context): Blocker[] {
  const { checks, status } = judged.state;
  if (status !== 'checked') return [];
  const counts = checks.map(({ settledBy }) =>
    countPeople(settledBy.filter((name) => !strangers?.has(personKey(name) ?? ''))),
  );
  const count = Math.min(...counts);
  if (count >= wanted) return [];
  const more = { wanted, count };
  return [blocker(judged, count === 0 ? 'claim-own-check' : 'claim-second-check', more)];
}

/** A claim that holds only if another one does, and that one does not. */
function dependencies(judged: Judged, all: ReadonlyMap<string, Judged>): Blocker[] {
  const isSettled = judged.state.status === 'checked';
  return judged.claim.dependsOn.flatMap((id) => {
    const other = all.get(id);
    const fails = other && (other.state.status === 'failed' || other.state.status === 'stale');
    return isSettled && other && fails ? [blocker(judged, 'claim-dependency', { other: other.text })] : [];
  });
}
