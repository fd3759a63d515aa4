import type { Block } from '#core/body/schema';
import { failure, type Result } from '#core/failure';
import { dayIn } from '../shared/day';
import { type Copy, readCopy } from '../shared/read-copy';
import { sampleOf, type Warnings } from '../shared/warnings';
import {
  basicToExtended,
  detailsOf,
  embargoIn,
  filled,
  languageIn,
  rightsIn,
  tagNames,
} from '../shared/wire-metadata';
import { childOf, elementsOf, parseXml, type XmlElement } from '../shared/xml';
import { absent, decodeXml } from '../shared/xml-document';
import { type Imported, maximumImportBytes } from '../types';
import { lineOf, nitfBlocks } from './markup';

export const nitfNamespace = 'http://iptc.org/std/NITF/2006-10-18/';
const namespaces = { [nitfNamespace]: '', 'http://www.w3.org/XML/1998/namespace': 'xml' };

/** Metadata of a document that an article has no place for; named when it is there. */
const unplaced = 'correction evloc fixture date.expire doc-scope series du-key doc.rights'.split(' ');

/**
 * NITF, with or without its namespace, by document type or by schema. Nothing outside of the file is looked for.
 * Codes: `input.too-large`, `input.malformed`, `input.unsupported`.
 */
export function readNitf(bytes: Uint8Array): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  const decoded = decodeXml(bytes);
  if (!decoded.ok) return decoded;
  const root = parseXml(decoded.value.text, namespaces);
  if (!root.ok) return root;
  const { name } = root.value;
  if (name !== 'nitf')
    return failure('input.unsupported', { kind: `XML (${sampleOf(name, 40)})`, instead: 'NITF' });
  return readCopy(
    'nitf',
    bytes,
    (_text, warnings) => readNitfDocument(root.value, warnings),
    () => decoded,
  );
}

/** NITF that stands inside another format as text; null when it is none. */
export function readNitfPart(source: string, warnings: Warnings): Block[] | null {
  const root = parseXml(source, namespaces);
  if (!root.ok) return null;
  return root.value.name === 'nitf' ? readNitfDocument(root.value, warnings).blocks.slice() : null;
}

/** A document whose names have no prefix. */
export function readNitfDocument(root: XmlElement, warnings: Warnings): Copy {
  const head = childOf(root, 'head') ?? absent;
  const body = childOf(root, 'body') ?? absent;
  const bodyHead = childOf(body, 'body.head') ?? absent;
  const languages = [root.attributes.baselang, body.attributes['xml:lang'], root.attributes['xml:lang']];
  const blocks = storyOf(body, warnings);
  warnOf(childOf(head, 'docdata') ?? absent, bodyHead, warnings);
  return filled({
    ...headlinesOf(head, bodyHead, warnings),
    byline: elementsOf(bodyHead, 'byline').map(lineOf).join(', '),
    siteName: inside(bodyHead, 'distributor'),
    language: languageIn(languages.find((tag) => tag) ?? ''),
    published: publishedIn(head, bodyHead),
    tags: tagNames(tagsOf(head)),
    ...details(head, bodyHead),
    blocks,
  });
}

function inside(element: XmlElement, ...path: readonly string[]): string {
  const found = childOf(element, ...path);
  return found ? lineOf(found) : '';
}

/** All of `body.content`; what stands at the end of the body comes behind it. */
function storyOf(body: XmlElement, warnings: Warnings): Block[] {
  const contents = elementsOf(body, 'body.content').flatMap(({ children }) => children);
  const end = childOf(body, 'body.end');
  const lines = end
    ? elementsOf(end).filter(({ name }) => name === 'tagline' || name === 'bibliography')
    : [];
  return nitfBlocks([...contents, ...lines.map((one) => ({ ...one, name: 'p', attributes: {} }))], warnings);
}

/** The first headline; the abstract as standfirst, or the line under the headline where there is none. */
function headlinesOf(
  head: XmlElement,
  bodyHead: XmlElement,
  warnings: Warnings,
): { readonly title: string; readonly standfirst: string } {
  const hedlines = elementsOf(bodyHead, 'hedline');
  const [first = '', ...furtherFirst] = hedlines.flatMap((one) => elementsOf(one, 'hl1')).map(lineOf);
  const lines = hedlines.flatMap((one) => elementsOf(one, 'hl2')).map(lineOf);
  const abstract = elementsOf(bodyHead, 'abstract').map(lineOf).join(' ');
  const title = first || inside(head, 'title');
  const standfirst = abstract || (lines[0] ?? '');
  for (const text of [...furtherFirst, ...(abstract ? lines : lines.slice(1))])
    if (text !== '' && text !== title && text !== standfirst)
      warnings.add('text-dropped', { text: sampleOf(text) });
  return { title, standfirst };
}

