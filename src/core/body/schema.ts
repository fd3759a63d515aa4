import { z } from 'zod';
import { marks } from './marks';

/**
 * The block tree that is stored: small, documented in docs/formats/article.md, close to mdast. Headline, standfirst
 * and byline are blocks like any other, so that a claim, a search hit or a suggestion can stand on them too; they
 * come first, once each, in that order (`fieldTypes`).
 */
export const limits = {
  /** UTF-16 units in one run of text. */
  runLength: 2_000_000,
  blocks: 50_000,
  listDepth: 12,
  urlLength: 4_096,
} as const;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const textRun = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(limits.runLength),
  marks: z.array(z.enum(marks)).optional(),
  /** Ids of the claims that this run belongs to, sorted. Claims may overlap and be smaller than a word. */
  claims: z.array(id).optional(),
});

const lineBreak = z.strictObject({ type: z.literal('break') });

const link = z.strictObject({
  type: z.literal('link'),
  url: z.string().max(limits.urlLength),
  content: z.array(z.discriminatedUnion('type', [textRun, lineBreak])),
});

const inline = z.discriminatedUnion('type', [textRun, lineBreak, link]);
const content = z.array(inline);

export type TextRun = z.infer<typeof textRun>;
export type LineBreak = z.infer<typeof lineBreak>;
export type Link = z.infer<typeof link>;
export type Inline = z.infer<typeof inline>;

export interface ListItem {
  id: string;
  content: Inline[];
  /** A list nested under this item. */
  list?: NestedList | undefined;
}

export interface NestedList {
  ordered: boolean;
  items: ListItem[];
}

const listItem: z.ZodType<ListItem> = z.strictObject({
  id,
  content,
  get list() {
    return z.strictObject({ ordered: z.boolean(), items: z.array(listItem) }).optional();
  },
});

/** One entry for each block type: what it holds. Every layer's own table is keyed by these names. */
const blockSchemas = {
  headline: z.strictObject({ id, type: z.literal('headline'), content }),
  standfirst: z.strictObject({ id, type: z.literal('standfirst'), content }),
  byline: z.strictObject({ id, type: z.literal('byline'), content }),
  paragraph: z.strictObject({ id, type: z.literal('paragraph'), content }),
  heading: z.strictObject({
    id,
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    content,
  }),
  quote: z.strictObject({ id, type: z.literal('quote'), content }),
  list: z.strictObject({
    id,
    type: z.literal('list'),
    ordered: z.boolean(),
    /** Number of the first item; 1 when absent. */
    start: z.int().min(0).max(999_999_999).optional(),
    items: z.array(listItem).min(1),
  }),
  divider: z.strictObject({ id, type: z.literal('divider') }),
} as const;

export type BlockType = keyof typeof blockSchemas;
export type BlockOf<T extends BlockType> = z.infer<(typeof blockSchemas)[T]>;
export type Block = { [T in BlockType]: BlockOf<T> }[BlockType];
export type HeadingLevel = BlockOf<'heading'>['level'];

export const blockTypes = Object.keys(blockSchemas) as BlockType[];

/** The fields of an article, in reading order. They open every body, once each, and may be empty. */
export const fieldTypes = ['headline', 'standfirst', 'byline'] as const;
export type FieldType = (typeof fieldTypes)[number];

export const blockSchema = z.discriminatedUnion('type', [
  blockSchemas.headline,
  blockSchemas.standfirst,
  blockSchemas.byline,
  blockSchemas.paragraph,
  blockSchemas.heading,
  blockSchemas.quote,
  blockSchemas.list,
  blockSchemas.divider,
]);

export function isField(block: { type: string }): block is BlockOf<FieldType> {
  return (fieldTypes as readonly string[]).includes(block.type);
}

/** A body opens with the three fields in order and has no other field. */
function opensWithFields(blocks: readonly Block[]): boolean {
  return (
    fieldTypes.every((type, index) => blocks[index]?.type === type) &&
    blocks.slice(fieldTypes.length).every((block) => !isField(block))
  );
}

/** Depth is counted before anything walks the tree by recursion. */
function listDepth(list: NestedList): number {
  return 1 + Math.max(0, ...list.items.map((item) => (item.list ? listDepth(item.list) : 0)));
}

function collectIds(blocks: readonly Block[]): string[] {
  const fromItems = (items: readonly ListItem[]): string[] =>
    items.flatMap((item) => [item.id, ...(item.list ? fromItems(item.list.items) : [])]);
  return blocks.flatMap((block) => [block.id, ...(block.type === 'list' ? fromItems(block.items) : [])]);
}

export const bodySchema = z
  .array(blockSchema)
  .max(limits.blocks)
  .refine(opensWithFields, 'the body must open with headline, standfirst and byline, once each')
  .refine(
    (blocks) => blocks.every((block) => block.type !== 'list' || listDepth(block) <= limits.listDepth),
    'lists are nested too deeply',
  )
  .refine((blocks) => {
    const ids = collectIds(blocks);
    return new Set(ids).size === ids.length;
  }, 'two blocks have the same id');

export type Body = z.infer<typeof bodySchema>;
