import type { Block, BlockType, Inline, LineBreak, ListItem, TextRun } from './schema';

/** A block, or an item of a list, that holds text of its own; `id` is what queries and claims refer to. */
export interface TextBlock {
  readonly id: string;
  readonly type: BlockType | 'item';
  readonly content: readonly Inline[];
  /** How deep an item is nested: 0 for a block, 1 for an item of a list, 2 for an item of a list in it … */
  readonly depth: number;
}

/** All text of a body in reading order, one entry for each block or list item. Dividers have none. */
export function* textBlocks(body: Iterable<Block>): Generator<TextBlock> {
  for (const block of body) {
    if (block.type === 'divider') continue;
    if (block.type === 'list') yield* itemBlocks(block.items, 1);
    else yield { id: block.id, type: block.type, content: block.content, depth: 0 };
  }
}

function* itemBlocks(items: readonly ListItem[], depth: number): Generator<TextBlock> {
  for (const item of items) {
    yield { id: item.id, type: 'item', content: item.content, depth };
    if (item.list) yield* itemBlocks(item.list.items, depth + 1);
  }
}

/** The runs and breaks of a content with links opened, in reading order. */
export function* leaves(content: readonly Inline[]): Generator<TextRun | LineBreak> {
  for (const node of content) {
    if (node.type === 'link') yield* node.content;
    else yield node;
  }
}

/** A block's text as one string: a line break is `\n`. Offsets into it are UTF-16 units. */
export function plainText(content: readonly Inline[]): string {
  let text = '';
  for (const leaf of leaves(content)) text += leaf.type === 'break' ? '\n' : leaf.text;
  return text;
}

/** The text of the whole body, blocks parted by `separator`. */
export function bodyText(body: Iterable<Block>, separator = '\n\n'): string {
  return [...textBlocks(body)].map((block) => plainText(block.content)).join(separator);
}

/** Applies `change` to the content of every text block and list item; blocks that it leaves alone stay identical. */
export function mapContent(body: readonly Block[], change: (content: Inline[]) => Inline[]): Block[] {
  return body.map((block) => {
    if (block.type === 'divider') return block;
    if (block.type === 'list') return { ...block, items: mapItems(block.items, change) };
    const content = change(block.content);
    return content === block.content ? block : { ...block, content };
  });
}

function mapItems(items: readonly ListItem[], change: (content: Inline[]) => Inline[]): ListItem[] {
  return items.map((item) => ({
    ...item,
    content: change(item.content),
    ...(item.list && { list: { ...item.list, items: mapItems(item.list.items, change) } }),
  }));
}
