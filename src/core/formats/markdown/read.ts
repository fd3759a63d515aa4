import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  FootnoteDefinition,
  List,
  ListItem as MarkdownItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Yaml,
} from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { ListKind } from '#core/body/blocks';
import { textRun } from '#core/body/normalize';
import type { Block, HeadingLevel, Inline, ListItem } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import type { Result } from '#core/failure';
import { readHtmlPart } from '../html/read';
import { factBoxOf, pictureBlock, pictureOf, tableOf } from '../shared/composites';
import {
  foldItem,
  foldQuote,
  isBlank,
  isLineBlock,
  joinContents,
  listOf,
  paragraphOf,
  unnumbered,
} from '../shared/fold';
import { LocalPictures } from '../shared/local-pictures';
import { type Copy, readCopy } from '../shared/read-copy';
import { sampleOf, type Warnings } from '../shared/warnings';
import type { Imported, ReadContext } from '../types';
import { type FrontMatterKind, readFrontMatter } from './front-matter-read';
import { refuseHostile } from './hostile';
import { type Destination, type InlineReading, readInline } from './inline-read';
import { readFigure } from './shortcode-read';
import { altIn, readVaultPicture, withoutComments } from './vault-read';

/** A single tilde is an approximation (“~30 km”) far more often than a deletion. */
const gfm = { singleTilde: false } as const;
const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkGfm, gfm)
  .freeze();
/** For copy that opens with a rule, and not with front matter. */
const plainParser = unified().use(remarkParse).use(remarkGfm, gfm).freeze();

/** CommonMark with GFM tables, strikethrough, task lists and footnotes, and YAML front matter. */
export function readMarkdown(bytes: Uint8Array, context?: ReadContext): Result<Imported> {
  return readCopy('markdown', bytes, (source, warnings) =>
    readDocument(source, warnings, new LocalPictures(context?.pictures, warnings)),
  );
}

function readDocument(source: string, warnings: Warnings, pictures: LocalPictures): Copy {
  refuseHostile(source);
  const { matter, base, tree } = parseDocument(source, warnings);
  const definitions = definitionsIn(tree);
  const reading: InlineReading = { source, warnings, base, definitions, pictures, aside: [] };
  const content = withoutComments(tree.children, warnings);
  const { title, rest } = takeTitle(content, matter.title, reading);
  const notes = noteDefinitions(tree);
  const blocks = [
    ...rest.flatMap((node) => [...readBlock(node, reading), ...reading.aside.splice(0)]),
    ...notes.flatMap((note) => [...readNote(note, reading), ...reading.aside.splice(0)]),
  ];
  return { ...matter, ...(title && { title }), blocks, ...pictures.wanted() };
}

interface Parsed {
  readonly matter: Partial<Imported>;
  readonly base: string | null;
  readonly tree: Root;
}

function parseDocument(source: string, warnings: Warnings): Parsed {
  const tree = parser.parse(source);
  const [first, ...others] = tree.children;
  const kind = matterKind(first);
  if (!kind) return { matter: {}, base: null, tree };
  const read = readFrontMatter((first as Yaml).value, kind);
  if (read === null) return { matter: {}, base: null, tree: plainParser.parse(source) };
  if (read.ignored !== '') warnings.add('front-matter-ignored', { text: sampleOf(read.ignored) });
  return { matter: read.matter, base: read.base, tree: { ...tree, children: others } };
}

/** The tree's own types know no TOML. */
function matterKind(node: { readonly type: string } | undefined): FrontMatterKind | null {
  return node?.type === 'yaml' || node?.type === 'toml' ? node.type : null;
}

/** Every node of a tree, in document order. */
function* nodesOf(tree: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [tree];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if ('children' in next) waiting.push(...(next.children.toReversed() as Nodes[]));
  }
}

/** Where names lead. The first definition of a name counts, wherever it stands. */
function definitionsIn(tree: Root): InlineReading['definitions'] {
  const found = new Map<string, Destination>();
  for (const node of nodesOf(tree))
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  return found;
}

