import type { BlockOf, BlockType } from './schema';

/**
 * What is known of each block type without its schema. This file is free of zod: the window reads it on every start.
 */
export const limits = {
  /** UTF-16 units in one run of text. */
  runLength: 2_000_000,
  blocks: 50_000,
  listDepth: 12,
  urlLength: 4_096,
  linkTitleLength: 2_000,
  tableRows: 2_000,
  tableColumns: 60,
} as const;

/** The fields of an article, in reading order. They open every body, once each, and may be empty. */
export const fieldTypes = ['headline', 'standfirst', 'byline'] as const;
export type FieldType = (typeof fieldTypes)[number];

export function isField(block: { type: string }): block is BlockOf<FieldType> {
  return (fieldTypes as readonly string[]).includes(block.type);
}

export type SlotName = 'content' | 'attribution' | 'credit' | 'title';

/**
 * The lines that a block holds, in reading order; each is a property with inline content. Lists and tables hold
 * theirs in items and cells, a divider has none. A type that is missing here does not compile.
 */
export const slotsOf = {
  headline: ['content'],
  standfirst: ['content'],
  byline: ['content'],
  paragraph: ['content'],
  heading: ['content'],
  quote: ['content', 'attribution'],
  'pull-quote': ['content', 'attribution'],
  list: [],
  picture: ['content', 'credit'],
  table: [],
  code: ['content'],
  'fact-box': ['title', 'content'],
  embed: ['content'],
  footnote: ['content'],
  divider: [],
} as const satisfies Readonly<Record<BlockType, readonly SlotName[]>>;

/** The id by which claims and queries refer to one line of a block: the block's own for its content. */
export function slotId(blockId: string, slot: SlotName): string {
  return slot === 'content' ? blockId : `${blockId}.${slot}`;
}

/** The kinds of lists, as they are stored. */
export const listKinds = ['bullet', 'number', 'check'] as const;
export type ListKind = (typeof listKinds)[number];
