import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import { contentHash } from './content';
import { type Blocker, type Gate, type GateDesk, gate } from './gate';
import { personKey } from './people';
import type { Correction, Override } from './record-schema';

/** A decision by a person. `at` is an ISO instant. */
interface Decision {
  readonly id: string;
  readonly by: string;
  readonly at: string;
}

type RecordedBlocker = Override['blockers'][number];

function recorded({ code, params, target }: Blocker): RecordedBlocker {
  return { code, target, text: String(params.text ?? '').slice(0, 500) };
}

function keyOf({ code, target, text }: RecordedBlocker): string {
  return JSON.stringify([code, target.type, target.id, text]);
}

/** The last override that was given on exactly this copy and covers everything that blocks it; null: none does. */
export function overrideFor(article: Article, { blockers }: Gate): Override | null {
  const content = contentHash(article);
  const wanted = blockers.map((blocker) => keyOf(recorded(blocker)));
  return (
    article.overrides.findLast((override) => {
      if (override.contentHash !== content) return false;
      const covered = new Set(override.blockers.map(keyOf));
      return wanted.every((key) => covered.has(key));
    }) ?? null
  );
}

/** Whether the desk lets this copy out: nothing blocks it, the policy only warns, or somebody has overridden it all. */
export function mayLeave(article: Article, desk: GateDesk): Result<Gate> {
  const found = gate(article, desk);
  const isLetOut = !found.blocked || found.mode === 'warn' || overrideFor(article, found) !== null;
  return isLetOut ? success(found) : failure('gate.refuses', { count: found.blockers.length });
}

/**
 * The article with the decision on record to publish it in spite of all that blocks it now. Codes:
 * `override.no-reason`, `override.nothing` (nothing blocks), `sign-off.no-name`.
 */
export function overrideGate(
  article: Article,
  desk: GateDesk,
  { id, by, at, reason }: Decision & { readonly reason: string },
): Result<Article> {
  if (personKey(by) === null) return failure('sign-off.no-name');
  if (reason.trim() === '') return failure('override.no-reason');
  const { blockers } = gate(article, desk);
  if (blockers.length === 0) return failure('override.nothing');
  const override: Override = {
    id,
    at,
    by: by.trim(),
    reason: reason.trim(),
    contentHash: contentHash(article),
    blockers: blockers.map(recorded),
  };
  return success({ ...article, overrides: [...article.overrides, override] });
}

/** The article with one more correction. `claim`: the claim that failed, or null. Code: `correction.empty`. */
export function addCorrection(
  article: Article,
  { id, by, at, text, claim }: Decision & Pick<Correction, 'text' | 'claim'>,
): Result<Article> {
  if (text.trim() === '') return failure('correction.empty');
  const correction: Correction = { id, at, by: by.trim(), text: text.trim(), claim };
  return success({ ...article, corrections: [...article.corrections, correction] });
}
