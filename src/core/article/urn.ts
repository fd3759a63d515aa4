import type { Article } from './schema';

/** The name of an article that lasts as long as it does: it is no address, and nothing is fetched from it. */
export function articleUrn({ id }: Pick<Article, 'id'>): string {
  return `urn:marbre:article:${id}`;
}

export function claimUrn(article: Pick<Article, 'id'>, claim: string): string {
  return `${articleUrn(article)}:claim:${claim}`;
}
