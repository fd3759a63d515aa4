import { fieldText } from '#core/body/fields';
import { anchors } from '#core/claims/anchors';
import { type ClaimCounts, claimStatus, countClaims } from '#core/claims/status';
import type { Article, Language, Status } from './schema';

/** What a list shows of an article. */
export interface ArticleSummary {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly language: Language;
  readonly tags: readonly string[];
  readonly section: string;
  readonly published: string | null;
  readonly modified: string;
  readonly claims: ClaimCounts;
  readonly openQueries: number;
}

export function summarize(article: Article): ArticleSummary {
  const where = anchors(article.body);
  const { metadata } = article;
  return {
    id: article.id,
    title: fieldText(article.body, 'headline'),
    status: metadata.status,
    language: metadata.language,
    tags: metadata.tags,
    section: metadata.section,
    published: metadata.published,
    modified: metadata.modified,
    claims: countClaims(article.claims.map((claim) => claimStatus(claim, where.get(claim.id)))),
    openQueries: article.queries.filter((query) => query.answer === null).length,
  };
}
