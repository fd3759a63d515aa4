import type { Format } from '../types';
import { readMail } from './read';

/** A story sent by mail, or a page that a browser saved with its pictures: both are MIME messages. */
export const eml: Format = {
  id: 'eml',
  extensions: ['eml', 'mht', 'mhtml'],
  mediaTypes: ['message/rfc822', 'multipart/related'],
  looks: (head) => {
    const names = new Set(
      [...headOf(head).matchAll(/^([A-Za-z-]+): /gm)].map(([, name]) => name?.toLowerCase()),
    );
    return ['from', 'subject', 'date'].every((name) => names.has(name)) || names.has('mime-version');
  },
  read: readMail,
};

/** The lines before the first empty one, if they are headers. */
function headOf(text: string): string {
  const [head = ''] = text.split('\n\n', 1);
  return /^[A-Za-z-]+: ?/.test(head) ? head : '';
}
