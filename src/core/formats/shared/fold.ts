import { type ListKind, limits } from '#core/body/blocks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, Inline, ListItem, NestedList } from '#core/body/schema';
import { mapContent, plainText } from '#core/body/walk';
import { countedIds, type IdSource } from '#core/ids';

/** A block as a reader makes it: ids are given once, at the end, in reading order. */
export const unnumbered = '';

/** A paragraph or nothing, when there is not a letter in it. */
export function paragraphOf(content: readonly Inline[]): Block[] {
  const inner = normalizeInline(content);
  return isBlank(inner) ? [] : [{ id: unnumbered, type: 'paragraph', content: inner }];
}

export function isBlank(content: readonly Inline[]): boolean {
  return plainText(content).trim() === '';
}

/** Contents that were paragraphs, as one content: two breaks part them. */
export function joinContents(parts: readonly (readonly Inline[])[]): Inline[] {
  return normalizeInline(
    parts
      .filter((part) => !isBlank(part))
      .flatMap((part, index) => (index === 0 ? part : [{ type: 'break' }, { type: 'break' }, ...part])),
  );
}

/** The other way round: what stands between two breaks in a row, without breaks at its edges. */
export function splitContents(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  let breaks = 0;
  for (const node of content) {
    if (node.type === 'break') {
      breaks += 1;
      continue;
    }
    if (breaks > 1) parts.push([]);
    const part = parts.at(-1) ?? [];
    if (breaks === 1 && part.length > 0) part.push({ type: 'break' });
    part.push(node);
    breaks = 0;
  }
  return parts.filter((part) => part.length > 0);
}

/** Blocks whose content may become lines of another block without losing what it was. */
const lineTypes: ReadonlySet<Block['type']> = new Set([
  'paragraph',
  'heading',
  'quote',
  'headline',
  'standfirst',
]);

export function isLineBlock(block: Block): block is Extract<Block, { type: 'paragraph' }> {
  return lineTypes.has(block.type);
}

/** Who a quotation is by, when its last line says so: “— Anna Keller”. */
const attributionLine = /^\s*(?:—|–|--)\s*(?=\S)/;

/** The last of several lines as attribution, when it looks like one. */
export function takeAttribution(parts: readonly Inline[][]): { lines: Inline[][]; attribution: Inline[] } {
  const last = parts.at(-1);
  const [first, ...others] = last ?? [];
  if (parts.length < 2 || first?.type !== 'text' || !attributionLine.test(first.text))
    return { lines: [...parts], attribution: [] };
  const bare = textRun(first.text.replace(attributionLine, ''), first.marks);
  return { lines: parts.slice(0, -1), attribution: normalizeInline([bare, ...others]) };
}

/**
 * What stood in a quotation. A quote holds lines only, so a list or a divider inside it stands between two halves
 * of the quote: nothing is lost, and nothing changes its place.
 */
export function foldQuote(
  blocks: readonly Block[],
  type: 'quote' | 'pull-quote' = 'quote',
  given: readonly Inline[] = [],
): Block[] {
  const result: Block[] = [];
  let parts: Inline[][] = [];
  const flush = (): void => {
    const { lines, attribution } =
      given.length > 0 ? { lines: parts, attribution: [...given] } : takeAttribution(parts);
    const content = joinContents(lines);
    if (!isBlank(content)) result.push({ id: unnumbered, type, content, attribution });
    parts = [];
  };
  for (const block of blocks) {
    if (isLineBlock(block)) parts.push(block.content);
    else {
      flush();
      result.push(block);
    }
  }
  flush();
  // Somebody's name under words that are not there is still a name.
  if (!isBlank(given) && !result.some((block) => block.type === type))
    result.push({ id: unnumbered, type, content: [], attribution: [...given] });
  return result;
}

/**
 * What stood in one item of a list: its lines, and a list under it. Lines behind that list become an item of their
 * own, so that they stay behind it.
 */
export function foldItem(blocks: readonly Block[]): ListItem[] {
  const items: LooseItem[] = [];
  for (const block of blocks) {
    if (block.type === 'list') hangList(items, block);
    else hangLines(items, linesInItem(block));
  }
  return items.map(({ parts, list }) => ({
    id: unnumbered,
    content: joinContents(parts),
    ...(list && { list }),
  }));
}

interface LooseItem {
  readonly parts: Inline[][];
  list?: NestedList;
}

function hangList(items: LooseItem[], { kind, items: inner }: NestedList): void {
  const last = items.at(-1);
  if (last?.list) last.list.items.push(...inner);
  else if (last) last.list = { kind, items: [...inner] };
  else items.push({ parts: [], list: { kind, items: [...inner] } });
}

function hangLines(items: LooseItem[], parts: Inline[][]): void {
  const last = items.at(-1);
  if (last && !last.list) last.parts.push(...parts);
  else if (parts.length > 0) items.push({ parts });
}

/** What a block is as lines of an item. Blank lines of code are none. */
function linesInItem(block: Block): Inline[][] {
  if (!('content' in block)) return [];
  return block.type === 'code' ? splitContents(block.content) : [block.content];
}

/** A list block; nothing when it has no item. `start` is kept when it says something. */
export function listOf(kind: ListKind, items: readonly ListItem[], start?: number | null): Block[] {
  if (items.length === 0) return [];
  const isNumbered = kind === 'number' && typeof start === 'number' && Number.isInteger(start) && start >= 0;
  const says = isNumbered && start !== 1 && start <= 999_999_999;
  return [
    {
      id: unnumbered,
      type: 'list',
      kind,
      ...(says && { start }),
      items: items.map((item) => inList(item, kind)),
    },
  ];
}

/** An item has a box in a check list, and only there. */
function inList({ checked, ...item }: ListItem, kind: ListKind): ListItem {
  return kind === 'check' ? { ...item, checked: checked ?? false } : item;
}

/**
 * Gives ids (`b1`, `b2` …) in reading order, and lifts items that are nested deeper than a body may hold. Calls of
 * footnotes follow the new ids; one whose note is not there becomes its name in brackets.
 */
export function numberBlocks(blocks: readonly Block[], newId: IdSource = countedIds('b')): Block[] {
  const notes = new Map<string, string>();
  const numbered = blocks.map((block): Block => {
    const id = newId();
    if (block.type === 'footnote') notes.set(block.id, id);
    if (block.type === 'list') return { ...block, id, items: numberItems(block.items, newId, 1) };
    if (block.type !== 'table') return { ...block, id };
    const rows = block.rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, id: newId() })) }));
    return { ...block, id, rows };
  });
  return mapContent(numbered, (content) => renameCalls(content, notes));
}

function renameCalls(content: Inline[], notes: ReadonlyMap<string, string>): Inline[] {
  if (!content.some((node) => node.type === 'note-reference')) return content;
  return normalizeInline(
    content.map((node): Inline => {
      if (node.type !== 'note-reference') return node;
      const note = notes.get(node.note);
      return note === undefined ? textRun(`[${node.note}]`) : { ...node, note };
    }),
  );
}

function numberItems(items: readonly ListItem[], newId: IdSource, level: number): ListItem[] {
  return items.flatMap((item): ListItem[] => {
    const own: ListItem = {
      id: newId(),
      content: item.content,
      ...(item.checked !== undefined && { checked: item.checked }),
    };
    if (!item.list) return [own];
    const nested = numberItems(item.list.items, newId, Math.min(level + 1, limits.listDepth));
    if (level >= limits.listDepth) return [own, ...nested];
    return [{ ...own, list: { kind: item.list.kind, items: nested } }];
  });
}
