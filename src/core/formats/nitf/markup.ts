import type { Block } from '#core/body/schema';
import { readHtmlPart } from '../html/read';
import { htmlTag } from '../shared/html-source';
import { sampleOf, type Warnings } from '../shared/warnings';
import { line } from '../shared/wire-metadata';
import { childOf, elementsOf, escapeText, isElement, type XmlElement, type XmlNode } from '../shared/xml';

/** Pictures that are files of an article, as our own writer names them. */
const asset = /^assets\/[0-9a-f]{64}\.\w+$/;

interface Reading {
  readonly warnings: Warnings;
  /** Ids of the footnotes; a link to one of them is its call. */
  readonly notes: ReadonlySet<string>;
  /** Footnotes without an id are counted. */
  count: number;
}

type Writer = (element: XmlElement, reading: Reading) => string;

/** The blocks of `body.content`, `abstract` or `block`; ids are for the caller to give. */
export function nitfBlocks(nodes: readonly XmlNode[], warnings: Warnings): Block[] {
  const notes = new Set(nodes.flatMap(noteIds));
  return readHtmlPart(inside(nodes, { warnings, notes, count: 0 }), warnings, { isChosen: true });
}

function noteIds(node: XmlNode): string[] {
  if (!isElement(node)) return [];
  const own = node.name === 'fn' && node.attributes.id ? [node.attributes.id] : [];
  return [...own, ...node.children.flatMap(noteIds)];
}

function inside(nodes: readonly XmlNode[], reading: Reading): string {
  return nodes.map((node) => (isElement(node) ? write(node, reading) : escapeText(node))).join('');
}

function write(element: XmlElement, reading: Reading): string {
  const writer = Object.hasOwn(writers, element.name) ? writers[element.name] : undefined;
  return writer ? writer(element, reading) : inside(element.children, reading);
}

const as =
  (name: string, className?: string): Writer =>
  (element, reading) =>
    htmlTag(name, { class: className }, inside(element.children, reading));

const nothing: Writer = () => '';

