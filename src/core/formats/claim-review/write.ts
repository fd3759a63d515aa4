import type { Article } from '#core/article/schema';
import { claimUrn } from '#core/article/urn';
import { safeUrl } from '#core/body/links';
import type { Evidence } from '#core/claims/schema';
import { type DefaultOutcome, defaultScale } from '#core/claims/values';
import { failure, type Result, success } from '#core/failure';
import { createTranslate } from '#core/messages/index';
import { outcomeLabel } from '#core/messages/outcomes';
import { articleAddress } from '../shared/address';
import { type Json, linkedData, publisherOf } from '../shared/linked-data';
import { type PublishedClaim, type PublishedOutcome, publishedClaims } from '../shared/published-outcomes';
import type { WriteContext } from '../types';

/**
 * The outcomes that stand on a line from wrong (1) to right (5). One in dispute is not half true, and what an outcome of
 * a desk's own means between the ends nobody said: these have a name and no number.
 */
const ratings: Readonly<Partial<Record<DefaultOutcome, number>>> = {
  confirmed: 5,
  'confirmed-with-change': 5,
  wrong: 1,
};

/**
 * One ClaimReview for each claim whose truth was settled and may be told. Codes: `format.needs-address` (a review without
 * the address of its article is worth nothing, and none is made up), `format.nothing-to-write`.
 */
export function writeClaimReviews(article: Article, context: WriteContext): Result<Uint8Array> {
  const url = articleAddress(article, context.publication);
  if (url === null) return failure('format.needs-address');
  const claims = publishedClaims(article, context.outcomeScale);
  const reviews = claims.flatMap((claim) => {
    const found = claim.outcomes.find(({ check }) => check === 'true');
    return found ? [review(article, claim, found, url, context)] : [];
  });
  if (reviews.length === 0) return failure('format.nothing-to-write');
  const text = linkedData({ '@context': 'https://schema.org', '@graph': reviews });
  return success(new TextEncoder().encode(text));
}

function review(
  article: Article,
  published: PublishedClaim,
  { outcome, evidence }: PublishedOutcome,
  url: string,
  { publication, outcomeScale = defaultScale }: WriteContext,
): Json {
  const { claim, text } = published;
  const { language, published: day } = article.metadata;
  const label = outcomeLabel(createTranslate(language), language, outcomeScale, outcome.value);
  const citation = addresses(evidence);
  return {
    '@type': 'ClaimReview',
    '@id': claimUrn(article, claim.id),
    url,
    claimReviewed: text,
    inLanguage: language,
    datePublished: day ?? undefined,
    dateCreated: outcome.at.slice(0, 10),
    author: publisherOf(publication),
    itemReviewed: itemReviewed(published, evidence),
    reviewRating: ratingOf(outcome.value, label),
    citation: citation.length > 0 ? citation : undefined,
  };
}

function ratingOf(value: string, label: string): Json {
  const ratingValue = Object.hasOwn(ratings, value) ? ratings[value as DefaultOutcome] : undefined;
  const scale = ratingValue === undefined ? {} : { ratingValue, bestRating: 5, worstRating: 1 };
  return { '@type': 'Rating', ...scale, alternateName: label };
}

/** The claim itself: who made it, where the record knows, and where it can be read. */
function itemReviewed({ claim, text }: PublishedClaim, evidence: readonly Evidence[]): Json {
  const speaker = claim.quotation?.speaker.trim() || claim.assertedBy.trim();
  // A source that contradicts a claim is no place where it was made.
  const places = addresses(evidence.filter(({ stance }) => stance !== 'contradicts'));
  return {
    '@type': 'Claim',
    text,
    author: speaker === '' ? undefined : { '@type': 'Person', name: speaker },
    appearance:
      places.length > 0 ? places.map((address) => ({ '@type': 'CreativeWork', url: address })) : undefined,
  };
}

/** The addresses of sources on the web, each once. */
function addresses(evidence: readonly Evidence[]): string[] {
  const found = evidence.flatMap(({ source }) => {
    const url = source.type === 'web' ? safeUrl(source.url) : null;
    return url !== null && /^https?:/i.test(url) ? [url] : [];
  });
  return [...new Set(found)];
}
