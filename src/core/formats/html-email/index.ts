import { success } from '#core/failure';
import { lostInHtml } from '../html/index';
import type { Format } from '../types';
import { writeEmail } from './write';

/** A page that mail programs show as it is meant: no style sheet, nothing fetched, no pictures. */
export const htmlEmail: Format = {
  loses: [...lostInHtml, 'picture-bytes', 'rights'],
  id: 'html-email',
  extensions: ['html'],
  mediaTypes: ['text/html'],
  write: (article) => success(new TextEncoder().encode(writeEmail(article))),
};
