import type { Element, ElementContent, RootContent } from 'hast';
import { type LinkTarget, linkTarget, safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, BlockOf, HeadingLevel, Inline, ListItem } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { absolute } from '../shared/absolute';
import { factBoxOf, pictureBlock, pictureOf, tableOf } from '../shared/composites';
import {
  foldItem,
  foldQuote,
  isBlank,
  isLineBlock,
  joinContents,
  listOf,
  paragraphOf,
  splitContents,
  takeAttribution,
  unnumbered,
} from '../shared/fold';
import type { LocalPictures } from '../shared/local-pictures';
import { sampleOf, type Warnings } from '../shared/warnings';
import { embeds, holdsSentence, isFurniture, isHidden, isInvisible, marksOf } from './elements';
import { Line } from './line';
import type { PagePictures } from './pictures';
import { attribute, elements, textOf } from './tree';

/** What the whole document says. */
export interface Reading {
  readonly warnings: Warnings;
  /** What relative addresses count from; null when the page does not say where it stood. */
  readonly base: string | null;
  /** True for a clipboard: a person chose this, so nothing visible is taken for furniture. */
  readonly isChosen?: boolean;
  /** Where pictures that stand in the page itself are gathered; without it they are dropped like all others. */
  readonly pictures?: PagePictures;
  /** Where pictures that lie beside the page are asked for. */
  readonly local?: LocalPictures | undefined;
  /** Names of the footnotes on the page. */
  readonly notes: ReadonlySet<string>;
  /** Elements that went into a field, and are not in the story a second time. */
  readonly taken: ReadonlySet<Element>;
}

/** What surrounds a node. */
interface Around {
  readonly marks: readonly Mark[];
  readonly link: LinkTarget | null;
  readonly isAsIs: boolean;
  readonly isInQuote: boolean;
}

const nowhere: Around = { marks: [], link: null, isAsIs: false, isInQuote: false };

/** Where blocks are gathered: finished ones, and the line that is being read. */
interface Flow {
  readonly blocks: Block[];
  readonly line: Line;
}

/** The blocks of a list of nodes; ids are for the caller to give. */
export function readBlocks(nodes: readonly RootContent[], reading: Reading): Block[] {
  return readNodes(nodes, nowhere, reading);
}

function readNodes(nodes: readonly RootContent[], around: Around, reading: Reading): Block[] {
  const flow: Flow = { blocks: [], line: new Line() };
  for (const node of nodes) visit(node, around, flow, reading);
  endLine(flow, around);
  return flow.blocks;
}

/** A line ends where a block begins or ends. Two breaks in a row part paragraphs, for those who have no other way. */
function endLine(flow: Flow, around: Around): void {
  const content = flow.line.take();
  const parts = around.isAsIs ? [content] : splitContents(content);
  for (const part of parts) flow.blocks.push(...paragraphOf(part));
}

type Reader = (element: Element, around: Around, flow: Flow, reading: Reading) => void;

/** A block of its own: the line before it ends, and what it gives stands behind. */
const block =
  (read: (element: Element, around: Around, reading: Reading) => readonly Block[]): Reader =>
  (element, around, flow, reading) => {
    endLine(flow, around);
    flow.blocks.push(...read(element, around, reading));
  };

const container: Reader = (element, around, flow, reading) => {
  endLine(flow, around);
  for (const child of element.children) visit(child, around, flow, reading);
  endLine(flow, around);
};

const heading = (level: HeadingLevel): Reader =>
  block((element, around, reading) => {
    const inner = readNodes(element.children, around, reading);
    const lines = inner.flatMap((part) => ('content' in part ? [part.content] : []));
    const content = lines.flatMap((line, index): Inline[] =>
      index === 0 ? line : [{ type: 'break' }, ...line],
    );
    const others = inner.filter((part) => !('content' in part));
    return [
      ...(isBlank(content) ? [] : [{ id: unnumbered, type: 'heading' as const, level, content }]),
      ...others,
    ];
  });

const list = block((element, around, reading) => {
  const isOrdered = element.tagName === 'ol';
  const pictures: Block[] = [];
  const items = readItems(element, around, reading, pictures);
  const kind = items.some(({ checked }) => checked !== undefined) ? 'check' : isOrdered ? 'number' : 'bullet';
  const start = Number(attribute(element, 'start') || firstValue(element) || 1);
  return [...listOf(kind, items, start), ...pictures];
});

/** LibreOffice numbers the first item instead of the list. */
function firstValue(element: Element): string {
  const first = element.children.find((child) => child.type === 'element' && child.tagName === 'li');
  return first?.type === 'element' ? attribute(first, 'value') : '';
}

