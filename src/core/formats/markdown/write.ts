import type {
  BlockContent,
  Blockquote,
  List,
  ListItem as MarkdownItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Article } from '#core/article/schema';
import { story } from '#core/body/fields';
import { safeUrl } from '#core/body/links';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { correctionSection } from '../shared/corrections';
import { isBlank, splitContents } from '../shared/fold';
import { isWritten } from '../shared/written';
import type { WriteContext } from '../types';
import { writeFrontMatter } from './front-matter-write';
import { inlineToMarkdown, label } from './inline-write';

const compiler = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    // Dashes would close front matter in what somebody cuts out of the file.
    rule: '*',
    resourceLink: false,
  })
  .use(remarkGfm, { singleTilde: false })
  .freeze();

/** Front matter and story as CommonMark with GFM strikethrough. */
export function writeMarkdown(article: Article, context: WriteContext): string {
  const root: Root = {
    type: 'root',
    children: [...story(article.body).flatMap(writeBlock), ...corrections(article)],
  };
  return `${writeFrontMatter(article, context)}\n${compiler.stringify(root)}`;
}

/** What was put right after publication stands under a heading of its own. */
function corrections(article: Article): RootContent[] {
  const section = correctionSection(article);
  if (!section) return [];
  const text = (value: string): PhrasingContent[] => [{ type: 'text', value }];
  return [
    { type: 'heading', depth: 2, children: text(section.heading) },
    ...section.lines.map((line): RootContent => ({ type: 'paragraph', children: text(line) })),
  ];
}

/** Fields are in the front matter. */
const nothing = (): RootContent[] => [];

/** How each block type is written; a type that is missing here does not compile. */
const writers: { readonly [T in BlockType]: (block: BlockOf<T>) => RootContent[] } = {
  headline: nothing,
  standfirst: nothing,
  byline: nothing,
  paragraph: (block) => paragraphs([block.content]),
  heading: (block) => {
    const content = asOneLine(block.content);
    return isBlank(content)
      ? []
      : [{ type: 'heading', depth: block.level, children: inlineToMarkdown(content) }];
  },
  quote: (block) =>
    quotation([...paragraphs(splitContents(block.content)), ...attribution(block.attribution)]),
  'pull-quote': (block) =>
    callout('quote', [], [...paragraphs(splitContents(block.content)), ...attribution(block.attribution)]),
  list: (block) => list(block, block.start ?? 1),
  picture: ({ asset, alt, content, credit }) => [
    {
      type: 'paragraph',
      children: [
        { type: 'image', url: `assets/${asset}`, alt: oneLine(alt), title: captionOf(content, credit) },
      ],
    },
  ],
  table: ({ header, rows }) => {
    const written = rows.map(({ cells }) => tableRow(cells.map((cell) => cell.content)));
    // GFM knows no table without a header: an empty one stands for none.
    const head = header ? [] : [tableRow(rows[0]?.cells.map(() => []) ?? [])];
    return [{ type: 'table', children: [...head, ...written] }];
  },
  code: ({ language, content }) => [
    { type: 'code', ...(language !== '' && { lang: language }), value: plainText(content) },
  ],
  'fact-box': ({ title, content }) =>
    callout('info', inlineToMarkdown(asOneLine(title)), paragraphs(splitContents(content))),
  embed: ({ url, content }) => {
    const address = safeUrl(url);
    const title = plainText(asOneLine(content)) || url;
    if (address === null) return paragraphs([[textRun(title)]]);
    return [
      {
        type: 'paragraph',
        children: [{ type: 'link', url: address, children: [{ type: 'text', value: title }] }],
      },
    ];
  },
  footnote: ({ id, content }) => {
    const children = paragraphs(splitContents(content));
    const name = label(id);
    return [{ type: 'footnoteDefinition', identifier: name, label: name, children }];
  },
  divider: () => [{ type: 'thematicBreak' }],
};

