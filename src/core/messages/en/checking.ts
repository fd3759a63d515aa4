import type { BlockerCode } from '#core/claims/blocker-codes';
import type { GateMode, GateSwitch } from '#core/claims/gate-policy';
import type { QueryStatus } from '#core/claims/queries';
import type { SignOffState } from '#core/claims/sign-offs';
import type { ClaimStatus, StaleCause } from '#core/claims/status';
import type {
  Checkability,
  CheckName,
  ClaimKind,
  Counting,
  DefaultOutcome,
  EvidenceType,
  QueryEventKind,
  Risk,
  Role,
  Sensitivity,
  Stance,
  Tier,
} from '#core/claims/values';

/** A label for each entry of a closed list; one that is missing does not compile. */
const kindLabels = {
  'kind.number': 'Number',
  'kind.money': 'Money',
  'kind.percentage': 'Percentage',
  'kind.date': 'Date',
  'kind.duration': 'Duration',
  'kind.person': 'Person',
  'kind.role': 'Role',
  'kind.place': 'Place',
  'kind.organisation': 'Organisation',
  'kind.acronym': 'Acronym',
  'kind.quotation': 'Quotation',
  'kind.attribution': 'Attribution',
  'kind.superlative': 'Superlative or first',
  'kind.causal': 'Cause',
  'kind.comparison': 'Comparison',
  'kind.event': 'Event',
  'kind.caption': 'Caption',
  'kind.headline': 'Headline',
  'kind.other': 'Other',
} as const satisfies Record<`kind.${ClaimKind}`, string>;

const checkabilityLabels = {
  'checkability.factual': 'Factual',
  'checkability.opinion': 'Opinion',
  'checkability.prediction': 'Prediction',
  'checkability.unintelligible': 'Unintelligible',
} as const satisfies Record<`checkability.${Checkability}`, string>;

const riskLabels = {
  'risk.normal': 'Normal',
  'risk.legal': 'Legal',
  'risk.safety': 'Safety',
} as const satisfies Record<`risk.${Risk}`, string>;

const checkLabels = {
  'check.said': 'Was it said?',
  'check.true': 'Is it true?',
} as const satisfies Record<`check.${CheckName}`, string>;

const evidenceLabels = {
  'evidence.web': 'Web page',
  'evidence.file': 'File',
  'evidence.passage': 'Passage',
  'evidence.person': 'Person',
  'evidence.sealed': 'Encrypted source',
} as const satisfies Record<`evidence.${EvidenceType}`, string>;

const stanceLabels = {
  'stance.supports': 'Supports',
  'stance.contradicts': 'Contradicts',
  'stance.mentions': 'Mentions',
} as const satisfies Record<`stance.${Stance}`, string>;

const tierLabels = {
  'tier.primary': 'Primary source',
  'tier.secondary': 'Secondary source',
  'tier.press-release': 'Press release',
  'tier.reference': 'Reference work',
} as const satisfies Record<`tier.${Tier}`, string>;

const sensitivityLabels = {
  'sensitivity.public': 'Public',
  'sensitivity.internal': 'Internal',
  'sensitivity.confidential': 'Confidential',
} as const satisfies Record<`sensitivity.${Sensitivity}`, string>;

const roleLabels = {
  'role.reporter': 'Reporter',
  'role.checker': 'Checker',
  'role.second-checker': 'Second checker',
  'role.copy-desk': 'Copy desk',
  'role.legal': 'Legal',
  'role.editor': 'Editor',
} as const satisfies Record<`role.${Role}`, string>;

const outcomeLabels = {
  'outcome.confirmed': 'Confirmed',
  'outcome.confirmed-with-change': 'Confirmed with change',
  'outcome.wrong': 'Wrong',
  'outcome.disputed': 'Disputed',
  'outcome.not-verifiable': 'Not verifiable',
  'outcome.on-author': 'On author',
  'outcome.not-checkable': 'Not checkable',
} as const satisfies Record<`outcome.${DefaultOutcome}`, string>;

const countingLabels = {
  'counting.verified': 'Counts as checked',
  'counting.failed': 'Counts as failed',
  'counting.open': 'Stays open',
  'counting.excluded': 'Not for the desk to check',
} as const satisfies Record<`counting.${Counting}`, string>;

const statusLabels = {
  'status.open': 'Open',
  'status.partial': 'One of two checks done',
  'status.stale': 'Stale: what was checked has changed',
  'status.failed': 'To be changed',
  'status.checked': 'Checked',
  'status.excluded': 'Not for the desk to check',
  'status.detached': 'No longer in the text',
} as const satisfies Record<`status.${ClaimStatus}`, string>;

