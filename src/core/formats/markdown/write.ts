import type {
  BlockContent,
  Blockquote,
  List,
  ListItem as MarkdownItem,
  Nodes,
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
import type { FieldType } from '#core/body/blocks';
import { story } from '#core/body/fields';
import { safeUrl } from '#core/body/links';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { blockToHtml } from '../html/write';
import { correctionSection, dayInWords } from '../shared/corrections';
import { isBlank, splitContents } from '../shared/fold';
import { hasWords, isWritten } from '../shared/written';
import type { WriteContext } from '../types';
import { inlineToMarkdown, label } from './inline-write';
import { captionOf, oneLine } from './picture-write';
import { type Profile, profiles } from './profile';

const settings = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  // Dashes would close front matter in what somebody cuts out of the file.
  rule: '*',
  resourceLink: false,
} as const;

type Compiler = (root: Root) => string;
const compilers = new Map<Profile, Compiler>();

function compilerOf(profile: Profile): Compiler {
  const known = compilers.get(profile);
  if (known) return known;
  const plain = unified().use(remarkStringify, { ...settings, unsafe: [...profile.unsafe] });
  const processor = (profile.isGfm ? plain.use(remarkGfm, { singleTilde: false }) : plain).freeze();
  const compile: Compiler = (root) => processor.stringify(root as never) as string;
  compilers.set(profile, compile);
  return compile;
}

/** Front matter and story in the spelling of a profile; CommonMark with GFM's signs when none is named. */
export function writeMarkdown(
  article: Article,
  context: WriteContext,
  profile: Profile = profiles.markdown,
): string {
  const children = [
    ...(profile.hasFields ? fields(article, profile) : []),
    ...story(article.body).flatMap((block) => writeBlock(block, profile)),
    ...corrections(article),
  ];
  const root: Root = {
    type: 'root',
    children: profile.hasShortcodes ? withoutShortcodes(children) : children,
  };
  return profile.frontMatter(article, context) + compilerOf(profile)(root);
}

/** The head of a document that has no front matter. */
function fields({ body, metadata }: Article, profile: Profile): RootContent[] {
  const line = (type: FieldType): PhrasingContent[] =>
    inlineToMarkdown(asOneLine(body.flatMap((block) => (block.type === type ? block.content : []))), profile);
  const [title, standfirst, byline] = [line('headline'), line('standfirst'), line('byline')];
  const day = metadata.published ? dayInWords(metadata.published, metadata.language) : '';
  const paragraph = (children: PhrasingContent[]): RootContent[] =>
    children.length > 0 ? [{ type: 'paragraph', children }] : [];
  return [
    ...(title.length > 0 ? [{ type: 'heading', depth: 1, children: title } as const] : []),
    ...paragraph(standfirst.length > 0 ? [{ type: 'strong', children: standfirst }] : []),
    ...paragraph(byline),
    ...paragraph(day === '' ? [] : [{ type: 'text', value: day }]),
  ];
}

