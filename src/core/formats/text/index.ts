import { success } from '#core/failure';
import type { Format } from '../types';
import { readText } from './read';
import { writeText } from './write';

export const text: Format = {
  id: 'text',
  extensions: ['txt', 'text'],
  mediaTypes: ['text/plain'],
  loses: [
    'headline',
    'standfirst',
    'byline',
    'heading',
    'heading-level',
    'quote',
    'pull-quote',
    'attribution',
    'picture',
    'picture-bytes',
    'picture-width',
    'picture-credit',
    'table',
    'table-header',
    'code',
    'code-language',
    'fact-box',
    'embed',
    'footnote',
    'divider',
    'link',
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'superscript',
    'subscript',
  ],
  read: readText,
  write: (article) => success(new TextEncoder().encode(writeText(article))),
};