/** The first heading of level 1 is the headline, and so is one that repeats the title of the front matter. */
function takeTitle(content: readonly RootContent[], given: string | undefined, reading: InlineReading) {
  const heading = content.find((node) => node.type === 'heading' && node.depth === 1);
  if (heading?.type !== 'heading') return { title: given, rest: content };
  const text = plainText(readInline(heading.children, reading))
    .replace(/(?<!\s)\s*\n\s*/g, ' ')
    .trim();
  // It stays in the story, and is read again there.
  if (given !== undefined && given !== text) {
    reading.aside.length = 0;
    return { title: given, rest: content };
  }
  return { title: text, rest: content.filter((node) => node !== heading) };
}

type Reader<T extends RootContent['type']> = (
  node: Extract<RootContent, { type: T }>,
  reading: InlineReading,
) => readonly Block[];

const nothing = (): readonly Block[] => [];
/** A part of a line where a block should be: no parser gives it, and no word of it is lost. */
const stray = (node: RootContent, reading: InlineReading): readonly Block[] =>
  paragraphOf(readInline([node as never], reading));

/** One entry for each node of the tree; a type that is missing here does not compile. */
const readers: { readonly [T in RootContent['type']]: Reader<T> } = {
  paragraph: (node, reading) =>
    readFigure(node, reading) ??
    readPicture(node, reading) ??
    readVaultPicture(node, reading, (nodes) => readInline(nodes, reading)) ??
    paragraphOf(trimBreaks(readInline(node.children, reading))),
  heading: (node, reading) => {
    const content = trimBreaks(readInline(node.children, reading));
    return isBlank(content) ? [] : [{ id: unnumbered, type: 'heading', level: levelOf(node.depth), content }];
  },
  blockquote: (node, reading) => readCallout(node, reading) ?? foldQuote(readBlocks(node.children, reading)),
  list: (node, reading) => listOf(kindOf(node), readItems(node, reading), node.start),
  listItem: (node, reading) => listOf('bullet', readItem(node, reading)),
  thematicBreak: () => [{ id: unnumbered, type: 'divider' }],
  code: ({ lang, value }) =>
    value.trim() === ''
      ? []
      : [{ id: unnumbered, type: 'code', language: (lang ?? '').slice(0, 40), content: codeLines(value) }],
  table: (node, reading) =>
    tableOf(
      node.children.map((row) => row.children.map((cell) => readInline(cell.children, reading))),
      true,
    ),
  tableRow: (node, reading) => {
    const cells = node.children
      .map((cell) => readInline(cell.children, reading))
      .filter((cell) => !isBlank(cell));
    return paragraphOf(cells.flatMap((cell, index) => (index === 0 ? cell : [textRun(' | '), ...cell])));
  },
  tableCell: (node, reading) => paragraphOf(readInline(node.children, reading)),
  html: (node, { warnings, base, pictures }) => readHtmlPart(node.value, warnings, { base, local: pictures }),
  yaml: nothing,
  definition: nothing,
  // Notes stand at the end of the story.
  footnoteDefinition: nothing,
  text: stray,
  emphasis: stray,
  strong: stray,
  delete: stray,
  inlineCode: stray,
  break: stray,
  link: stray,
  linkReference: stray,
  image: stray,
  imageReference: stray,
  footnoteReference: stray,
};

function readBlock(node: RootContent, reading: InlineReading): readonly Block[] {
  return (readers[node.type] as Reader<RootContent['type']>)(node as never, reading);
}

function readBlocks(nodes: readonly (BlockContent | DefinitionContent)[], reading: InlineReading): Block[] {
  return nodes.flatMap((node) => readBlock(node, reading));
}

/** A body has three levels under its headline. */
function levelOf(depth: number): HeadingLevel {
  return depth <= 2 ? 2 : depth === 3 ? 3 : 4;
}

/** HTML's `<br>` may stand at the edge of a paragraph, where it says nothing. */
function trimBreaks(content: Inline[]): Inline[] {
  let start = 0;
  let end = content.length;
  while (content[start]?.type === 'break') start += 1;
  while (end > start && content[end - 1]?.type === 'break') end -= 1;
  return content.slice(start, end);
}

