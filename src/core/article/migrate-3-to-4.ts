import { isRecord } from './fields-record';

/**
 * Version 4 knows more about an article: headlines for search engines and narrow places, a dateline, the day it is due,
 * an embargo, its rights, the picture that stands for it. The status is an id of the desk's own list.
 */
export function toVersion4(article: unknown): unknown {
  if (!isRecord(article) || !isRecord(article.metadata)) return article;
  const added = {
    seoHeadline: '',
    shortHeadline: '',
    dateline: '',
    due: null,
    embargo: null,
    rights: '',
    picture: null,
  };
  return { ...article, metadata: { ...added, ...article.metadata } };
}