/** A picture on its own: of the page's own bytes it is a block, of an address it is named and left out. */
const picture: Reader = (element, around, flow, reading) => {
  const own = ownPicture(element, reading);
  const beside = own ? [own] : besidePicture(element, reading);
  if (beside.length === 0) return;
  endLine(flow, around);
  flow.blocks.push(...beside);
};

/** A picture from beside the page; one that is not at hand is named. */
function besidePicture(image: Element, { local, warnings }: Reading): Block[] {
  const [reference, alt] = [attribute(image, 'src'), attribute(image, 'alt')];
  const file = reference.slice(0, 2_000).split(/[?#]/, 1)[0]?.split('/').at(-1) || '—';
  if (local) return local.take({ reference, alt, name: alt || file });
  warnings.add('picture-dropped', { name: sampleOf(alt || file) });
  return [];
}

/** A picture whose bytes are at hand: in the article's assets, or in the page. */
function ownPicture(image: Element, { pictures, local }: Reading): BlockOf<'picture'> | null {
  const source = attribute(image, 'src');
  const beside = local?.assetOf(source) ?? null;
  if (beside !== null) return pictureBlock(beside, attribute(image, 'alt'), '');
  if (local?.isSearched && !/^data:/i.test(source)) return null;
  const address = /^data:/i.test(source) ? pictures?.take(source) : source;
  const [block] = pictureOf(address ?? '', attribute(image, 'alt'), '') ?? [];
  return block?.type === 'picture' ? block : null;
}

const containers =
  'address article body center dd details dir div dl dt fieldset figcaption header hgroup html legend li main search section summary footer nav form dialog';

/** How elements are read; one that is not listed is part of a line. */
const readers: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(containers.split(' ').map((tagName) => [tagName, container])),
  h1: heading(2),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(4),
  h6: heading(4),
  ul: list,
  ol: list,
  menu: list,
  blockquote: block((element, around, reading) => readQuotation(element, around, reading, 'quote')),
  figure: block(readFigure),
  aside: block((element, around, reading) => {
    if (isNamed(element, 'pull-quote')) return readQuotation(element, around, reading, 'pull-quote');
    return isNamed(element, 'fact-box')
      ? readFactBox(element, around, reading)
      : readNodes(element.children, around, reading);
  }),
  p: (element, around, flow, reading) => {
    const special = readEmbed(element, reading) ?? readNote(element, around, reading);
    if (!special) return container(element, around, flow, reading);
    endLine(flow, around);
    flow.blocks.push(...special);
  },
  sup: (element, around, flow, reading) => {
    const note = calledNote(element, reading);
    if (note === null) readInside(element, around, flow, reading);
    else flow.line.call(note);
  },
  hr: block(() => [{ id: unnumbered, type: 'divider' }]),
  pre: block(readPreformatted),
  table: block(readTable),
  br: (_element, _around, flow) => flow.line.break(),
  img: picture,
  q: (element, around, flow, reading) => {
    // A browser puts these marks there: they are part of what was read.
    flow.line.add('“', around.marks, around.link);
    readInside(element, around, flow, reading);
    flow.line.add('”', around.marks, around.link);
  },
};

function visit(node: RootContent, around: Around, flow: Flow, reading: Reading): void {
  if (node.type === 'text') {
    if (around.isAsIs) flow.line.addAsIs(node.value, around.marks, around.link);
    else flow.line.add(node.value, around.marks, around.link);
    return;
  }
  if (node.type !== 'element' || reading.taken.has(node) || isLeftOut(node, around, reading)) return;
  const read = Object.hasOwn(readers, node.tagName) ? readers[node.tagName] : undefined;
  const marks = marksOf(node, around.marks);
  // A link is underlined by its nature; pages and clipboards say so once more.
  const inner = {
    ...around,
    marks: around.link === null ? marks : marks.filter((mark) => mark !== 'underline'),
  };
  if (read) read(node, inner, flow, reading);
  else readInside(node, inner, flow, reading);
}

function readInside(element: Element, around: Around, flow: Flow, reading: Reading): void {
  const inner = element.tagName === 'a' ? { ...around, link: targetOf(element, reading) } : around;
  for (const child of element.children) visit(child, inner, flow, reading);
}

/** What is not the story is left out; when it holds sentences, that is said. */
function isLeftOut(element: Element, { isInQuote }: Around, { warnings, isChosen }: Reading): boolean {
  if (isInvisible(element)) return true;
  if (embeds.has(element.tagName)) {
    warnings.add('embed-dropped');
    return true;
  }
  if (!isHidden(element) && (isChosen || !isFurniture(element, isInQuote))) return false;
  const text = textOf(element, isInvisible);
  if (holdsSentence(text)) warnings.add('text-dropped', { text: sampleOf(text) });
  return true;
}

/** The address of a link that may be one. An anchor on the page leads nowhere once the page is gone. */
function addressOf(element: Element, { base, warnings }: Reading): string | null {
  const href = attribute(element, 'href').trim();
  if (href === '' || href.startsWith('#')) return null;
  const url = safeUrl(absolute(href, base));
  if (url === null) warnings.add('link-dropped', { url: sampleOf(href) });
  return url;
}

/** The target of a link that may be one. */
function targetOf(element: Element, reading: Reading): LinkTarget | null {
  const url = addressOf(element, reading);
  return url === null ? null : linkTarget(url, attribute(element, 'title'));
}

/**
 * The items of a list; what stands between them, against the rules, is kept as items too. An item holds lines only: its
 * pictures go into `pictures`.
 */
function readItems(element: Element, around: Around, reading: Reading, pictures: Block[]): ListItem[] {
  const items: ListItem[] = [];
  let loose: ElementContent[] = [];
  const linesIn = (nodes: readonly ElementContent[]): Block[] => {
    const blocks = readNodes(nodes, around, reading);
    pictures.push(...blocks.filter(({ type }) => type === 'picture'));
    return blocks.filter(({ type }) => type !== 'picture');
  };
  const flush = (): void => {
    items.push(...foldItem(linesIn(loose)));
    loose = [];
  };
  for (const child of element.children) {
    if (child.type !== 'element' || !/^(?:li|ul|ol|menu)$/.test(child.tagName)) {
      loose.push(child);
      continue;
    }
    flush();
    const inner = linesIn([child]);
    // Word processors put a nested list beside its item and not into it.
    if (child.tagName === 'li' || !hang(items.at(-1), inner)) items.push(...withBox(child, foldItem(inner)));
  }
  flush();
  return items;
}

/** The box of a task: GitHub's disabled checkbox, or the sign that we write. */
function withBox(element: Element, [first, ...others]: ListItem[]): ListItem[] {
  if (!first) return [];
  const isBox = (one: ElementContent): boolean =>
    one.type === 'element' && one.tagName === 'input' && attribute(one, 'type') === 'checkbox';
  const input = element.children
    .flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]))
    .find(isBox);
  if (input?.type === 'element') return [{ ...first, checked: 'checked' in input.properties }, ...others];
  const [lead] = first.content;
  const sign = lead?.type === 'text' ? /^([☐☑☒]) ?/.exec(lead.text) : null;
  if (lead?.type !== 'text' || !sign) return [first, ...others];
  const content = normalizeInline([
    { ...lead, text: lead.text.slice(sign[0].length) },
    ...first.content.slice(1),
  ]);
  return [{ ...first, content, checked: sign[1] !== '☐' }, ...others];
}

