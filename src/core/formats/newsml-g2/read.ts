import { failure, type Result } from '#core/failure';
import { nitfNamespace } from '../nitf/read';
import { type Copy, readCopy } from '../shared/read-copy';
import { sampleOf, type Warnings } from '../shared/warnings';
import { elementsOf, parseXml, type XmlElement } from '../shared/xml';
import { decodeXml } from '../shared/xml-document';
import { type Imported, maximumImportBytes } from '../types';
import { type Content, holdsText, readContent } from './content';
import { headlineOf, readMetadata } from './metadata';

export const newsNamespace = 'http://iptc.org/std/nar/2006-10-01/';
const namespaces = {
  [newsNamespace]: '',
  [nitfNamespace]: 'nitf',
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/**
 * NewsML-G2: an item of text, alone or in a message. Of several items the first that holds text is read, and the others
 * are named; nothing is fetched. Codes: `input.too-large`, `input.malformed`, `input.unsupported`.
 */
export function readNewsml(bytes: Uint8Array): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  const decoded = decodeXml(bytes);
  if (!decoded.ok) return decoded;
  const root = parseXml(decoded.value.text, namespaces);
  if (!root.ok) return root;
  const items = itemsOf(root.value);
  const item = items.find(holdsText);
  if (!item) {
    const kind = root.value.name === 'NewsML' ? 'NewsML 1' : `NewsML-G2 (${sampleOf(root.value.name, 40)})`;
    return failure('input.unsupported', { kind, instead: 'NewsML-G2 (text)' });
  }
  const others = items.filter((one) => one !== item);
  return readCopy(
    'newsml-g2',
    bytes,
    (_text, warnings) => readItem(item, others, warnings),
    () => decoded,
  );
}

/** The items of a message, or the item that the document is. Packages only point at items. */
function itemsOf(root: XmlElement): XmlElement[] {
  if (root.name === 'newsItem') return [root];
  if (root.name !== 'newsMessage') return [];
  return elementsOf(root, 'itemSet').flatMap((set) => elementsOf(set, 'newsItem'));
}

function readItem(item: XmlElement, others: readonly XmlElement[], warnings: Warnings): Copy {
  const content: Content = readContent(item, warnings) ?? { blocks: [] };
  const said = readMetadata(item, content, warnings);
  // What stands in the story's own document and is not what the item says is not lost without a word.
  for (const key of ['title', 'standfirst', 'byline'] as const) {
    const own = content[key];
    if (own && own !== said[key]) warnings.add('text-dropped', { text: sampleOf(own) });
  }
  for (const other of others)
    warnings.add('attachment-dropped', {
      name: sampleOf(headlineOf(other)) || (other.attributes.guid ?? '—'),
    });
  return said;
}