function publishedIn(head: XmlElement, bodyHead: XmlElement): string | undefined {
  const found = [
    childOf(head, 'docdata', 'date.issue')?.attributes.norm,
    childOf(bodyHead, 'dateline', 'story.date')?.attributes.norm,
    childOf(head, 'docdata', 'date.release')?.attributes.norm,
    childOf(head, 'pubdata')?.attributes['date.publication'],
  ];
  return found.map((text) => dayIn(text && basicToExtended(text.trim()))).find((day) => day !== undefined);
}

/** Keywords, classifiers and subject names; of a subject in three tiers the narrowest. */
function tagsOf(head: XmlElement): string[] {
  const docdata = elementsOf(head, 'docdata');
  const keywords = docdata
    .flatMap((one) => elementsOf(one, 'key-list'))
    .flatMap((list) => elementsOf(list, 'keyword'))
    .map(({ attributes }) => attributes.key ?? '');
  const classifiers = docdata
    .flatMap((one) => elementsOf(one, 'identified-content'))
    .flatMap((one) => elementsOf(one, 'classifier'))
    .map((one) => lineOf(one) || (one.attributes.value ?? ''));
  const subjects = elementsOf(head, 'tobject')
    .flatMap((one) => elementsOf(one, 'tobject.subject'))
    .map(
      ({ attributes }) =>
        attributes['tobject.subject.detail'] ||
        attributes['tobject.subject.matter'] ||
        attributes['tobject.subject.type'] ||
        '',
    );
  return [...keywords, ...classifiers, ...subjects];
}

function details(head: XmlElement, bodyHead: XmlElement): Pick<Copy, 'details'> {
  const docdata = childOf(head, 'docdata') ?? absent;
  const metas = new Map(
    elementsOf(head, 'meta').map(({ attributes }) => [attributes.name ?? '', attributes.content ?? '']),
  );
  const { year = '', holder = '' } = (childOf(docdata, 'doc.copyright') ?? absent).attributes;
  const isEmbargoed = docdata.attributes['management-status'] === 'embargoed';
  const release = (childOf(docdata, 'date.release') ?? absent).attributes.norm ?? '';
  return detailsOf({
    seoHeadline: metas.get('seo-headline') ?? '',
    shortHeadline: metas.get('short-headline') ?? '',
    dateline: inside(bodyHead, 'dateline', 'location') || datelineText(bodyHead),
    rights: rightsIn(inside(bodyHead, 'rights'), `${year} ${holder}`, ''),
    embargo: isEmbargoed ? embargoIn(release, metas.get('embargo-zone')) : null,
  });
}

/** The dateline without the day that it names. */
function datelineText(bodyHead: XmlElement): string {
  const dateline = childOf(bodyHead, 'dateline') ?? absent;
  const children = dateline.children.filter((node) => typeof node === 'string' || node.name !== 'story.date');
  return lineOf({ ...dateline, children }).replace(/(?<![\s,–—-])[\s,–—-]+$/, '');
}

/** Names what the document holds and the article will not. */
function warnOf(docdata: XmlElement, bodyHead: XmlElement, warnings: Warnings): void {
  const status = docdata.attributes['management-status'] ?? 'usable';
  if (!/^(?:usable|embargoed)$/i.test(status))
    warnings.add('field-dropped', { text: `management-status: ${sampleOf(status)}` });
  const messages = elementsOf(docdata, 'ed-msg').map(({ attributes }) => attributes.info ?? '');
  const notes = elementsOf(bodyHead, 'note').map(lineOf);
  for (const text of [...messages, ...notes])
    if (text !== '') warnings.add('comment-dropped', { text: sampleOf(text) });
  const identified = elementsOf(docdata, 'identified-content').flatMap((one) => elementsOf(one));
  const fields = [
    ...elementsOf(docdata).filter(({ name }) => unplaced.includes(name)),
    ...identified.filter(({ name }) => name !== 'classifier'),
    ...elementsOf(bodyHead, 'series'),
  ];
  for (const { name } of fields) warnings.add('field-dropped', { text: name });
}
