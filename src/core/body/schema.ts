import { z } from 'zod';
import { fieldTypes, isField, limits, listKinds } from './blocks';
import { marks } from './marks';

/**
 * The block tree that is stored: small, documented in docs/formats/article.md, close to mdast. Headline, standfirst
 * and byline are blocks like any other, so that a claim, a search hit or a suggestion can stand on them too; they
 * come first, once each, in that order (`fieldTypes`).
 */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const textRun = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(limits.runLength),
  marks: z.array(z.enum(marks)).optional(),
  /** Ids of the claims that this run belongs to, sorted. Claims may overlap and be smaller than a word. */
  claims: z.array(id).optional(),
  /** Ids of the comments on this run, sorted. */
  comments: z.array(id).optional(),
  /** The suggestion that wants this run in; it is not part of the copy before it is accepted. */
  inserted: id.optional(),
  /** The suggestion that wants this run out; it is part of the copy until that is accepted. */
  deleted: id.optional(),
});

const lineBreak = z.strictObject({ type: z.literal('break') });

/** Where a footnote is called: `note` is the id of its block. */
const noteReference = z.strictObject({ type: z.literal('note-reference'), note: id });

const link = z.strictObject({
  type: z.literal('link'),
  url: z.string().max(limits.urlLength),
  /** What is shown to somebody who points at the link. */
  title: z.string().min(1).max(limits.linkTitleLength).optional(),
  content: z.array(z.discriminatedUnion('type', [textRun, lineBreak])),
});

const inline = z.discriminatedUnion('type', [textRun, lineBreak, link, noteReference]);
const content = z.array(inline);

export type TextRun = z.infer<typeof textRun>;
export type LineBreak = z.infer<typeof lineBreak>;
export type Link = z.infer<typeof link>;
export type NoteReference = z.infer<typeof noteReference>;
export type Inline = z.infer<typeof inline>;

export interface ListItem {
  id: string;
  content: Inline[];
  /** Only in check lists: whether the box is ticked. */
  checked?: boolean | undefined;
  /** A list nested under this item. */
  list?: NestedList | undefined;
}

export interface NestedList {
  kind: (typeof listKinds)[number];
  items: ListItem[];
}

const listItem: z.ZodType<ListItem> = z.strictObject({
  id,
  content,
  checked: z.boolean().optional(),
  get list() {
    return z.strictObject({ kind: z.enum(listKinds), items: z.array(listItem) }).optional();
  },
});

const cell = z.strictObject({ id, content });
const row = z.strictObject({ cells: z.array(cell).min(1).max(limits.tableColumns) });

export type Cell = z.infer<typeof cell>;
export type Row = z.infer<typeof row>;

/** One entry for each block type: what it holds. Every layer's own table is keyed by these names. */
const blockSchemas = {
  headline: z.strictObject({ id, type: z.literal('headline'), content }),
  standfirst: z.strictObject({ id, type: z.literal('standfirst'), content }),
  byline: z.strictObject({ id, type: z.literal('byline'), content }),
  paragraph: z.strictObject({
    id,
    type: z.literal('paragraph'),
    /** The suggestion that parted this paragraph from the block before it. */
    inserted: id.optional(),
    content,
  }),
  heading: z.strictObject({
    id,
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    content,
  }),
  /** A quotation set apart, and who said it. */
  quote: z.strictObject({ id, type: z.literal('quote'), content, attribution: content }),
  /** Words of the story itself, set large. */
  'pull-quote': z.strictObject({ id, type: z.literal('pull-quote'), content, attribution: content }),
  list: z.strictObject({
    id,
    type: z.literal('list'),
    kind: z.enum(listKinds),
    /** Number of the first item; 1 when absent. */
    start: z.int().min(0).max(999_999_999).optional(),
    items: z.array(listItem).min(1),
  }),
  /** `content` is the caption. */
  picture: z.strictObject({
    id,
    type: z.literal('picture'),
    /** Name of the file in `assets/`: the SHA-256 of its bytes and an ending. */
    asset: z.string().regex(/^[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif)$/),
    alt: z.string().max(2_000),
    /** Width in hundredths of the measure. */
    width: z.int().min(10).max(100),
    content,
    credit: content,
  }),
  table: z.strictObject({
    id,
    type: z.literal('table'),
    /** Whether the first row names the columns. */
    header: z.boolean(),
    rows: z.array(row).min(1).max(limits.tableRows),
  }),
  code: z.strictObject({ id, type: z.literal('code'), language: z.string().max(40), content }),
  'fact-box': z.strictObject({ id, type: z.literal('fact-box'), title: content, content }),
  /** A card that names something elsewhere; nothing is fetched. `content` is its title. */
  embed: z.strictObject({ id, type: z.literal('embed'), url: z.string().max(limits.urlLength), content }),
  footnote: z.strictObject({ id, type: z.literal('footnote'), content }),
  divider: z.strictObject({ id, type: z.literal('divider') }),
} as const;

export type BlockType = keyof typeof blockSchemas;
export type BlockOf<T extends BlockType> = z.infer<(typeof blockSchemas)[T]>;
export type Block = { [T in BlockType]: BlockOf<T> }[BlockType];
export type HeadingLevel = BlockOf<'heading'>['level'];

export const blockSchema = z.discriminatedUnion('type', [
  blockSchemas.headline,
  blockSchemas.standfirst,
  blockSchemas.byline,
  blockSchemas.paragraph,
  blockSchemas.heading,
  blockSchemas.quote,
  blockSchemas['pull-quote'],
  blockSchemas.list,
  blockSchemas.picture,
  blockSchemas.table,
  blockSchemas.code,
  blockSchemas['fact-box'],
  blockSchemas.embed,
  blockSchemas.footnote,
  blockSchemas.divider,
]);

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
  return blocks.flatMap((block) => {
    if (block.type === 'list') return [block.id, ...fromItems(block.items)];
    if (block.type !== 'table') return [block.id];
    return [block.id, ...block.rows.flatMap(({ cells }) => cells.map((cell) => cell.id))];
  });
}

/** A table is a rectangle. */
function isEven(block: Block): boolean {
  if (block.type !== 'table') return true;
  return block.rows.every(({ cells }) => cells.length === block.rows[0]?.cells.length);
}

export const bodySchema = z
  .array(blockSchema)
  .max(limits.blocks)
  .refine(opensWithFields, 'the body must open with headline, standfirst and byline, once each')
  .refine(
    (blocks) => blocks.every((block) => block.type !== 'list' || listDepth(block) <= limits.listDepth),
    'lists are nested too deeply',
  )
  .refine((blocks) => blocks.every(isEven), 'the rows of a table differ in length')
  .refine((blocks) => {
    const ids = collectIds(blocks);
    return new Set(ids).size === ids.length;
  }, 'two blocks have the same id');

export type Body = z.infer<typeof bodySchema>;