/** Marks by the class of an `em`, in our own words and in those that HTML has. */
const markOfClass: Readonly<Record<string, string>> = {
  bold: 'strong',
  strong: 'strong',
  b: 'strong',
  underline: 'u',
  u: 'u',
  strikethrough: 's',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

/** How NITF is said in HTML; an element that is not listed is no more than what stands in it. */
const writers: Readonly<Record<string, Writer>> = {
  ...Object.fromEntries(
    'table thead tbody tfoot tr td th ul li dl dt dd hr br sub sup'
      .split(' ')
      .map((name) => [name, as(name)]),
  ),
  // HTML's own `caption` of a table; NITF has it for nothing else.
  caption: as('caption'),
  p: (element, reading) => {
    const own = /^(?:embed|fact-box-title)$/.exec(element.attributes.class ?? '')?.[0];
    return as('p', own)(element, reading);
  },
  hl2: (element, reading) => {
    const level = /^level-([34])$/.exec(element.attributes.class ?? '')?.[1] ?? '2';
    return as(`h${level}`)(element, reading);
  },
  ol: (element, reading) =>
    htmlTag('ol', { start: element.attributes.seqnum }, inside(element.children, reading)),
  pre: (element, reading) => {
    const language = /^language-[\w+#.-]{1,40}$/.exec(element.attributes.class ?? '')?.[0];
    return htmlTag('pre', {}, `\n${htmlTag('code', { class: language }, inside(element.children, reading))}`);
  },
  block: (element, reading) =>
    element.attributes.class === 'fact-box'
      ? as('aside', 'fact-box')(element, reading)
      : as('div')(element, reading),
  byline: as('p'),
  dateline: as('p'),
  datasource: as('p'),
  copyrite: as('p'),
  bq: (element, reading) => {
    const quote = as('blockquote')(element, reading);
    return element.attributes.class === 'pull-quote'
      ? htmlTag('aside', { class: 'pull-quote' }, quote)
      : quote;
  },
  credit: as('footer'),
  a: link,
  em: (element, reading) => {
    const kind = element.attributes.class?.toLowerCase() ?? '';
    return as(Object.hasOwn(markOfClass, kind) ? (markOfClass[kind] ?? 'em') : 'em')(element, reading);
  },
  fn: footnote,
  note: (element, { warnings }) => {
    const text = lineOf(element);
    if (text !== '') warnings.add('comment-dropped', { text: sampleOf(text) });
    return '';
  },
  media,
  denom: (element, reading) => `⁄${inside(element.children, reading)}`,
  'frac-sep': nothing,
  'alt-code': nothing,
  'nitf-table-metadata': nothing,
  'custom-table': table,
  'table-reference': table,
};

/** Tables that are kept in a way of the sender's own. */
function table(element: XmlElement, { warnings }: Reading): string {
  warnings.add('object-dropped', { name: sampleOf(lineOf(element)) || element.name });
  return '';
}

function link(element: XmlElement, reading: Reading): string {
  const href = element.attributes.href ?? '';
  const inner = inside(element.children, reading);
  const isCall = href.startsWith('#') && reading.notes.has(href.slice(1));
  const written = htmlTag('a', { href: element.attributes.href }, inner);
  return isCall ? htmlTag('sup', {}, written) : written;
}

/** As a page of ours has it: the way back stands first. Its paragraphs are lines of one. */
function footnote(element: XmlElement, reading: Reading): string {
  reading.count += 1;
  const id = element.attributes.id || `fn-${reading.count}`;
  const lines = elementsOf(element)
    .flatMap((child) => (child.name === 'body.content' ? elementsOf(child) : [child]))
    .map((child) => inside(child.children, reading));
  const back = htmlTag('a', { href: `#call-${id}` }, String(reading.count));
  return htmlTag('p', { id, class: 'footnote' }, `${back} ${lines.join('<br>')}`);
}

/** A picture of our own; anything else is named, and nothing is fetched. */
function media(element: XmlElement, reading: Reading): string {
  const reference = childOf(element, 'media-reference');
  const source = reference?.attributes.source ?? '';
  const captions = elementsOf(element, 'media-caption');
  const caption = captions.map(lineOf).join(' ');
  if (!asset.test(source)) return drop(element, caption, reading);
  const by = elementsOf(element, 'media-producer').map((one) => inside(one.children, reading));
  const credit = by.length > 0 ? htmlTag('small', { class: 'credit' }, by.join(', ')) : '';
  const text = captions.map((one) => inside(one.children, reading)).join(' ');
  const image = htmlTag('img', { src: source, alt: reference?.attributes['alternate-text'] ?? '' }, '');
  const width = /^width-\d{2,3}$/.exec(element.attributes.class ?? '')?.[0];
  return htmlTag('figure', { class: width }, `${image}${htmlTag('figcaption', {}, `${text} ${credit}`)}`);
}

function drop(element: XmlElement, caption: string, { warnings }: Reading): string {
  const kind = element.attributes['media-type'] ?? '';
  const reference = childOf(element, 'media-reference')?.attributes ?? {};
  const name =
    sampleOf(caption || reference['alternate-text'] || reference.name || reference.source || kind) || '—';
  if (/video|audio|sound/i.test(kind)) warnings.add('embed-dropped');
  else warnings.add('picture-dropped', { name });
  return '';
}

/** The text of an element in one line; what is a line or an organisation of its own does not run into its neighbour. */
export function lineOf(element: XmlElement): string {
  const textOf = (node: XmlNode): string => {
    if (!isElement(node)) return node;
    const inner = node.children.map(textOf).join('');
    return apart.has(node.name) ? ` ${inner} ` : inner;
  };
  return line(textOf(element)).replace(/ ([,.;:]) /g, '$1 ');
}

const apart: ReadonlySet<string> = new Set('br byttl p hl2 li td th location story.date virtloc'.split(' '));
