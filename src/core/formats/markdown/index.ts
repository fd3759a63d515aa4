import { success } from '#core/failure';
import type { Format } from '../types';
import { readMarkdown } from './read';
import { writeMarkdown } from './write';

export const markdown: Format = {
  id: 'markdown',
  extensions: ['md', 'markdown', 'mdown'],
  mediaTypes: ['text/markdown'],
  read: readMarkdown,
  write: (article, context) => success(new TextEncoder().encode(writeMarkdown(article, context))),
};
