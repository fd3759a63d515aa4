import type { Element, ElementContent } from 'hast';
import { textRun } from '#core/body/normalize';
import type { Block, HeadingLevel, Inline, ListItem, NestedList } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import type { IdSource } from '#core/ids';
import type { Warning } from '../types';
import { isHidden, readInline } from './inline';

/** Where the blocks of one document are gathered. */
export interface BlockReading {
  readonly newId: IdSource;
  readonly warnings: Warning[];
}

/** Elements nested deeper than this are read as text: no page needs more, and a hostile one has thousands. */
const deepest = 120;

type Reader = (element: Element, reading: BlockReading, depth: number) => Block[];

const heading =
  (level: HeadingLevel): Reader =>
  (element, reading) =>
    withText(readInline(element.children, reading), (content) => [
      { id: reading.newId(), type: 'heading', level, content },
    ]);

/** How elements become blocks; every other one is a container or part of a line. */
const readers: Readonly<Record<string, Reader>> = {
  p: readFlow,
  h1: heading(2),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(4),
  h6: heading(4),
  ul: readListBlock,
  ol: readListBlock,
  blockquote: readQuote,
  hr: (_element, reading) => [{ id: reading.newId(), type: 'divider' }],
  pre: (element, reading) => {
    reading.warnings.push({ code: 'code-flattened' });
    return withText(readInline(element.children, reading, true), (content) => [
      { id: reading.newId(), type: 'paragraph', content },
    ]);
  },
  table: readTable,
};

const inlineElements: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Blocks of a list of nodes: lines between block elements become paragraphs. */
export function readBlocks(nodes: readonly ElementContent[], reading: BlockReading, depth = 0): Block[] {
  const blocks: Block[] = [];
  let line: ElementContent[] = [];
  const flush = (): void => {
    blocks.push(...paragraphs(readInline(line, reading), reading));
    line = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || isInline(node)) {
      line.push(node);
      continue;
    }
    flush();
    if (!isHidden(node)) blocks.push(...readElement(node, reading, depth + 1));
  }
  flush();
  return blocks;
}

/** An inline element that holds a block (a link around a paragraph, Docs' `<b>`) is a container. */
function isInline(element: Element): boolean {
  if (!inlineElements.has(element.tagName)) return false;
  return !element.children.some((child) => child.type === 'element' && !isInline(child) && !isHidden(child));
}

function readElement(element: Element, reading: BlockReading, depth: number): Block[] {
  if (depth > deepest) return paragraphs(readInline(element.children, reading), reading);
  if (element.tagName === 'video' || element.tagName === 'audio') {
    reading.warnings.push({ code: 'embed-dropped' });
    return [];
  }
  const read = readers[element.tagName];
  return read ? read(element, reading, depth) : readBlocks(element.children, reading, depth);
}

function readFlow(element: Element, reading: BlockReading, depth: number): Block[] {
  return readBlocks(element.children, reading, depth);
}

/** A line as paragraphs: two breaks in a row part them, as people who have no paragraphs type. */
function paragraphs(content: Inline[], reading: BlockReading): Block[] {
  return splitAtDoubleBreaks(content).flatMap((part) =>
    withText(part, (inner) => [{ id: reading.newId(), type: 'paragraph', content: inner }]),
  );
}

function splitAtDoubleBreaks(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const [index, node] of content.entries()) {
    const part = parts.at(-1);
    const isSecond = node.type === 'break' && content[index - 1]?.type === 'break';
    if (isSecond && part) {
      if (part.at(-1)?.type === 'break') part.pop();
      parts.push([]);
    } else if (node.type !== 'break' || (part && part.length > 0)) part?.push(node);
  }
  return parts;
}

function readQuote(element: Element, reading: BlockReading, depth: number): Block[] {
  const parts = readBlocks(element.children, reading, depth).map(contentOf);
  const content = parts.flatMap((part, index): Inline[] =>
    index === 0 ? part : [{ type: 'break' }, { type: 'break' }, ...part],
  );
  return withText(content, (inner) => [{ id: reading.newId(), type: 'quote', content: inner }]);
}

function contentOf(block: Block): Inline[] {
  if (block.type === 'divider') return [];
  if (block.type !== 'list') return block.content;
  return block.items.flatMap((item, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...item.content,
  ]);
}

function readListBlock(element: Element, reading: BlockReading, depth: number): Block[] {
  const { ordered, items } = readList(element, reading, depth);
  if (items.length === 0) return [];
  const start = ordered && typeof element.properties.start === 'number' ? element.properties.start : 1;
  const isNumbered = start !== 1 && Number.isInteger(start) && start >= 0;
  return [{ id: reading.newId(), type: 'list', ordered, ...(isNumbered && { start }), items }];
}

function readList(element: Element, reading: BlockReading, depth: number): NestedList {
  const items: ListItem[] = [];
  for (const child of element.children) {
    if (child.type !== 'element' || isHidden(child)) continue;
    if (child.tagName === 'ul' || child.tagName === 'ol') nest(items, readList(child, reading, depth + 1));
    else readItem(child, reading, depth, items);
  }
  return { ordered: element.tagName === 'ol', items };
}

const deepestList = 10;

function readItem(element: Element, reading: BlockReading, depth: number, items: ListItem[]): void {
  const isList = (node: ElementContent): node is Element =>
    node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
  const own = element.children.filter((node) => !isList(node));
  const content = readBlocks(own, reading, depth + 1)
    .map(contentOf)
    .flatMap((part, index): Inline[] => (index === 0 ? part : [{ type: 'break' }, ...part]));
  const lists = element.children.filter(isList).map((list) => readList(list, reading, depth + 1));
  if (content.length === 0 && lists.every((list) => list.items.length === 0)) return;
  items.push({ id: reading.newId(), content });
  for (const list of lists) nest(items, list);
}

function nest(items: ListItem[], list: NestedList): void {
  const owner = items.at(-1);
  if (list.items.length === 0) return;
  if (!owner || depthOf(list) >= deepestList) items.push(...list.items.flatMap(flatten));
  else if (owner.list) owner.list.items.push(...list.items);
  else owner.list = list;
}

function depthOf(list: NestedList): number {
  return 1 + Math.max(0, ...list.items.map((item) => (item.list ? depthOf(item.list) : 0)));
}

function flatten(item: ListItem): ListItem[] {
  return [{ id: item.id, content: item.content }, ...(item.list ? item.list.items.flatMap(flatten) : [])];
}

/** A row becomes a paragraph, its cells parted by bars: no word is lost, and the warning says what was. */
function readTable(element: Element, reading: BlockReading): Block[] {
  const rows = descendants(element, 'tr');
  if (rows.length > 0) reading.warnings.push({ code: 'table-flattened' });
  return rows.flatMap((row) => {
    const cells = row.children
      .filter((cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName))
      .map((cell) => readInline(cell.children, reading))
      .filter((cell) => plainText(cell).trim() !== '');
    const content = cells.flatMap((cell, index) => (index === 0 ? cell : [textRun(' | '), ...cell]));
    return withText(content, (inner) => [{ id: reading.newId(), type: 'paragraph', content: inner }]);
  });
}

function descendants(element: Element, tagName: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : descendants(child, tagName);
  });
}

function withText(content: Inline[], make: (content: Inline[]) => Block[]): Block[] {
  return plainText(content).trim() === '' ? [] : make(content);
}
