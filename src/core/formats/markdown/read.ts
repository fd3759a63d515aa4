import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem as MarkdownItem,
  Root,
  RootContent,
} from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, HeadingLevel, Inline, ListItem, NestedList } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { decode } from '#core/encoding/decode';
import { failure, type Result, success } from '#core/failure';
import { countedIds, type IdSource } from '#core/ids';
import { readHtml } from '../html/read';
import { type Imported, maximumImportBytes } from '../types';
import { readFrontMatter } from './front-matter';
import { type InlineReading, readInline } from './inline-read';

interface Reading extends InlineReading {
  readonly newId: IdSource;
}

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm);

/** Deeper quotes and lists than this are nobody's story, and would exhaust whatever walks the tree. */
const deepest = 60;

/** CommonMark with GFM tables, strikethrough and footnotes, and YAML front matter. */
export function readMarkdown(bytes: Uint8Array): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (text.split('\n').some((line) => (line.match(/^[>\s]+/)?.[0].split('>').length ?? 0) > deepest)) {
    return failure('input.malformed');
  }
  const tree = parser.parse(text);
  const reading: Reading = {
    newId: countedIds('b'),
    warnings: [...decoded.value.warnings],
    definitions: definitionsIn(tree),
  };
  const [first] = tree.children;
  const matter = first?.type === 'yaml' ? readFrontMatter(first.value) : {};
  if (matter === null) reading.warnings.push({ code: 'front-matter-ignored' });
  const content = tree.children.filter((node) => node.type !== 'yaml');
  const { title, rest } = takeTitle(content, matter?.title, reading);
  const blocks = [...rest.flatMap((node) => readBlock(node, reading, 0)), ...footnotes(content, reading)];
  return success({
    format: 'markdown',
    encoding,
    ...matter,
    ...(title && { title }),
    blocks,
    warnings: [...new Map(reading.warnings.map((warning) => [JSON.stringify(warning), warning])).values()],
  });
}

function definitionsIn(tree: Root): ReadonlyMap<string, string> {
  return new Map(
    tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url]] : [])),
  );
}

/** The first heading of level 1 is the headline, and so is one that repeats the title of the front matter. */
function takeTitle(content: readonly RootContent[], given: string | undefined, reading: Reading) {
  const index = content.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const heading = content[index];
  if (heading?.type !== 'heading') return { title: given, rest: content };
  const text = plainText(readInline(heading.children, reading));
  if (given !== undefined && given !== text) return { title: given, rest: content };
  return { title: text, rest: content.filter((node) => node !== heading) };
}

function readBlock(node: RootContent, reading: Reading, depth: number): Block[] {
  const { newId } = reading;
  switch (node.type) {
    case 'paragraph':
      return withText(readInline(node.children, reading), (content) => ({
        id: newId(),
        type: 'paragraph',
        content,
      }));
    case 'heading':
      return withText(readInline(node.children, reading), (content) => ({
        id: newId(),
        type: 'heading',
        level: levelOf(node.depth),
        content,
      }));
    case 'blockquote':
      return withText(joinBlocks(node.children, reading, depth + 1), (content) => ({
        id: newId(),
        type: 'quote',
        content,
      }));
    case 'list':
      return readListBlock(node, reading, depth);
    case 'thematicBreak':
      return [{ id: newId(), type: 'divider' }];
    case 'code':
      reading.warnings.push({ code: 'code-flattened' });
      return withText(codeLines(node.value), (content) => ({ id: newId(), type: 'paragraph', content }));
    case 'table':
      reading.warnings.push({ code: 'table-flattened' });
      return node.children.flatMap((row) => {
        const cells = row.children
          .map((cell) => readInline(cell.children, reading))
          .filter((cell) => cell.length > 0);
        const content = cells.flatMap((cell, index) => (index === 0 ? cell : [textRun(' | '), ...cell]));
        return withText(normalizeInline(content), (inner) => ({
          id: newId(),
          type: 'paragraph',
          content: inner,
        }));
      });
    case 'html':
      return readRawHtml(node.value, reading);
    default:
      return [];
  }
}

function withText(content: Inline[], make: (content: Inline[]) => Block): Block[] {
  return plainText(content).trim() === '' ? [] : [make(content)];
}

function levelOf(depth: number): HeadingLevel {
  return depth <= 2 ? 2 : depth === 3 ? 3 : 4;
}