/** Code that shows a shortcode must not run it; Hugo's own way to say so. */
function withoutShortcodes<T extends Nodes>(nodes: readonly T[]): T[] {
  return nodes.map((node): T => {
    if (node.type === 'code' || node.type === 'inlineCode')
      return {
        ...node,
        value: node.value.replace(/\{\{([<%])([\s\S]{0,1000}?)([>%])\}\}/g, '{{$1/*$2*/$3}}'),
      };
    return 'children' in node ? { ...node, children: withoutShortcodes(node.children as Nodes[]) } : node;
  });
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

/** Fields are in the front matter, or stand at the head. */
const nothing = (): RootContent[] => [];

type Writer<T extends BlockType> = (block: BlockOf<T>, profile: Profile) => RootContent[];

/** How each block type is written; a type that is missing here does not compile. */
const writers: { readonly [T in BlockType]: Writer<T> } = {
  headline: nothing,
  standfirst: nothing,
  byline: nothing,
  paragraph: ({ content }, profile) => paragraphs([content], profile),
  heading: (block, profile) => {
    const content = asOneLine(block.content);
    return isBlank(content)
      ? []
      : [{ type: 'heading', depth: block.level, children: inlineToMarkdown(content, profile) }];
  },
  quote: (block, profile) => quotation(spokenLines(block, profile)),
  'pull-quote': (block, profile) =>
    profile.hasCallouts
      ? callout('quote', [], spokenLines(block, profile))
      : quotation(spokenLines(block, profile)),
  list: (block, profile) => list(block, profile, block.start ?? 1),
  picture,
  table: (block, profile) => (profile.isGfm ? gfmTable(block, profile) : htmlTable(block)),
  code: ({ language, content }) => [
    { type: 'code', ...(language !== '' && { lang: language }), value: plainText(content) },
  ],
  'fact-box': ({ title, content }, profile) => {
    const head = inlineToMarkdown(asOneLine(title), profile);
    const lines = paragraphs(splitContents(content), profile);
    if (profile.hasCallouts) return callout('info', head, lines);
    const named: Paragraph[] =
      head.length > 0 ? [{ type: 'paragraph', children: [{ type: 'strong', children: head }] }] : [];
    return quotation([...named, ...lines]);
  },
  embed: ({ url, content }, profile) => {
    const address = safeUrl(url);
    const title = plainText(asOneLine(content)) || url;
    if (address === null) return paragraphs([[textRun(title)]], profile);
    return [
      {
        type: 'paragraph',
        children: [{ type: 'link', url: address, children: [{ type: 'text', value: title }] }],
      },
    ];
  },
  footnote: ({ id, content }, profile) => {
    const children = paragraphs(splitContents(content), profile);
    const name = label(id);
    if (profile.isGfm) return [{ type: 'footnoteDefinition', identifier: name, label: name, children }];
    const [first, ...others] = children;
    const number: PhrasingContent[] = [{ type: 'html', value: `<sup>${name}</sup> ` }];
    return [{ type: 'paragraph', children: [...number, ...(first?.children ?? [])] }, ...others];
  },
  divider: () => [{ type: 'thematicBreak' }],
};

function spokenLines(
  { content, attribution }: BlockOf<'quote' | 'pull-quote'>,
  profile: Profile,
): Paragraph[] {
  return [...paragraphs(splitContents(content), profile), ...attributionLine(attribution, profile)];
}

function picture(block: BlockOf<'picture'>, profile: Profile): RootContent[] {
  const written = profile.picture(block);
  const caption = captionOf(block);
  if (written === null) {
    const title = caption === '' ? null : caption;
    const image = { type: 'image', url: `assets/${block.asset}`, alt: oneLine(block.alt), title } as const;
    return [{ type: 'paragraph', children: [image] }];
  }
  // A shortcode says everything itself.
  if (profile.hasShortcodes) return [{ type: 'html', value: written.source }];
  const below: PhrasingContent[] =
    caption === ''
      ? []
      : [{ type: 'break' }, { type: 'emphasis', children: [{ type: 'text', value: caption }] }];
  return [{ type: 'paragraph', children: [{ type: 'html', value: written.source }, ...below] }];
}

function gfmTable({ header, rows }: BlockOf<'table'>, profile: Profile): RootContent[] {
  const written = rows.map(({ cells }) =>
    tableRow(
      cells.map((cell) => cell.content),
      profile,
    ),
  );
  // GFM knows no table without a header: an empty one stands for none.
  const head = header ? [] : [tableRow(rows[0]?.cells.map(() => []) ?? [], profile)];
  return [{ type: 'table', children: [...head, ...written] }];
}

/** CommonMark knows no tables, and lets HTML stand. Calls of notes are numbers, for there is nowhere to lead. */
function htmlTable(block: BlockOf<'table'>): RootContent[] {
  const rows = block.rows.map(({ cells }) => ({
    cells: cells.map((cell) => ({ ...cell, content: cell.content.map(asNumber) })),
  }));
  return [{ type: 'html', value: blockToHtml({ ...block, rows }) }];
}

function asNumber(node: Inline): Inline {
  return node.type === 'note-reference' ? textRun(label(node.note), ['superscript']) : node;
}

function quotation(children: Paragraph[]): Blockquote[] {
  return children.length === 0 ? [] : [{ type: 'blockquote', children }];
}

/** The last line of a quotation says who it is by. */
function attributionLine(content: readonly Inline[], profile: Profile): Paragraph[] {
  const [first, ...others] = paragraphs([asOneLine(content)], profile);
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

function tableRow(contents: readonly (readonly Inline[])[], profile: Profile): TableRow {
  return {
    type: 'tableRow',
    children: contents.map((content) => ({
      type: 'tableCell',
      children: inCell(inlineToMarkdown(withoutEdgeBreaks(content), profile), profile),
    })),
  };
}

/** A row is one line: a break in a cell is written as HTML, wherever it stands. */
function inCell(nodes: readonly PhrasingContent[], profile: Profile): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'break')
      return profile.hasHtml ? { type: 'html', value: '<br>' } : { type: 'text', value: ' ' };
    return 'children' in node
      ? ({ ...node, children: inCell(node.children, profile) } as PhrasingContent)
      : node;
  });
}

function writeBlock(block: Block, profile: Profile): RootContent[] {
  return isWritten(block) ? (writers[block.type] as Writer<BlockType>)(block as never, profile) : [];
}

function paragraphs(contents: readonly (readonly Inline[])[], profile: Profile): Paragraph[] {
  return contents.flatMap((content) => {
    const inner = withoutEdgeBreaks(content);
    return isBlank(inner) ? [] : [{ type: 'paragraph', children: inlineToMarkdown(inner, profile) }];
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

function list({ kind, items }: NestedList, profile: Profile, start = 1): List[] {
  const children = items.flatMap((item) => listItem(item, profile));
  const ordered = kind === 'number';
  return children.length === 0
    ? []
    : [{ type: 'list', ordered, ...(ordered && { start }), spread: false, children }];
}

function listItem(item: ListItem, profile: Profile): MarkdownItem[] {
  const isTask = item.checked !== undefined;
  const box = isTask && !profile.isGfm ? [textRun(item.checked ? '☑ ' : '☐ ')] : [];
  const own = paragraphs(splitContents([...box, ...item.content]), profile);
  const nested = item.list ? list(item.list, profile) : [];
  const children: BlockContent[] = [...own, ...nested];
  // A task needs a paragraph to stand in.
  if (isTask && own.length === 0 && children.length > 0)
    children.unshift({ type: 'paragraph', children: [] });
  if (children.length === 0 || !hasWords(item)) return [];
  const checked = isTask && profile.isGfm ? { checked: item.checked ?? false } : {};
  return [{ type: 'listItem', spread: own.length > 1, ...checked, children }];
}
