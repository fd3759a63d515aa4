import { success } from '#core/failure';
import { localName, openingTag } from '../shared/xml-document';
import type { Format } from '../types';
import { readNitf } from './read';
import { writeNitf } from './write';

/** IPTC's News Industry Text Format, 3.6. Other XML that ends in `.xml` is told that it is not what was hoped for. */
export const nitf: Format = {
  id: 'nitf',
  extensions: ['xml', 'nitf'],
  mediaTypes: ['application/nitf+xml', 'application/xml'],
  looks: (head) => localName(openingTag(head)) === 'nitf',
  read: readNitf,
  write: (article, context) => success(new TextEncoder().encode(writeNitf(article, context))),
  loses: [
    'link-title',
    'picture-bytes',
    'section',
    'source',
    'due',
    'notes',
    'lead-picture',
    'claims',
    'queries',
    'comments',
    'suggestions',
    'corrections',
  ],
};