function codeLines(value: string): Inline[] {
  return value
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [textRun(line, ['code'])]),
    ]);
}

/** Blocks inside a quote or an item as one content: two breaks part what were paragraphs. */
function joinBlocks(
  nodes: readonly (BlockContent | DefinitionContent)[],
  reading: Reading,
  depth: number,
): Inline[] {
  if (depth > deepest) return [];
  const parts = nodes.flatMap((node) => readBlock(node, reading, depth)).map(contentOf);
  return parts.flatMap((part, index): Inline[] =>
    index === 0 ? part : [{ type: 'break' }, { type: 'break' }, ...part],
  );
}

function contentOf(block: Block): Inline[] {
  if (block.type === 'divider') return [];
  if (block.type !== 'list') return block.content;
  return flatItems(block).flatMap((item, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...item.content,
  ]);
}

function flatItems(list: NestedList): ListItem[] {
  return list.items.flatMap((item) => [item, ...(item.list ? flatItems(item.list) : [])]);
}

function readListBlock(node: List, reading: Reading, depth: number): Block[] {
  const { ordered, items } = readList(node, reading, depth);
  const start = ordered && typeof node.start === 'number' && node.start !== 1 ? node.start : null;
  if (items.length === 0) return [];
  return [{ id: reading.newId(), type: 'list', ordered, ...(start !== null && { start }), items }];
}

const deepestList = 10;

function readList(node: List, reading: Reading, depth: number): NestedList {
  return {
    ordered: node.ordered === true,
    items: node.children.flatMap((item) => readItem(item, reading, depth)),
  };
}

function readItem(item: MarkdownItem, reading: Reading, depth: number): ListItem[] {
  const isList = (node: BlockContent | DefinitionContent): node is List => node.type === 'list';
  const box = typeof item.checked === 'boolean' ? [textRun(item.checked ? '[x] ' : '[ ] ')] : [];
  const own = joinBlocks(
    item.children.filter((node) => !isList(node)),
    reading,
    depth + 1,
  );
  const lists = item.children.filter(isList).map((list) => readList(list, reading, depth + 1));
  const entry: ListItem = { id: reading.newId(), content: normalizeInline([...box, ...own]) };
  const nested = lists.flatMap((list) => list.items);
  const [first] = lists;
  if (!first || nested.length === 0) return [entry];
  if (depth >= deepestList)
    return [
      entry,
      ...flatItems({ ordered: false, items: nested }).map(({ id, content }) => ({ id, content })),
    ];
  return [{ ...entry, list: { ordered: first.ordered, items: nested } }];
}

/** Raw HTML in Markdown is read as an HTML file would be, its blocks put where it stood. */
function readRawHtml(value: string, reading: Reading): Block[] {
  if (/^\s*<!--[\s\S]*-->\s*$/.test(value)) return [];
  const read = readHtml(new TextEncoder().encode(`<body>${value}</body>`));
  if (!read.ok) return [];
  reading.warnings.push(...read.value.warnings);
  const title = read.value.title ? [textRun(read.value.title)] : [];
  const heading = withText(title, (content) => ({ id: '', type: 'heading', level: 2, content }));
  return [...heading, ...read.value.blocks].map((block) => ({ ...block, ...renumber(block, reading.newId) }));
}

function renumber(block: Block, newId: IdSource): Pick<Block, 'id'> {
  if (block.type !== 'list') return { id: newId() };
  const items = (list: readonly ListItem[]): ListItem[] =>
    list.map((item) => ({
      ...item,
      id: newId(),
      ...(item.list && { list: { ...item.list, items: items(item.list.items) } }),
    }));
  return { id: newId(), items: items(block.items) } as Pick<Block, 'id'>;
}

/** Notes go to the end as paragraphs, each behind its mark. */
function footnotes(content: readonly RootContent[], reading: Reading): Block[] {
  return content.flatMap((node) => {
    if (node.type !== 'footnoteDefinition') return [];
    reading.warnings.push({ code: 'footnote-flattened' });
    const note = joinBlocks(node.children, reading, 1);
    const mark = textRun(`[${node.label ?? node.identifier}] `);
    return [{ id: reading.newId(), type: 'paragraph', content: normalizeInline([mark, ...note]) } as const];
  });
}
