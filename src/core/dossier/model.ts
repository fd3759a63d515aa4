import { serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { contentHash, recordHash } from '#core/claims/content';
import { evidenceHash, independentOrigins } from '#core/claims/evidence';
import { type Gate, type GateDesk, gate } from '#core/claims/gate';
import { overrideFor } from '#core/claims/overrides';
import { authorsOf, personKey } from '#core/claims/people';
import { type CheckedClaim, checkedClaims, type Progress, progressOf } from '#core/claims/progress';
import type { Correction, Override, Query } from '#core/claims/record-schema';
import type { Evidence, Outcome } from '#core/claims/schema';
import { type SignOffView, signOffViews } from '#core/claims/sign-offs';
import type { ScaleEntry } from '#core/claims/values';
import { isSealed } from '#core/confidential/sealed';
import type { StatusEntry } from '#core/desk/schema';
import { sha256Hex } from '#core/hash';

/** A source as the dossier shows it; a confidential one that is held back says nothing but that it is there. */
export type DossierEvidence =
  | { readonly isHeldBack: false; readonly evidence: Evidence; readonly hash: string }
  | {
      readonly isHeldBack: true;
      readonly evidence: Pick<Evidence, 'id' | 'stance' | 'tier' | 'sensitivity' | 'added'>;
    };

export interface DossierOutcome {
  readonly outcome: Outcome;
  /** The checker is an author of the copy. */
  readonly selfChecked: boolean;
}

export interface DossierClaim extends CheckedClaim {
  /** Counted from 1, in reading order. */
  readonly number: number;
  /** The words as they stand in the copy; those that were marked once they are gone. */
  readonly text: string;
  readonly evidence: readonly DossierEvidence[];
  readonly origins: number;
  /** Oldest first. */
  readonly outcomes: readonly DossierOutcome[];
  readonly queries: readonly Query[];
  /** Numbers of the claims that it depends on. */
  readonly dependsOn: readonly number[];
}

/** The record of the checks of one article at one moment; the writers only spell it. */
export interface Dossier {
  /** ISO instant. */
  readonly generated: string;
  readonly article: Article;
  readonly title: string;
  readonly scale: readonly ScaleEntry[];
  readonly statuses: readonly StatusEntry[];
  readonly progress: Progress;
  readonly gate: Gate;
  /** The override that lets this copy out in spite of the gate; null: none is needed, or none covers it. */
  readonly override: Override | null;
  /** In reading order; those whose words are gone come last. */
  readonly claims: readonly DossierClaim[];
  /** Queries about lines, not about claims. */
  readonly queries: readonly Query[];
  readonly signOffs: readonly SignOffView[];
  readonly overrides: readonly Override[];
  readonly corrections: readonly Correction[];
  /** Whether confidential evidence is shown. */
  readonly isConfidential: boolean;
  /** How many sources are held back. */
  readonly heldBack: number;
  readonly integrity: {
    /** SHA-256 of the copy as it is printed. */
    readonly content: string;
    /** SHA-256 of claims, queries and comments. */
    readonly record: string;
    /** SHA-256 of `article.json` as it is written. */
    readonly article: string;
    /** SHA-256 of what was imported; null for copy that was written here. */
    readonly original: string | null;
  };
}

/** What the record of the checks needs to know of a desk. */
export interface DossierDesk extends GateDesk {
  readonly statuses: readonly StatusEntry[];
}

export interface DossierOptions {
  /** ISO instant. */
  readonly now: string;
  readonly includeConfidential: boolean;
}

/** Everything that is known of the checks of an article. The same input always gives the same dossier. */
export function dossierOf(article: Article, desk: DossierDesk, options: DossierOptions): Dossier {
  const { now, includeConfidential } = options;
  const found = gate(article, desk);
  const checked = checkedClaims(article, desk.outcomeScale);
  const claims = claimsOf(article, checked, includeConfidential);
  const known = new Set(article.claims.map(({ id }) => id));
  const { counts, queries } = progressOf(article, checked);
  return {
    generated: now,
    article,
    title: fieldText(article.body, 'headline').replace(/(?<!\s)\s*\n\s*/g, ' ') || article.metadata.slug,
    scale: desk.outcomeScale,
    statuses: desk.statuses,
    progress: { counts, queries },
    gate: found,
    override: found.blocked ? overrideFor(article, found) : null,
    claims,
    queries: article.queries.filter(({ claim }) => claim === null || !known.has(claim)),
    signOffs: signOffViews(article),
    overrides: article.overrides,
    corrections: article.corrections,
    isConfidential: includeConfidential,
    heldBack: claims.flatMap(({ evidence }) => evidence).filter(({ isHeldBack }) => isHeldBack).length,
    integrity: {
      content: contentHash(article),
      record: recordHash(article),
      article: sha256Hex(serializeArticle(article)),
      original: article.original?.sha256 ?? null,
    },
  };
}

function claimsOf(
  article: Article,
  checked: readonly CheckedClaim[],
  includeConfidential: boolean,
): DossierClaim[] {
  const authors = authorsOf(article);
  const numbers = new Map(checked.map(({ claim }, index) => [claim.id, index + 1]));
  return checked.map((view, index) => ({
    ...view,
    number: index + 1,
    text: view.anchor?.text || view.claim.text,
    evidence: view.claim.evidence.map((one) => shown(one, includeConfidential)),
    origins: independentOrigins(view.claim.evidence),
    outcomes: view.claim.outcomes.map((outcome) => ({
      outcome,
      selfChecked: authors.has(personKey(outcome.by) ?? ''),
    })),
    queries: article.queries.filter(({ claim }) => claim === view.claim.id),
    dependsOn: view.claim.dependsOn.flatMap((id) => numbers.get(id) ?? []),
  }));
}

/** A hash of few words gives them away to whoever guesses them: a source that is held back has none. */
function shown(evidence: Evidence, includeConfidential: boolean): DossierEvidence {
  const isShown = includeConfidential || evidence.sensitivity !== 'confidential';
  // What is sealed cannot be shown, whoever asks for it.
  if (isShown && !isSealed(evidence)) return { isHeldBack: false, evidence, hash: evidenceHash(evidence) };
  const { id, stance, tier, sensitivity, added } = evidence;
  return { isHeldBack: true, evidence: { id, stance, tier, sensitivity, added } };
}
