import { success } from '#core/failure';
import type { Feature } from '../features';
import type { Format } from '../types';
import { readHtml } from './read';
import { writePage } from './write';

/** What a file begins with when it is a page, whatever its name says. */
const page =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html[\s>]|head[\s>]|body[\s>]|meta\s)/i;

/** What a page says in no way that is read back. */
export const lostInHtml = [
  'tags',
  'seo-headline',
  'short-headline',
  'dateline',
  'section',
  'source',
  'embargo',
  'due',
  'notes',
] as const satisfies readonly Feature[];

export const html: Format = {
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  loses: lostInHtml,
  looks: (head) => page.test(head),
  read: readHtml,
  write: (article, context) => success(new TextEncoder().encode(writePage(article, context))),
};
