import { success } from '#core/failure';
import type { Format } from '../types';
import { writeNewsArticle } from './write';

/** The article as schema.org's NewsArticle, in JSON-LD: for the head of its page, or for whoever reads such data. */
export const newsArticle: Format = {
  id: 'news-article',
  extensions: ['jsonld'],
  mediaTypes: ['application/ld+json'],
  write: (article, context) => success(new TextEncoder().encode(writeNewsArticle(article, context))),
  loses: [
    'heading',
    'quote',
    'pull-quote',
    'list',
    'picture',
    'table',
    'code',
    'fact-box',
    'embed',
    'footnote',
    'divider',
    'heading-level',
    'picture-bytes',
    'picture-width',
    'table-header',
    'code-language',
    'link',
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'superscript',
    'subscript',
    'embargo',
    'due',
    'notes',
    'lead-picture',
    'claims',
    'queries',
    'comments',
    'suggestions',
  ],
};
