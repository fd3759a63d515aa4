import type {
  BlockContent,
  List,
  ListItem as MarkdownItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Article } from '#core/article/schema';
import { story } from '#core/body/fields';
import { safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type {
  Block,
  BlockOf,
  BlockType,
  Inline,
  LineBreak,
  ListItem,
  NestedList,
  TextRun,
} from '#core/body/schema';
import type { WriteContext } from '../types';
import { writeFrontMatter } from './front-matter';

const compiler = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    resourceLink: false,
  })
  .use(remarkGfm, { singleTilde: false });

/** Front matter and story as CommonMark with GFM strikethrough. */
export function writeMarkdown(article: Article, context: WriteContext): string {
  const children = separateLists(story(article.body)).flatMap(writeBlock);
  const root: Root = { type: 'root', children };
  return `${writeFrontMatter(article, context)}\n${compiler.stringify(root)}`;
}

const paragraph = (content: readonly Inline[]): Paragraph => ({
  type: 'paragraph',
  children: inline(content),
});
/** Fields are in the front matter. */
const nothing = (): RootContent[] => [];

const writers: { [T in BlockType]: (block: BlockOf<T>) => RootContent[] } = {
  headline: nothing,
  standfirst: nothing,
  byline: nothing,
  paragraph: (block) => (block.content.length === 0 ? [] : [paragraph(block.content)]),
  heading: (block) => [
    { type: 'heading', depth: block.level, children: inline(withoutBreaks(block.content)) },
  ],
  quote: (block) => [{ type: 'blockquote', children: paragraphsOf(block.content) }],
  list: (block) => [list(block, block.start ?? 1)],
  divider: () => [{ type: 'thematicBreak' }],
};

function writeBlock(block: Block | 'fence'): RootContent[] {
  // An empty comment keeps two lists, or two quotes, from becoming one.
  if (block === 'fence') return [{ type: 'html', value: '<!-- -->' }];
  return (writers[block.type] as (block: Block) => RootContent[])(block);
}

function separateLists(blocks: readonly Block[]): (Block | 'fence')[] {
  return blocks.flatMap((block, index): (Block | 'fence')[] => {
    const before = blocks[index - 1];
    const wouldMerge =
      (block.type === 'list' && before?.type === 'list' && block.ordered === before.ordered) ||
      (block.type === 'quote' && before?.type === 'quote');
    return wouldMerge ? ['fence', block] : [block];
  });
}

/** A heading is one line. */
function withoutBreaks(content: readonly Inline[]): Inline[] {
  return normalizeInline(content.map((node): Inline => (node.type === 'break' ? textRun(' ') : node)));
}

function paragraphsOf(content: readonly Inline[]): Paragraph[] {
  const parts: Inline[][] = [[]];
  for (const [index, node] of content.entries()) {
    const isPair = node.type === 'break' && content[index + 1]?.type === 'break';
    if (isPair) parts.push([]);
    else if (!(node.type === 'break' && content[index - 1]?.type === 'break')) parts.at(-1)?.push(node);
  }
  return parts.filter((part) => part.length > 0).map(paragraph);
}

function list({ ordered, items }: NestedList, start = 1): List {
  return { type: 'list', ordered, ...(ordered && { start }), spread: false, children: items.map(listItem) };
}

function listItem(item: ListItem): MarkdownItem {
  const own = paragraphsOf(item.content);
  const children: BlockContent[] = own.length === 0 ? [{ type: 'paragraph', children: [] }] : own;
  return {
    type: 'listItem',
    spread: own.length > 1,
    children: item.list ? [...children, list(item.list)] : children,
  };
}

/** Marks from the outermost in. Code is a leaf of its own. */
const order: readonly Mark[] = ['underline', 'superscript', 'subscript', 'strikethrough', 'bold', 'italic'];

function inline(content: readonly Inline[]): PhrasingContent[] {
  const plain = normalizeInline(content.map(withoutClaims));
  const result: PhrasingContent[] = [];
  let run: (TextRun | LineBreak)[] = [];
  const flush = (): void => {
    result.push(...wrap(looseEdges(run)));
    run = [];
  };
  for (const node of plain) {
    if (node.type !== 'link') {
      run.push(node);
      continue;
    }
    flush();
    const url = safeUrl(node.url);
    const children = wrap(looseEdges(node.content));
    result.push(...(url === null ? children : [{ type: 'link', url, children: children as never } as const]));
  }
  flush();
  return result;
}

function withoutClaims(node: Inline): Inline {
  if (node.type === 'link')
    return { ...node, content: node.content.map((leaf) => withoutClaims(leaf) as TextRun | LineBreak) };
  return node.type === 'text' ? textRun(node.text, node.marks) : node;
}

/** `** word **` is not bold in Markdown: blanks at the edges of marked runs go outside of the marks. */
function looseEdges(leaves: readonly (TextRun | LineBreak)[]): (TextRun | LineBreak)[] {
  const loose = leaves.flatMap((leaf): Inline[] => {
    if (leaf.type === 'break' || !leaf.marks || leaf.marks.includes('code')) return [leaf];
    const [, lead = '', core = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(leaf.text) ?? [];
    return [textRun(lead), textRun(core, leaf.marks), textRun(tail)];
  });
  return normalizeInline(loose) as (TextRun | LineBreak)[];
}

function wrap(leaves: readonly (TextRun | LineBreak)[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let at = 0; at < leaves.length; ) {
    const mark = outermost(leaves[at]);
    let end = at + 1;
    while (mark && end < leaves.length && has(leaves[end], mark)) end += 1;
    const group = leaves.slice(at, end);
    result.push(...(mark ? wrapMark(mark, group) : group.map(leaf)));
    at = end;
  }
  return result;
}

function outermost(node: TextRun | LineBreak | undefined): Mark | undefined {
  return node?.type === 'text' ? order.find((mark) => node.marks?.includes(mark)) : undefined;
}

function has(node: TextRun | LineBreak | undefined, mark: Mark): boolean {
  return node?.type === 'text' && (node.marks?.includes(mark) ?? false);
}

const tags: Partial<Record<Mark, string>> = { underline: 'u', superscript: 'sup', subscript: 'sub' };
const nodeTypes = { bold: 'strong', italic: 'emphasis', strikethrough: 'delete' } as const;

function wrapMark(mark: Mark, group: readonly (TextRun | LineBreak)[]): PhrasingContent[] {
  const children = wrap(
    group.map((node) =>
      node.type === 'text'
        ? textRun(
            node.text,
            (node.marks ?? []).filter((other) => other !== mark),
          )
        : node,
    ),
  );
  const tag = tags[mark];
  if (tag) return [{ type: 'html', value: `<${tag}>` }, ...children, { type: 'html', value: `</${tag}>` }];
  return [{ type: nodeTypes[mark as keyof typeof nodeTypes], children }];
}

function leaf(node: TextRun | LineBreak): PhrasingContent {
  if (node.type === 'break') return { type: 'break' };
  return node.marks?.includes('code')
    ? { type: 'inlineCode', value: node.text }
    : { type: 'text', value: node.text };
}
