import { success } from '#core/failure';
import type { Feature } from '../features';
import type { Format } from '../types';
import { readText } from './read';
import { writeText } from './write';

/** Plain text keeps the words, lists and the headline. */
export const lostInText: readonly Feature[] = [
  ...([
    'standfirst',
    'byline',
    'heading',
    'heading-level',
    'quote',
    'attribution',
    'pull-quote',
    'check-list',
  ] as const),
  ...([
    'picture',
    'picture-bytes',
    'picture-width',
    'picture-text',
    'picture-credit',
    'table',
    'table-header',
  ] as const),
  ...([
    'code',
    'code-language',
    'fact-box',
    'embed',
    'footnote',
    'divider',
    'link',
    'link-title',
    'line-break',
  ] as const),
  ...(['bold', 'italic', 'underline', 'strikethrough', 'superscript', 'subscript'] as const),
  ...(['language', 'published', 'tags', 'seo-headline', 'short-headline', 'dateline', 'section'] as const),
  ...(['source', 'rights', 'embargo', 'due', 'notes'] as const),
];

export const text: Format = {
  id: 'text',
  extensions: ['txt', 'text'],
  mediaTypes: ['text/plain'],
  loses: lostInText,
  read: readText,
  write: (article) => success(new TextEncoder().encode(writeText(article))),
};
