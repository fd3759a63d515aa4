import type { BlockContent, List, ListItem as MarkdownItem, Paragraph, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Article } from '#core/article/schema';
import { story } from '#core/body/fields';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList } from '#core/body/schema';
import { isBlank, splitContents } from '../shared/fold';
import type { WriteContext } from '../types';
import { writeFrontMatter } from './front-matter-write';
import { inlineToMarkdown } from './inline-write';

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
  const root: Root = { type: 'root', children: story(article.body).flatMap(writeBlock) };
  return `${writeFrontMatter(article, context)}\n${compiler.stringify(root)}`;
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
  quote: (block) => {
    const children = paragraphs(splitContents(block.content));
    return children.length === 0 ? [] : [{ type: 'blockquote', children }];
  },
  list: (block) => list(block, block.start ?? 1),
  divider: () => [{ type: 'thematicBreak' }],
};

function writeBlock(block: Block): RootContent[] {
  return (writers[block.type] as (block: Block) => RootContent[])(block);
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
    content.map((node): Inline => {
      if (node.type === 'break') return textRun(' ');
      if (node.type === 'text') return node;
      const inner = node.content.map((leaf) => (leaf.type === 'break' ? textRun(' ') : leaf));
      return { ...node, content: inner };
    }),
  );
}

function list({ ordered, items }: NestedList, start = 1): List[] {
  const children = items.flatMap(listItem);
  return children.length === 0
    ? []
    : [{ type: 'list', ordered, ...(ordered && { start }), spread: false, children }];
}

function listItem(item: ListItem): MarkdownItem[] {
  const own = paragraphs(splitContents(item.content));
  const nested = item.list ? list(item.list) : [];
  const children: BlockContent[] = [...own, ...nested];
  return children.length === 0 ? [] : [{ type: 'listItem', spread: own.length > 1, children }];
}