function quotation(children: Paragraph[]): Blockquote[] {
  return children.length === 0 ? [] : [{ type: 'blockquote', children }];
}

/** The last line of a quotation says who it is by. */
function attribution(content: readonly Inline[]): Paragraph[] {
  const [first, ...others] = paragraphs([asOneLine(content)]);
  if (!first) return [];
  return [{ ...first, children: [{ type: 'text', value: '— ' }, ...first.children] }, ...others];
}

/** A quotation with a kind, as GitHub and Obsidian write call-outs: `> [!info] Title`. */
function callout(
  kind: string,
  title: readonly PhrasingContent[],
  children: readonly Paragraph[],
): Blockquote[] {
  const mark: PhrasingContent = { type: 'html', value: `[!${kind}]${title.length > 0 ? ' ' : ''}` };
  return quotation([{ type: 'paragraph', children: [mark, ...title] }, ...children]);
}

/** Caption and credit on one line: an image in Markdown has room for no more. */
function captionOf(content: readonly Inline[], credit: readonly Inline[]): string | null {
  const [caption, by] = [oneLine(plainText(content)), oneLine(plainText(credit))];
  const text = [caption, by && `(${by})`].filter((part) => part !== '').join(' ');
  return text === '' ? null : text;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function tableRow(contents: readonly (readonly Inline[])[]): TableRow {
  return {
    type: 'tableRow',
    children: contents.map((content) => ({
      type: 'tableCell',
      children: inCell(inlineToMarkdown(withoutEdgeBreaks(content))),
    })),
  };
}

/** A row is one line: a break in a cell is written as HTML, wherever it stands. */
function inCell(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'break') return { type: 'html', value: '<br>' };
    return 'children' in node ? ({ ...node, children: inCell(node.children) } as PhrasingContent) : node;
  });
}

function writeBlock(block: Block): RootContent[] {
  return isWritten(block) ? (writers[block.type] as (block: Block) => RootContent[])(block) : [];
}

function paragraphs(contents: readonly (readonly Inline[])[]): Paragraph[] {
  return contents.flatMap((content) => {
    const inner = withoutEdgeBreaks(content);
    return isBlank(inner) ? [] : [{ type: 'paragraph', children: inlineToMarkdown(inner) }];
  });
}

/** A break at the edge of a paragraph has nothing to part, and no spelling. */
function withoutEdgeBreaks(content: readonly Inline[]): Inline[] {
  const isBreak = (node: Inline): boolean => node.type === 'break';
  const start = content.findIndex((node) => !isBreak(node));
  return start < 0 ? [] : content.slice(start, content.findLastIndex((node) => !isBreak(node)) + 1);
}

/** A heading is one line. */
function asOneLine(content: readonly Inline[]): Inline[] {
  return normalizeInline(
    withoutEdgeBreaks(content).map((node): Inline => {
      if (node.type === 'break') return textRun(' ');
      if (node.type !== 'link') return node;
      const inner = node.content.map((leaf) => (leaf.type === 'break' ? textRun(' ') : leaf));
      return { ...node, content: inner };
    }),
  );
}

function list({ kind, items }: NestedList, start = 1): List[] {
  const children = items.flatMap(listItem);
  const ordered = kind === 'number';
  return children.length === 0
    ? []
    : [{ type: 'list', ordered, ...(ordered && { start }), spread: false, children }];
}

function listItem(item: ListItem): MarkdownItem[] {
  const own = paragraphs(splitContents(item.content));
  const nested = item.list ? list(item.list) : [];
  const children: BlockContent[] = [...own, ...nested];
  const isTask = item.checked !== undefined;
  // A task needs a paragraph to stand in.
  if (isTask && own.length === 0 && children.length > 0)
    children.unshift({ type: 'paragraph', children: [] });
  if (children.length === 0) return [];
  return [
    { type: 'listItem', spread: own.length > 1, ...(isTask && { checked: item.checked ?? false }), children },
  ];
}
