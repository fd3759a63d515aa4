import { localName, openingTag } from '../shared/xml-document';
import type { Format } from '../types';
import { readNewsml } from './read';

const roots: ReadonlySet<string> = new Set(['newsMessage', 'newsItem', 'packageItem', 'NewsML']);

/** IPTC's NewsML-G2, as agencies send text. NewsML 1 is recognised, and refused with a word on what to ask for. */
export const newsmlG2: Format = {
  id: 'newsml-g2',
  extensions: ['newsml', 'xml'],
  mediaTypes: ['application/vnd.iptc.g2.newsitem+xml', 'application/vnd.iptc.g2.newsmessage+xml'],
  looks: (head) => roots.has(localName(openingTag(head))),
  read: readNewsml,
};
