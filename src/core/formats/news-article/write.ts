import { bylinesOf } from '#core/article/bylines';
import type { Article } from '#core/article/schema';
import { articleUrn } from '#core/article/urn';
import { fieldText } from '#core/body/fields';
import { articleAddress } from '../shared/address';
import { isOrganisation, type Json, linkedData, publisherOf } from '../shared/linked-data';
import { line } from '../shared/wire-metadata';
import { writeText } from '../text/write';
import type { WriteContext } from '../types';

/**
 * The article as a NewsArticle of schema.org. Only what the article and the publication know is written: no address and
 * no date is made up, and a picture has no address before somebody publishes it.
 */
export function writeNewsArticle(article: Article, context: WriteContext): string {
  const { body, metadata, corrections } = article;
  const [headline, description] = (['headline', 'standfirst'] as const).map((type) =>
    line(fieldText(body, type)),
  );
  const url = articleAddress(article, context.publication) ?? undefined;
  const others = [metadata.shortHeadline, metadata.seoHeadline]
    .map(line)
    .filter((one) => one && one !== headline);
  return linkedData({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    url,
    mainEntityOfPage: url && { '@type': 'WebPage', '@id': url },
    identifier: articleUrn(article),
    headline: headline || undefined,
    alternativeHeadline: oneOrMany([...new Set(others)]),
    description: description || undefined,
    datePublished: metadata.published ?? undefined,
    dateModified: metadata.published === null ? undefined : metadata.modified,
    author: oneOrMany(authorsOf(article, context)),
    publisher: publisherOf(context.publication),
    inLanguage: metadata.language,
    articleSection: metadata.section || undefined,
    keywords: oneOrMany(metadata.tags.map((id) => context.tagLabels.get(id) ?? id)),
    locationCreated: metadata.dateline === '' ? undefined : { '@type': 'Place', name: metadata.dateline },
    copyrightNotice: metadata.rights || undefined,
    sourceOrganization:
      metadata.source === '' ? undefined : { '@type': 'Organization', name: metadata.source },
    correction: oneOrMany(
      corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', text, dateCreated: at })),
    ),
    articleBody: storyOf(article) || undefined,
  });
}

function authorsOf({ body, metadata }: Article, { publication }: WriteContext): Json[] {
  const known = [metadata.source, publication?.name ?? ''];
  return bylinesOf(fieldText(body, 'byline'), metadata.language).map((name) => ({
    '@type': isOrganisation(name, known) ? 'Organization' : 'Person',
    name,
  }));
}

/** A list as JSON-LD has it: nothing for none, one for one. */
function oneOrMany(items: readonly Json[]): Json | undefined {
  return items.length > 1 ? items : items[0];
}

/** The story as plain text. Fields and corrections have places of their own. */
function storyOf(article: Article): string {
  const body = article.body.map((block, index) =>
    index < 3 ? { ...block, content: [] } : block,
  ) as Article['body'];
  return writeText({ ...article, body, corrections: [] }).trim();
}
