import { slotId, slotsOf } from './blocks';
import type { Block, BlockType, Inline, LineBreak, ListItem, Row, TextRun } from './schema';

/** A line of a block, an item of a list or a cell of a table; `id` is what queries and claims refer to. */
export interface TextBlock {
  readonly id: string;
  readonly type: BlockType | 'item' | 'cell';
  readonly content: readonly Inline[];
  /** How deep an item is nested: 0 for a block, 1 for an item of a list, 2 for an item of a list in it … */
  readonly depth: number;
}

/** All text of a body in reading order, one entry for each line, list item or cell. Dividers have none. */
export function* textBlocks(body: Iterable<Block>): Generator<TextBlock> {
  for (const block of body) {
    if (block.type === 'list') yield* itemBlocks(block.items, 1);
    else if (block.type === 'table') yield* cellBlocks(block.rows);
    else yield* slotBlocks(block);
  }
}

/** Title, attribution and credit are lines only when something is written there. */
function* slotBlocks(block: Block): Generator<TextBlock> {
  for (const slot of slotsOf[block.type]) {
    const content = slotContent(block, slot);
    if (slot !== 'content' && content.length === 0) continue;
    yield { id: slotId(block.id, slot), type: block.type, content, depth: 0 };
  }
}

function* cellBlocks(rows: readonly Row[]): Generator<TextBlock> {
  for (const { cells } of rows)
    for (const { id, content } of cells) yield { id, type: 'cell', content, depth: 0 };
}

function* itemBlocks(items: readonly ListItem[], depth: number): Generator<TextBlock> {
  for (const item of items) {
    yield { id: item.id, type: 'item', content: item.content, depth };
    if (item.list) yield* itemBlocks(item.list.items, depth + 1);
  }
}

/** What stands in one line of a block; the table of slots says which lines a type has. */
export function slotContent(block: Block, slot: string): Inline[] {
  return (block as unknown as Readonly<Record<string, Inline[]>>)[slot] ?? [];
}

/** The runs and breaks of a content with links opened, in reading order. Calls of footnotes are not text. */
export function* leaves(content: readonly Inline[]): Generator<TextRun | LineBreak> {
  for (const node of content) {
    if (node.type === 'link') yield* node.content;
    else if (node.type !== 'note-reference') yield node;
  }
}

/** A line's text as one string: a line break is `\n`. Offsets into it are UTF-16 units. */
export function plainText(content: readonly Inline[]): string {
  let text = '';
  for (const leaf of leaves(content)) text += leaf.type === 'break' ? '\n' : leaf.text;
  return text;
}

/** The text of the whole body, lines parted by `separator`. */
export function bodyText(body: Iterable<Block>, separator = '\n\n'): string {
  return [...textBlocks(body)].map((block) => plainText(block.content)).join(separator);
}

/** Applies `change` to the content of every line, item and cell; blocks that it leaves alone stay identical. */
export function mapContent(body: readonly Block[], change: (content: Inline[]) => Inline[]): Block[] {
  return body.map((block) => {
    if (block.type === 'list') return { ...block, items: mapItems(block.items, change) };
    if (block.type === 'table') {
      return {
        ...block,
        rows: block.rows.map(({ cells }) => ({
          cells: cells.map((cell) => ({ ...cell, content: change(cell.content) })),
        })),
      };
    }
    const slots: readonly string[] = slotsOf[block.type];
    const changed = slots
      .map((slot) => [slot, change(slotContent(block, slot))] as const)
      .filter(([slot, content]) => content !== slotContent(block, slot));
    return changed.length === 0 ? block : { ...block, ...Object.fromEntries(changed) };
  });
}

function mapItems(items: readonly ListItem[], change: (content: Inline[]) => Inline[]): ListItem[] {
  return items.map((item) => ({
    ...item,
    content: change(item.content),
    ...(item.list && { list: { ...item.list, items: mapItems(item.list.items, change) } }),
  }));
}