const causeLabels = {
  'cause.words': 'The words have changed',
  'cause.statement': 'The claim is worded otherwise',
  'cause.evidence': 'A source was changed or removed',
  'cause.contradiction': 'A source that contradicts was added',
} as const satisfies Record<`cause.${StaleCause}`, string>;

const queryStatusLabels = {
  'query-status.open': 'Open',
  'query-status.answered': 'Answered',
  'query-status.resolved': 'Settled',
} as const satisfies Record<`query-status.${QueryStatus}`, string>;

const queryEventLabels = {
  'query-event.asked': 'Asked',
  'query-event.answered': 'Answered',
  'query-event.resolved': 'Settled',
  'query-event.reopened': 'Reopened',
} as const satisfies Record<`query-event.${QueryEventKind}`, string>;

const signOffStateLabels = {
  'sign-off-state.valid': 'Valid',
  'sign-off-state.lapsed': 'Lapsed: the copy has changed',
  'sign-off-state.withdrawn': 'Withdrawn',
} as const satisfies Record<`sign-off-state.${SignOffState}`, string>;

const gateModeLabels = {
  'gate-mode.warn': 'Warn',
  'gate-mode.refuse': 'Refuse',
} as const satisfies Record<`gate-mode.${GateMode}`, string>;

const gateSwitchLabels = {
  'gate-switch.placeholders': 'Gaps (TK) to fill in',
  'gate-switch.openQueries': 'Open queries',
  'gate-switch.openComments': 'Open comments',
  'gate-switch.suggestions': 'Undecided changes',
  'gate-switch.staleOutcomes': 'Stale checks',
  'gate-switch.failedOutcomes': 'Failed checks',
  'gate-switch.headlineMismatch': 'Headline that says what the body does not',
} as const satisfies Record<`gate-switch.${GateSwitch}`, string>;

const blockerLabels = {
  'blocker.claim-open': '“{{text}}” is not checked ({{kind}}).',
  'blocker.claim-partial': 'One check of “{{text}}” is missing: {{check}}',
  'blocker.claim-second-check': '“{{text}}” needs {{wanted}} checkers and has {{count}}.',
  'blocker.claim-own-check': '“{{text}}” was checked by its author only.',
  'blocker.claim-original': '“{{text}}” is a translation without its original words.',
  'blocker.claim-stale': '“{{text}}” has changed since it was checked.',
  'blocker.claim-failed': '“{{text}}” was found: {{outcome}}.',
  'blocker.claim-change': '“{{text}}” is confirmed as “{{suggested}}”, and not changed yet.',
  'blocker.claim-disputed': 'Two checkers disagree about “{{text}}”.',
  'blocker.claim-dependency': '“{{text}}” rests on “{{other}}”, which does not hold.',
  'blocker.query-open': 'A query is open: “{{text}}”',
  'blocker.query-answered': 'An answer waits for somebody to accept it: “{{text}}”',
  'blocker.comment-open': 'A comment is open: “{{text}}”',
  'blocker.suggestion-open': 'A change is not decided: “{{text}}”',
  'blocker.placeholder': 'Something is still to come here: “{{text}}”',
  'blocker.headline-number': 'The headline or standfirst says “{{text}}”, the body does not.',
  'blocker.headline-name': 'The headline or standfirst names “{{text}}”, the body does not.',
  'blocker.sign-off-missing': 'Not signed: {{role}}.',
  'blocker.sign-off-lapsed': 'The copy has changed since {{by}} signed it ({{role}}).',
} as const satisfies Record<`blocker.${BlockerCode}`, string>;

/** What the checking desk says: in the window, on the command line and in the dossier. */
export const checking = {
  ...kindLabels,
  ...checkabilityLabels,
  ...riskLabels,
  ...checkLabels,
  ...evidenceLabels,
  ...stanceLabels,
  ...tierLabels,
  ...sensitivityLabels,
  ...roleLabels,
  ...outcomeLabels,
  ...countingLabels,
  ...statusLabels,
  ...causeLabels,
  ...queryStatusLabels,
  ...queryEventLabels,
  ...signOffStateLabels,
  ...gateModeLabels,
  ...gateSwitchLabels,
  ...blockerLabels,
  progress: '{{checked}} of {{total}} checked',
  'stale-count_one': '{{count}} stale',
  'stale-count_other': '{{count}} stale',
  'excluded-count': '{{count}} not for the desk',
  'query-count_one': '{{count}} query',
  'query-count_other': '{{count}} queries',
  'locator-page': 'page {{page}}',
  'locator-paragraph': 'paragraph {{paragraph}}',
  'locator-time': 'at {{time}}',
  'locator-quote': 'at “{{exact}}”',
  'self-checked': 'self-checked',
  nobody: 'unnamed',
  correction_one: 'Correction',
  correction_other: 'Corrections',
  'corrected-on': '{{day}}: {{text}}',
} as const;
