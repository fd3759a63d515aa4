import type { Nodes, PhrasingContent } from 'mdast';
import { linkTarget, safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, Inline, LineBreak, TextRun } from '#core/body/schema';
import { absolute } from '../shared/absolute';
import type { LocalPictures } from '../shared/local-pictures';
import { sampleOf, type Warnings } from '../shared/warnings';
import { altIn, readVaultText } from './vault-read';

/** Where a link leads, and its title, as a document says. */
export interface Destination {
  readonly url: string;
  readonly title?: string | null | undefined;
}

/** What a document says outside of its lines: addresses that links refer to by name. */
export interface InlineReading {
  /** The document itself: Obsidian's signs count only where they were typed as such. */
  readonly source: string;
  readonly definitions: ReadonlyMap<string, Destination>;
  /** What relative addresses count from; null when the document does not say where it stands. */
  readonly base: string | null;
  readonly warnings: Warnings;
  readonly pictures: LocalPictures;
  /** Pictures that stood inside a line: they come behind the block that the line is in. */
  readonly aside: Block[];
}

const markOfNode: Partial<Record<Nodes['type'], Mark>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strikethrough',
};

/** Tags inside a line. Markdown has no signs for some marks: those are written, and read, as HTML. */
const markOfTag: ReadonlyMap<string, Mark> = new Map([
  ['u', 'underline'],
  ['ins', 'underline'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
  ['s', 'strikethrough'],
  ['del', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['code', 'code'],
  ['kbd', 'code'],
]);

/** Between these tags stands what a page does not show. */
const invisible: ReadonlySet<string> = new Set('script style template noscript iframe object svg'.split(' '));

/** The inline content of a paragraph, heading or cell. */
export function readInline(nodes: readonly PhrasingContent[], reading: InlineReading): Inline[] {
  const before = reading.aside.length;
  const content = normalizeInline(readNodes(nodes, [], reading));
  return reading.aside.length > before ? withoutGaps(content) : content;
}

/** Where a picture was taken out of a line, the blank before it meets the one behind it. */
function withoutGaps(content: readonly Inline[]): Inline[] {
  let endsBlank = true;
  const closed = content.map((node): Inline => {
    if (node.type !== 'text') {
      endsBlank = node.type === 'break';
      return node;
    }
    const single = node.text.replace(/[ \t]{2,}/g, ' ');
    const text = endsBlank ? single.replace(/^[ \t]/, '') : single;
    if (text !== '') endsBlank = /[ \t]$/.test(text);
    return { ...node, text };
  });
  const last = closed.at(-1);
  if (last?.type === 'text') closed[closed.length - 1] = { ...last, text: last.text.trimEnd() };
  return normalizeInline(closed);
}

/** HTML in a line comes as single tags: which of them are open is known only while its siblings are read. */
function readNodes(
  nodes: readonly PhrasingContent[],
  outer: readonly Mark[],
  reading: InlineReading,
): Inline[] {
  const tags = new Tags(reading);
  for (const node of nodes) {
    if (node.type === 'html') tags.read(node.value);
    else if (!tags.isUnseen) tags.result.push(...readNode(node, [...outer, ...tags.open], reading));
  }
  return tags.result;
}

/** The tags that are open in a line, and what was read so far. */
class Tags {
  readonly result: Inline[] = [];
  readonly open: Mark[] = [];
  readonly #reading: InlineReading;
  #unseen: string | null = null;
  #link: (Destination & { readonly from: number }) | null = null;

  constructor(reading: InlineReading) {
    this.#reading = reading;
  }

  get isUnseen(): boolean {
    return this.#unseen !== null;
  }

  read(source: string): void {
    const { name, isEnd } = tagIn(source);
    if (this.#unseen) {
      if (isEnd && name === this.#unseen) this.#unseen = null;
    } else if (name === 'a')
      this.#readLink(isEnd ? '' : attributeIn(source, 'href'), attributeIn(source, 'title'));
    else this.#readTag(name, isEnd, source);
  }

  #readLink(url: string, title: string): void {
    if (this.#link)
      this.result.push(...readLink(this.#link, this.result.splice(this.#link.from), this.#reading));
    this.#link = url === '' ? null : { url, title, from: this.result.length };
  }

  #readTag(name: string, isEnd: boolean, source: string): void {
    if (name === 'br') this.result.push({ type: 'break' });
    if (name === 'img') {
      const [url, alt] = [attributeIn(source, 'src'), attributeIn(source, 'alt')];
      setAside({ url, alt, name: alt || '—' }, this.#reading);
    }
    if (invisible.has(name) && !isEnd && !source.endsWith('/>')) this.#unseen = name;
    const mark = markOfTag.get(name);
    if (mark && !isEnd) this.open.push(mark);
    else if (mark && this.open.includes(mark)) this.open.splice(this.open.lastIndexOf(mark), 1);
  }
}

function tagIn(source: string): { readonly name: string; readonly isEnd: boolean } {
  const [, slash, tag = ''] = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/i.exec(source) ?? [];
  return { name: tag.toLowerCase(), isEnd: slash === '/' };
}

function attributeIn(source: string, name: string): string {
  return (
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(source)?.slice(1).find(Boolean) ?? ''
  );
}

type Reader<T extends PhrasingContent> = (
  node: T,
  marks: readonly Mark[],
  reading: InlineReading,
) => Inline[];

/** One entry for each node that may stand in a line; a type that is missing here does not compile. */
const readers: { readonly [T in PhrasingContent['type']]: Reader<Extract<PhrasingContent, { type: T }>> } = {
  // A line end in the source is a blank; only what Markdown itself calls a break is one.
  text: (node, marks, reading) => [
    textRun(readVaultText(node, reading).replace(/(?<![ \t])[ \t]*\r?\n[ \t]*/g, ' '), marks),
  ],
  inlineCode: (node, marks) => [textRun(node.value.replace(/\n/g, ' '), [...marks, 'code'])],
  break: () => [{ type: 'break' }],
  strong: readMarked,
  emphasis: readMarked,
  delete: readMarked,
  link: (node, marks, reading) => readLink(node, readNodes(node.children, marks, reading), reading),
  linkReference: (node, marks, reading) =>
    readLink(
      reading.definitions.get(node.identifier) ?? { url: '' },
      readNodes(node.children, marks, reading),
      reading,
    ),
  image: ({ url, alt, title }, _marks, reading) => setAside({ url, alt, title, name: alt || url }, reading),
  imageReference: ({ identifier, alt }, _marks, reading) => {
    const { url, title } = reading.definitions.get(identifier) ?? { url: '' };
    return setAside({ url, alt, title, name: alt || identifier }, reading);
  },
  footnoteReference: (node) => [{ type: 'note-reference', note: node.identifier }],
  html: () => [],
};

function readNode(node: PhrasingContent, marks: readonly Mark[], reading: InlineReading): Inline[] {
  return (readers[node.type] as Reader<PhrasingContent>)(node, marks, reading);
}

function readMarked(
  node: Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }>,
  marks: readonly Mark[],
  reading: InlineReading,
): Inline[] {
  const mark = markOfNode[node.type];
  return readNodes(node.children, mark ? [...marks, mark] : marks, reading);
}

interface LineImage {
  readonly url: string;
  readonly alt?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly name: string;
}

/** A line holds no picture: one that is at hand stands behind it, any other is named. */
function setAside({ url, alt, title, name }: LineImage, { pictures, aside }: InlineReading): Inline[] {
  aside.push(...pictures.take({ reference: url, alt: altIn(alt), caption: title ?? '', name }));
  return [];
}

function readLink(
  { url: address, title }: Destination,
  content: readonly Inline[],
  reading: InlineReading,
): Inline[] {
  const leaves = content.flatMap((node): (TextRun | LineBreak)[] => {
    if (node.type === 'link') return node.content;
    return node.type === 'note-reference' ? [textRun(`[${node.note}]`)] : [node];
  });
  // To CommonMark a backslash in an address is one; to a parser of addresses it is a slash.
  // A place in the same document has no address of its own.
  const isPlace = address === '' || address.startsWith('#');
  const url = safeUrl(isPlace ? address : absolute(address.replaceAll('\\', '%5C'), reading.base));
  if (url !== null) return [{ type: 'link', ...linkTarget(url, title), content: leaves }];
  if (!isPlace) reading.warnings.add('link-dropped', { url: sampleOf(address) });
  return leaves;
}