function hang(owner: ListItem | undefined, blocks: readonly Block[]): boolean {
  const [list, ...others] = blocks;
  if (!owner || list?.type !== 'list' || others.length > 0) return false;
  if (owner.list) owner.list.items.push(...list.items);
  else owner.list = { kind: list.kind, items: list.items };
  return true;
}

/** Preformatted text as a block of code: its lines are as they were written, its marks say nothing. */
function readPreformatted(element: Element): Block[] {
  const source = rawText(element).replace(/^\n|\n$/g, '');
  if (source.trim() === '') return [];
  const named = /(?:^|\s)language-(\S{1,40})/.exec(
    [element, ...elements(element)].map((one) => attribute(one, 'className')).join(' '),
  );
  const content = source
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [textRun(line)]),
    ]);
  return [{ id: unnumbered, type: 'code', language: named?.[1] ?? '', content }];
}

function rawText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isInvisible(node)) return '';
  return node.tagName === 'br' ? '\n' : node.children.map(rawText).join('');
}

/** A quotation: its lines, and who it is by when its footer says so. */
function readQuotation(
  element: Element,
  around: Around,
  reading: Reading,
  type: 'quote' | 'pull-quote',
): Block[] {
  const footer = [...elements(element)].find(({ tagName }) => tagName === 'footer');
  const inQuote = { ...around, isInQuote: true };
  const by = footer ? readNodes(footer.children, inQuote, reading).flatMap(lineOf) : [];
  const inner = withoutElement(element, footer);
  const blocks = readNodes(inner.children, inQuote, reading);
  const { attribution } = takeAttribution([[textRun('x')], by]);
  return foldQuote(blocks, type, attribution.length > 0 ? attribution : by);
}

function lineOf(part: Block): Inline[] {
  return 'content' in part ? part.content : [];
}

/** The element without one of its descendants. */
function withoutElement(element: Element, gone: Element | undefined): Element {
  if (!gone) return element;
  const children = element.children
    .filter((child) => child !== gone)
    .map((child) => (child.type === 'element' ? withoutElement(child, gone) : child));
  return { ...element, children };
}

/** What pages call the line that says who took a picture. */
const creditNames = /(?:^|[\s_-])(?:credits?|copyright|photographer|photo-?by|byline|crédits?)(?:$|[\s_-])/i;

