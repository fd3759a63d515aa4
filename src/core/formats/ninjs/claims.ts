import type { Article } from '#core/article/schema';
import { articleUrn, claimUrn } from '#core/article/urn';
import { fieldText } from '#core/body/fields';
import { safeUrl } from '#core/body/links';
import { evidenceTitle } from '#core/claims/evidence';
import type { Evidence } from '#core/claims/schema';
import { defaultScale } from '#core/claims/values';
import { createTranslate } from '#core/messages/index';
import { outcomeLabel } from '#core/messages/outcomes';
import { type PublishedClaim, publishedClaims } from '../shared/published-outcomes';
import { line } from '../shared/wire-metadata';
import type { WriteContext } from '../types';

/**
 * What the checks of an article found, as a file beside its ninjs item: an item must not have fields that its schema does
 * not know. Null when nothing was found that may be told (`publishedClaims` says what that is). Names of checkers,
 * reasons and notes stay on the desk.
 */
export function writeClaims(article: Article, context: WriteContext): Uint8Array | null {
  const scale = context.outcomeScale ?? defaultScale;
  const claims = publishedClaims(article, scale);
  if (claims.length === 0) return null;
  const { language } = article.metadata;
  const t = createTranslate(language);
  const label = (value: string): string => outcomeLabel(t, language, scale, value);
  const file = {
    format: 'marbre-claims',
    version: 1,
    article: articleUrn(article),
    headline: line(fieldText(article.body, 'headline')),
    language,
    claims: claims.map((claim) => claimIn(article, claim, label)),
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

function claimIn(
  article: Article,
  { claim, text, outcomes }: PublishedClaim,
  label: (value: string) => string,
): object {
  const speaker = claim.quotation?.speaker.trim() || claim.assertedBy.trim();
  return {
    id: claimUrn(article, claim.id),
    text,
    kind: claim.kind,
    ...(speaker && { assertedBy: speaker }),
    outcomes: outcomes.map(({ check, outcome, counts, evidence }) => ({
      check,
      outcome: outcome.value,
      label: label(outcome.value),
      counts,
      date: outcome.at.slice(0, 10),
      sources: evidence.map(sourceIn),
    })),
  };
}

function sourceIn(evidence: Evidence): object {
  const { source, stance } = evidence;
  const url = source.type === 'web' ? safeUrl(source.url) : null;
  return {
    title: line(evidenceTitle(evidence)),
    stance,
    ...(source.type === 'web' && source.publisher && { publisher: source.publisher }),
    ...(url !== null && { url }),
  };
}
