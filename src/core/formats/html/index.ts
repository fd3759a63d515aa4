import type { Format } from '../types';
import { readHtml } from './read';
import { writePage } from './write';

export const html: Format = {
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read: readHtml,
  write: (article, context) => new TextEncoder().encode(writePage(article, context)),
};