/** A picture with its caption and credit; a figure around anything else is a container. */
function readFigure(element: Element, around: Around, reading: Reading): Block[] {
  const inside = [...elements(element)];
  const image = inside.find(({ tagName }) => tagName === 'img');
  const picture = image ? ownPicture(image, reading) : null;
  if (!picture) return readNodes(element.children, around, reading);
  const caption = inside.find(({ tagName }) => tagName === 'figcaption');
  const credit = inside.find(
    (one) =>
      one !== caption &&
      (creditNames.test(attribute(one, 'className')) ||
        /^(?:creditText|copyrightHolder|author)$/.test(attribute(one, 'itemProp'))),
  );
  const content = caption
    ? readNodes(withoutElement(caption, credit).children, around, reading).flatMap(lineOf)
    : [];
  const width = Number(/(?:^|\s)width-(\d{2,3})(?:\s|$)/.exec(attribute(element, 'className'))?.[1] ?? 100);
  return [
    {
      ...picture,
      width: Math.min(100, Math.max(10, width)),
      content: normalizeInline(content),
      credit: credit ? normalizeInline(readNodes(credit.children, around, reading).flatMap(lineOf)) : [],
    },
  ];
}

function readFactBox(element: Element, around: Around, reading: Reading): Block[] {
  const head = [...elements(element)].find((one) => isNamed(one, 'fact-box-title'));
  const title = head ? readNodes(head.children, around, reading).flatMap(lineOf) : [];
  return factBoxOf(title, readNodes(withoutElement(element, head).children, around, reading));
}

/** A card that names something elsewhere; null: an ordinary paragraph. */
function readEmbed(element: Element, reading: Reading): Block[] | null {
  if (!isNamed(element, 'embed')) return null;
  const link = [...elements(element)].find(({ tagName }) => tagName === 'a');
  const url = link ? addressOf(link, reading) : null;
  if (url === null) return null;
  const title = textOf(element);
  return [{ id: unnumbered, type: 'embed', url, content: title === url ? [] : [textRun(title)] }];
}

/** A note of our own pages; its id is its name until ids are given. */
function readNote(element: Element, around: Around, reading: Reading): Block[] | null {
  const name = attribute(element, 'id');
  if (!isNamed(element, 'footnote') || name === '') return null;
  const back = element.children.find((child) => child.type === 'element' && child.tagName === 'a');
  const inner = withoutElement(element, back as Element | undefined);
  const content = readNodes(inner.children, around, reading).flatMap(lineOf);
  return [{ id: name, type: 'footnote', content }];
}

/** The name of the note that a raised link calls; null when it is anything else. */
function calledNote(element: Element, { notes }: Reading): string | null {
  const link = element.children.find((child) => child.type === 'element' && child.tagName === 'a');
  const name = link?.type === 'element' ? attribute(link, 'href').replace(/^#/, '') : '';
  return notes.has(name) ? name : null;
}

function isNamed(element: Element, name: string): boolean {
  return attribute(element, 'className').split(' ').includes(name);
}

/** A table of facts. One that only lays out a page is a container. */
function readTable(element: Element, around: Around, reading: Reading): readonly Block[] {
  const rows = [...elements(element)].filter(({ tagName }) => tagName === 'tr');
  const cells = rows.map((row) =>
    row.children.filter(isCell).map((cell) => readNodes(cell.children, around, reading)),
  );
  const isLayout =
    attribute(element, 'role') === 'presentation' ||
    cells.some((row) =>
      row.some((cell) => cell.some((part) => !isLineBlock(part) && part.type !== 'list')),
    ) ||
    cells.every((row) => row.length < 2);
  if (isLayout) return readNodes(element.children.flatMap(partsOfTable), around, reading);
  const caption = element.children.filter((child) => child.type === 'element' && child.tagName === 'caption');
  const header = rows[0]?.children.filter(isCell).every(({ tagName }) => tagName === 'th') ?? false;
  return [
    ...readNodes(caption, around, reading),
    ...tableOf(
      cells.map((row) => row.map((cell) => joinContents(cell.map(contentInCell)))),
      header,
    ),
  ];
}

function isCell(node: ElementContent): node is Element & { readonly tagName: 'td' | 'th' } {
  return node.type === 'element' && /^t[dh]$/.test(node.tagName);
}

const contentInCell = (part: Block): Inline[] =>
  'content' in part ? part.content : [textRun(plainTextOf(part))];

function plainTextOf(part: Block): string {
  return part.type === 'list' ? part.items.map((item) => plainText(item.content)).join(', ') : '';
}

/** The cells of a layout table, each a block of its own. */
function partsOfTable(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [];
  if (isCell(node) || node.tagName === 'caption') return [{ ...node, tagName: 'div' }];
  return node.children.flatMap(partsOfTable);
}
