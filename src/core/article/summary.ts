import { fieldText } from '#core/body/fields';
import { measure } from '#core/body/measures';
import { anchors } from '#core/claims/anchors';
import { isUnresolved } from '#core/claims/queries';
import type { Scale } from '#core/claims/scale';
import { type ClaimCounts, claimStatus, countClaims } from '#core/claims/status';
import type { Article, Language } from './schema';

/** What a list shows of an article. */
export interface ArticleSummary {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly language: Language;
  readonly tags: readonly string[];
  readonly section: string;
  readonly byline: string;
  readonly published: string | null;
  readonly due: string | null;
  /** ISO instant until which nothing may leave. */
  readonly embargo: string | null;
  /** Where the clock hangs that was meant (IANA: `Europe/Paris`). */
  readonly embargoZone: string | null;
  readonly created: string;
  readonly modified: string;
  readonly claims: ClaimCounts;
  readonly openQueries: number;
  /** Words of the copy, headline and standfirst included. */
  readonly words: number;
}

/** `scale`: what the desk's outcomes mean; the default one when absent. */
export function summarize(article: Article, scale?: Scale): ArticleSummary {
  const where = anchors(article.body);
  const { metadata } = article;
  return {
    id: article.id,
    title: fieldText(article.body, 'headline'),
    status: metadata.status,
    language: metadata.language,
    tags: metadata.tags,
    section: metadata.section,
    byline: fieldText(article.body, 'byline'),
    published: metadata.published,
    due: metadata.due,
    embargo: metadata.embargo?.until ?? null,
    embargoZone: metadata.embargo?.zone ?? null,
    created: metadata.created,
    modified: metadata.modified,
    claims: countClaims(article.claims.map((claim) => claimStatus(claim, where.get(claim.id), scale))),
    openQueries: article.queries.filter(isUnresolved).length,
    words: measure(article.body).words,
  };
}
