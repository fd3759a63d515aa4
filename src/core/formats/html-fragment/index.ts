import { success } from '#core/failure';
import { lostInHtml } from '../html/index';
import { writeFragment } from '../html/write';
import type { Format } from '../types';

/** The article without a page around it. It is read as HTML is. */
export const htmlFragment: Format = {
  loses: [...lostInHtml, 'picture-bytes', 'rights'],
  id: 'html-fragment',
  extensions: ['html'],
  mediaTypes: ['text/html'],
  write: (article) => success(new TextEncoder().encode(writeFragment(article))),
};