function codeLines(value: string): Inline[] {
  return value
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [textRun(line)]),
    ]);
}

function readItems(node: List, reading: InlineReading): ListItem[] {
  return node.children.flatMap((item) => readItem(item, reading));
}

/** An item, with the box of a task. It holds lines only: its pictures stand behind the list. */
function readItem(item: MarkdownItem, reading: InlineReading): ListItem[] {
  const blocks = readBlocks(item.children, reading);
  reading.aside.push(...blocks.filter(({ type }) => type === 'picture'));
  const items = foldItem(blocks.filter(({ type }) => type !== 'picture'));
  if (typeof item.checked !== 'boolean') return items;
  const [first, ...others] = items;
  return first ? [{ ...first, checked: item.checked }, ...others] : [];
}

/** A list with a box before any of its items is a check list. */
function kindOf(node: List): ListKind {
  if (node.children.some((item) => typeof item.checked === 'boolean')) return 'check';
  return node.ordered === true ? 'number' : 'bullet';
}

function noteDefinitions(tree: Root): FootnoteDefinition[] {
  return [...nodesOf(tree)].filter((node) => node.type === 'footnoteDefinition');
}

/** A note is one block; its id is its name until ids are given. */
function readNote(note: FootnoteDefinition, reading: InlineReading): Block[] {
  const blocks = readBlocks(note.children, reading);
  const content = joinContents(blocks.filter(isLineBlock).map((block) => block.content));
  return [
    { id: note.identifier, type: 'footnote', content },
    ...blocks.filter((block) => !isLineBlock(block)),
  ];
}

/** A paragraph that is one picture out of the article's own assets, or from beside the document. */
function readPicture({ children }: Paragraph, { pictures }: InlineReading): Block[] | null {
  const [image, ...others] = children;
  if (image?.type !== 'image' || others.length > 0) return null;
  const asset = pictures.assetOf(image.url);
  if (asset !== null) return [pictureBlock(asset, altIn(image.alt), image.title ?? '')];
  return pictures.isSearched ? null : pictureOf(image.url, image.alt ?? '', image.title ?? '');
}

const calloutMark = /^\[!([a-z-]{1,30})(?:\|[^\]]{0,60})?\][+-]?[ \t]*/i;

/** `> [!info] Title` is a fact box, `> [!quote]` words of the story set large; null: an ordinary quotation. */
function readCallout(node: Blockquote, reading: InlineReading): Block[] | null {
  const [first, ...others] = node.children;
  const [lead, ...tail] = first?.type === 'paragraph' ? first.children : [];
  const [mark, kind = ''] = lead?.type === 'text' ? (calloutMark.exec(lead.value) ?? []) : [];
  if (mark === undefined || lead?.type !== 'text') return null;
  const { head, rest } = splitAtLineEnd([{ ...lead, value: lead.value.slice(mark.length) }, ...tail]);
  const opening: Paragraph[] = rest.length > 0 ? [{ type: 'paragraph', children: rest }] : [];
  const blocks = readBlocks([...opening, ...others], reading);
  const title = trimBreaks(readInline(head, reading));
  if (/^(?:quote|cite)$/i.test(kind)) {
    return foldQuote([...paragraphOf(title), ...blocks], 'pull-quote');
  }
  return factBoxOf(title, blocks);
}

/** The children before the first line end of the source, and those behind it. */
function splitAtLineEnd(children: readonly PhrasingContent[]): {
  head: PhrasingContent[];
  rest: PhrasingContent[];
} {
  const at = children.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  );
  const node = children[at];
  if (node?.type === 'break') return { head: children.slice(0, at), rest: children.slice(at + 1) };
  if (node?.type !== 'text') return { head: [...children], rest: [] };
  const end = node.value.indexOf('\n');
  return {
    head: [...children.slice(0, at), { type: 'text', value: node.value.slice(0, end) }],
    rest: [{ type: 'text', value: node.value.slice(end + 1) }, ...children.slice(at + 1)],
  };
}
