import { success } from '#core/failure';
import type { Format } from '../types';
import { readText } from './read';
import { writeText } from './write';

export const text: Format = {
  id: 'text',
  extensions: ['txt', 'text'],
  mediaTypes: ['text/plain'],
  read: readText,
  write: (article) => success(new TextEncoder().encode(writeText(article))),
};
