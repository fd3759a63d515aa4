import type { Article } from '#core/article/schema';
import { safeUrl } from '#core/body/links';
import type { Publication } from '../types';

/**
 * Where an article stands on the web: the publication's address and the slug. Null unless both are known and make an
 * http(s) address: nothing is ever made up.
 */
export function articleAddress(
  { metadata }: Pick<Article, 'metadata'>,
  publication: Publication | undefined,
): string | null {
  const base = publicationAddress(publication);
  return base === null || metadata.slug === '' ? null : safeUrl(`${base}${metadata.slug}`);
}

/** The publication's own address, with a slash at its end; null when it is not known. */
export function publicationAddress(publication: Publication | undefined): string | null {
  const address = publication?.address.trim() ?? '';
  const url = /^https?:/i.test(address) ? safeUrl(address) : null;
  return url === null || url.endsWith('/') ? url : `${url}/`;
}
