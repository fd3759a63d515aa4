import { escapeText, tag } from '../shared/xml';
import type { ArticleSet, WriteContext } from '../types';
import type { Page } from './write';

const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * RSS 2.0. Addresses are made from the publication's own, where it is known; else they are relative, as the pages' are:
 * none is invented.
 */
export function writeFeed(
  { title, language }: ArticleSet,
  pages: readonly Page[],
  { publication }: WriteContext,
): string {
  const address = publication?.address ?? '';
  const items = pages.map(({ article, file, title: name, summary }) =>
    tag(
      'item',
      {},
      [
        tag('title', {}, escapeText(name)),
        tag('link', {}, escapeText(`${address}${file}`)),
        tag('guid', { isPermaLink: 'false' }, escapeText(article.id)),
        ...(summary === '' ? [] : [tag('description', {}, escapeText(summary))]),
        ...dateOf(article.metadata.published),
      ].join(''),
    ),
  );
  const channel = [
    tag('title', {}, escapeText(title)),
    tag('link', {}, escapeText(address || 'index.html')),
    tag('description', {}, escapeText(publication?.name || title)),
    tag('language', {}, language),
    ...items,
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n${tag('rss', { version: '2.0' }, tag('channel', {}, channel.join('\n')))}\n`;
}

/** A day as RFC 822 writes one; its clock says midnight because nobody said more. */
function dateOf(published: string | null): string[] {
  if (published === null) return [];
  const date = new Date(`${published}T00:00:00Z`);
  const [year = '', month = '', day = ''] = published.split('-');
  return [
    tag('pubDate', {}, `${days[date.getUTCDay()]}, ${day} ${months[Number(month) - 1]} ${year} 00:00:00 GMT`),
  ];
}
