import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Article } from '#core/article/schema';
import { fieldText, story } from '#core/body/fields';
import { safeUrl } from '#core/body/links';
import { type Mark, marks } from '#core/body/marks';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList } from '#core/body/schema';
import { pageStyle } from './page-style';

function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

const text = (value: string): ElementContent => ({ type: 'text', value });
const newLine = text('\n');

/** How each block type is written; a type that is missing here does not compile. */
const writers: { [T in BlockType]: (block: BlockOf<T>) => Element } = {
  headline: (block) => element('h1', inline(block.content)),
  standfirst: (block) => element('p', inline(block.content), { className: ['standfirst'] }),
  byline: (block) => element('p', inline(block.content), { className: ['byline'] }),
  paragraph: (block) => element('p', inline(block.content)),
  heading: (block) => element(`h${block.level}`, inline(block.content)),
  quote: (block) => element('blockquote', quoteParagraphs(block.content)),
  list: (block) => list(block, block.start),
  divider: () => element('hr', []),
};

const tagOf: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

function inline(content: readonly Inline[]): ElementContent[] {
  return content.map((node) => {
    if (node.type === 'break') return element('br', []);
    if (node.type === 'text') return marked(node.text, node.marks);
    const url = safeUrl(node.url);
    const children = inline(node.content);
    return url === null ? element('span', children) : element('a', children, { href: url });
  });
}

function marked(value: string, of: readonly Mark[] = []): ElementContent {
  return marks
    .filter((mark) => of.includes(mark))
    .reduceRight<ElementContent>((inner, mark) => element(tagOf[mark], [inner]), text(value));
}

/** Two breaks in a row part the paragraphs of a quote. */
function quoteParagraphs(content: readonly Inline[]): ElementContent[] {
  const parts: Inline[][] = [[]];
  for (const [index, node] of content.entries()) {
    const next = content[index + 1];
    if (node.type === 'break' && next?.type === 'break') parts.push([]);
    else if (!(node.type === 'break' && content[index - 1]?.type === 'break')) parts.at(-1)?.push(node);
  }
  return parts.flatMap((part) => [newLine, element('p', inline(part))]).concat(newLine);
}

function list({ ordered, items }: NestedList, start = 1): Element {
  const children = items.flatMap((item) => [newLine, listItem(item)]).concat(newLine);
  return element(ordered ? 'ol' : 'ul', children, ordered && start !== 1 ? { start } : {});
}

function listItem(item: ListItem): Element {
  const nested = item.list ? [newLine, list(item.list), newLine] : [];
  return element('li', [...inline(item.content), ...nested]);
}

function writeBlock(block: Block): Element {
  return (writers[block.type] as (block: Block) => Element)(block);
}

function isWritten(block: Block): boolean {
  return !('content' in block) || block.content.length > 0 || block.type === 'paragraph';
}

function articleElement(article: Article): Element {
  const fields = article.body.slice(0, article.body.length - story(article.body).length).filter(isWritten);
  const { published } = article.metadata;
  const time = published ? [newLine, element('time', [text(published)], { dateTime: published })] : [];
  const header = element('header', [
    ...fields.flatMap((block) => [newLine, writeBlock(block)]),
    ...time,
    newLine,
  ]);
  const blocks = story(article.body).filter(isWritten);
  return element(
    'article',
    [newLine, header, ...blocks.flatMap((block) => [newLine, writeBlock(block)]), newLine],
    { lang: article.metadata.language },
  );
}

/** Characters are written as themselves: no-break spaces must survive to the byte. */
function serialize(tree: Root): string {
  return toHtml(tree, { characterReferences: { useNamedReferences: false }, upperDoctype: false })
    .replaceAll('&#xA0;', '\u00a0')
    .replaceAll('&#xa0;', '\u00a0');
}

/** The article alone, to be put into somebody's page. */
export function writeFragment(article: Article): string {
  return `${serialize({ type: 'root', children: [articleElement(article)] })}\n`;
}

/** A page that stands alone: its style inside, nothing fetched, nothing that runs. */
export function writePage(article: Article): string {
  const title = fieldText(article.body, 'headline');
  const head = element('head', [
    newLine,
    element('meta', [], { charSet: 'utf-8' }),
    newLine,
    element('meta', [], { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    newLine,
    element('meta', [], {
      httpEquiv: ['Content-Security-Policy'],
      content: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    }),
    newLine,
    element('title', [text(title)]),
    newLine,
    element('style', [text(pageStyle)]),
    newLine,
  ]);
  const body = element('body', [
    newLine,
    element('main', [newLine, articleElement(article), newLine]),
    newLine,
  ]);
  const page = element('html', [newLine, head, newLine, body, newLine], { lang: article.metadata.language });
  return `${serialize({ type: 'root', children: [{ type: 'doctype' }, newLine as never, page] })}\n`;
}
