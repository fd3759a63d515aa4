import type { Element, ElementContent, RootContent } from 'hast';
import { safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { textRun } from '#core/body/normalize';
import type { Block, HeadingLevel, Inline, ListItem } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { foldItem, foldQuote, isBlank, listOf, paragraphOf, splitContents, unnumbered } from '../shared/fold';
import { sampleOf, type Warnings } from '../shared/warnings';
import { embeds, holdsSentence, isFurniture, isHidden, isInvisible, marksOf } from './elements';
import { Line } from './line';
import { attribute, elements, textOf } from './tree';

/** What the whole document says. */
export interface Reading {
  readonly warnings: Warnings;
  /** What relative addresses count from; null when the page does not say where it stood. */
  readonly base: string | null;
  /** Elements that went into a field, and are not in the story a second time. */
  readonly taken: ReadonlySet<Element>;
}

/** What surrounds a node. */
interface Around {
  readonly marks: readonly Mark[];
  readonly url: string | null;
  readonly isAsIs: boolean;
  readonly isInQuote: boolean;
}

const nowhere: Around = { marks: [], url: null, isAsIs: false, isInQuote: false };

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
  return listOf(isOrdered, readItems(element, around, reading), Number(attribute(element, 'start') || 1));
});

const picture: Reader = (element, _around, _flow, { warnings }) => {
  const file = /([^/?#]+)(?:[?#].*)?$/.exec(attribute(element, 'src'))?.[1] ?? '—';
  warnings.add('picture-dropped', { name: sampleOf(attribute(element, 'alt') || file) });
};

const containers =
  'address article body center dd details dir div dl dt fieldset figcaption figure header hgroup html legend li main p search section summary footer aside nav form dialog';

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
  blockquote: block((element, around, reading) =>
    foldQuote(readNodes(element.children, { ...around, isInQuote: true }, reading)),
  ),
  hr: block(() => [{ id: unnumbered, type: 'divider' }]),
  pre: block(readPreformatted),
  table: block(readTable),
  br: (_element, _around, flow) => flow.line.break(),
  img: picture,
  q: (element, around, flow, reading) => {
    // A browser puts these marks there: they are part of what was read.
    flow.line.add('“', around.marks, around.url);
    readInside(element, around, flow, reading);
    flow.line.add('”', around.marks, around.url);
  },
};

function visit(node: RootContent, around: Around, flow: Flow, reading: Reading): void {
  if (node.type === 'text') {
    if (around.isAsIs) flow.line.addAsIs(node.value, around.marks, around.url);
    else flow.line.add(node.value, around.marks, around.url);
    return;
  }
  if (node.type !== 'element' || reading.taken.has(node) || isLeftOut(node, around, reading)) return;
  const read = Object.hasOwn(readers, node.tagName) ? readers[node.tagName] : undefined;
  const inner = { ...around, marks: marksOf(node, around.marks) };
  if (read) read(node, inner, flow, reading);
  else readInside(node, inner, flow, reading);
}

function readInside(element: Element, around: Around, flow: Flow, reading: Reading): void {
  const inner = element.tagName === 'a' ? { ...around, url: addressOf(element, reading) } : around;
  for (const child of element.children) visit(child, inner, flow, reading);
}

/** What is not the story is left out; when it holds sentences, that is said. */
function isLeftOut(element: Element, { isInQuote }: Around, { warnings }: Reading): boolean {
  if (isInvisible(element)) return true;
  if (embeds.has(element.tagName)) {
    warnings.add('embed-dropped');
    return true;
  }
  if (!isHidden(element) && !isFurniture(element, isInQuote)) return false;
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

function absolute(href: string, base: string | null): string {
  if (base === null || /^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}

/** The items of a list; what stands between them, against the rules, is kept as items too. */
function readItems(element: Element, around: Around, reading: Reading): ListItem[] {
  const items: ListItem[] = [];
  let loose: ElementContent[] = [];
  const flush = (): void => {
    items.push(...foldItem(readNodes(loose, around, reading)));
    loose = [];
  };
  for (const child of element.children) {
    if (child.type !== 'element' || !/^(?:li|ul|ol|menu)$/.test(child.tagName)) {
      loose.push(child);
      continue;
    }
    flush();
    const inner = readNodes([child], around, reading);
    // Word processors put a nested list beside its item and not into it.
    if (child.tagName === 'li' || !hang(items.at(-1), inner)) items.push(...foldItem(inner));
  }
  flush();
  return items;
}

function hang(owner: ListItem | undefined, blocks: readonly Block[]): boolean {
  const [list, ...others] = blocks;
  if (!owner || list?.type !== 'list' || others.length > 0) return false;
  if (owner.list) owner.list.items.push(...list.items);
  else owner.list = { ordered: list.ordered, items: list.items };
  return true;
}

function readPreformatted(element: Element, around: Around, reading: Reading): Block[] {
  reading.warnings.add('code-flattened');
  return readNodes(element.children, { ...around, marks: [...around.marks, 'code'], isAsIs: true }, reading);
}

/** A row becomes a paragraph, its cells parted by bars. A table that only lays out a page is a container. */
function readTable(element: Element, around: Around, reading: Reading): readonly Block[] {
  const rows = [...elements(element)].filter(({ tagName }) => tagName === 'tr');
  const cells = rows.map((row) =>
    row.children.filter(isCell).map((cell) => readNodes(cell.children, around, reading)),
  );
  const isLayout =
    cells.some((row) => row.some((cell) => cell.length > 1)) || cells.every((row) => row.length < 2);
  if (isLayout) return readNodes(element.children.flatMap(partsOfTable), around, reading);
  reading.warnings.add('table-flattened');
  const caption = element.children.filter((child) => child.type === 'element' && child.tagName === 'caption');
  const asParagraphs = cells.flatMap((row) =>
    paragraphOf(
      row
        .map(lineOfCell)
        .filter((cell) => !isBlank(cell))
        .flatMap(withBar),
    ),
  );
  return [...readNodes(caption, around, reading), ...asParagraphs];
}

function isCell(node: ElementContent): node is Element & { readonly tagName: 'td' | 'th' } {
  return node.type === 'element' && /^t[dh]$/.test(node.tagName);
}

const lineOfCell = (blocks: readonly Block[]): Inline[] =>
  blocks.flatMap((part) => ('content' in part ? part.content : [textRun(plainTextOf(part))]));

function plainTextOf(part: Block): string {
  return part.type === 'list' ? part.items.map((item) => plainText(item.content)).join(', ') : '';
}

const withBar = (cell: Inline[], index: number): Inline[] => (index === 0 ? cell : [textRun(' | '), ...cell]);

/** The cells of a layout table, each a block of its own. */
function partsOfTable(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [];
  if (isCell(node) || node.tagName === 'caption') return [{ ...node, tagName: 'div' }];
  return node.children.flatMap(partsOfTable);
}
