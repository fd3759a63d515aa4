import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Article, Language } from '#core/article/schema';
import { fieldTypes } from '#core/body/blocks';
import { fieldText, story } from '#core/body/fields';
import { safeUrl } from '#core/body/links';
import { numberIn, withNumberedNotes } from '#core/body/notes';
import { copyOf } from '#core/body/review';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList, Row } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { base64 } from '#core/encoding/base64';
import { pictureKind, pictureMediaTypes } from '#core/pictures';
import { correctionSection, dayInWords } from '../shared/corrections';
import { isBlank, splitContents } from '../shared/fold';
import { hasWords, isWritten } from '../shared/written';
import type { WriteContext } from '../types';
import { element, inlineToHtml, text } from './inline-write';
import { pageStyle, pageStyleHash } from './page-style';

const newLine = text('\n');

// Boxes are `role="note"`: as bare asides each would be a landmark, and a page of them is no map.

/** How each block type is written; a type that is missing here does not compile. */
const writers: { readonly [T in BlockType]: (block: BlockOf<T>) => Element } = {
  headline: (block) => element('h1', inlineToHtml(block.content)),
  standfirst: (block) => element('p', inlineToHtml(block.content), { className: ['standfirst'] }),
  byline: (block) => element('p', inlineToHtml(block.content), { className: ['byline'] }),
  paragraph: (block) => element('p', inlineToHtml(block.content)),
  heading: (block) => element(`h${block.level}`, inlineToHtml(block.content)),
  quote: (block) => quotation(block),
  'pull-quote': (block) =>
    element('aside', onLines([quotation(block)]), { className: ['pull-quote'], role: 'note' }),
  list: (block) => list(block, block.start),
  picture: ({ asset, alt, width, content, credit }) => {
    const image = element('img', [], { src: `assets/${asset}`, alt });
    const by = isBlank(credit)
      ? []
      : [text(' '), element('small', inlineToHtml(credit), { className: ['credit'] })];
    const caption =
      isBlank(content) && by.length === 0 ? [] : [element('figcaption', [...inlineToHtml(content), ...by])];
    return element('figure', onLines([image, ...caption]), {
      className: [`width-${Math.round(width / 10) * 10}`],
    });
  },
  table,
  code: ({ language, content }) => {
    const named = /^\S+$/.test(language) ? { className: [`language-${language}`] } : {};
    return element('pre', [element('code', [text(plainText(content))], named)]);
  },
  'fact-box': ({ title, content }) => {
    const head = isBlank(title) ? [] : [element('p', inlineToHtml(title), { className: ['fact-box-title'] })];
    return element('aside', onLines([...head, ...paragraphs(content)]), {
      className: ['fact-box'],
      role: 'note',
    });
  },
  embed: ({ url, content }) => {
    const title = isBlank(content) ? [text(url)] : inlineToHtml(withoutLinks(content));
    const address = safeUrl(url);
    return element('p', address === null ? title : [element('a', title, { href: address })], {
      className: ['embed'],
    });
  },
  footnote: ({ id, content }) =>
    element(
      'p',
      [
        element('a', [text(`${numberIn(id)}.`)], { href: `#call-${id}`, role: 'doc-backlink' }),
        text(' '),
        ...inlineToHtml(content),
      ],
      { id, className: ['footnote'] },
    ),
  divider: () => element('hr', []),
};

function paragraphs(content: readonly Inline[]): Element[] {
  return splitContents(content).map((part) => element('p', inlineToHtml(part)));
}

function quotation({ content, attribution }: BlockOf<'quote' | 'pull-quote'>): Element {
  const by = isBlank(attribution) ? [] : [element('footer', [text('— '), ...inlineToHtml(attribution)])];
  return element('blockquote', onLines([...paragraphs(content), ...by]));
}

/** A link in a link is no HTML. */
function withoutLinks(content: readonly Inline[]): Inline[] {
  return content.flatMap((node): Inline[] => (node.type === 'link' ? node.content : [node]));
}

function table({ header, rows }: BlockOf<'table'>): Element {
  const row = ({ cells }: Row, tagName: 'td' | 'th'): Element => {
    const properties = tagName === 'th' ? { scope: 'col' } : {};
    return element(
      'tr',
      cells.map((cell) => element(tagName, inlineToHtml(cell.content), properties)),
    );
  };
  const [first, ...others] = rows;
  const head = header && first ? [element('thead', onLines([row(first, 'th')]))] : [];
  const below = header ? others : rows;
  const body = below.length > 0 ? [element('tbody', onLines(below.map((one) => row(one, 'td'))))] : [];
  return element('table', onLines([...head, ...body]));
}

function list({ kind, items }: NestedList, start = 1): Element {
  const children = onLines(items.filter(hasWords).map(listItem));
  const properties =
    kind === 'check' ? { className: ['check-list'] } : kind === 'number' && start !== 1 ? { start } : {};
  return element(kind === 'number' ? 'ol' : 'ul', children, properties);
}

function listItem(item: ListItem): Element {
  const nested = item.list?.items.some(hasWords) ? [newLine, list(item.list), newLine] : [];
  const blank = isBlank(item.content) ? '' : ' ';
  const box = item.checked === undefined ? [] : [text((item.checked ? '☑' : '☐') + blank)];
  const parts = splitContents(item.content);
  // Paragraphs of one item stand apart; an item of one line is a line.
  if (parts.length > 1)
    return element('li', [
      newLine,
      ...parts.flatMap((part, index) => [
        element('p', [...(index === 0 ? box : []), ...inlineToHtml(part)]),
        newLine,
      ]),
      ...nested,
    ]);
  return element('li', [...box, ...inlineToHtml(item.content), ...nested]);
}

function writeBlocks(blocks: readonly Block[]): Element[] {
  return blocks.filter(isWritten).map((block) => (writers[block.type] as (block: Block) => Element)(block));
}

/**
 * An article as one element; its pictures are named as they lie in `assets/`. Where it is known which are at hand, the
 * others are left out.
 */
export function articleElement(article: Article, pictures?: WriteContext['pictures']): Element {
  const whole = wholeElement(article);
  if (pictures) dropMissing(whole, pictures);
  return whole;
}

function wholeElement(article: Article): Element {
  const { body, metadata } = article;
  const { published, language } = metadata;
  const time = published
    ? [
        element('time', [text(dayInWords(published, language))], {
          className: ['published'],
          dateTime: published,
        }),
      ]
    : [];
  const fields = [...writeBlocks(body.slice(0, fieldTypes.length)), ...time];
  const header = fields.length > 0 ? [element('header', onLines(fields))] : [];
  const parts = [...header, ...writeBlocks(story(body)), ...corrections(article)];
  withoutLooseEnds(parts, idsIn(parts));
  return element('article', onLines(parts), { lang: language });
}

function idsIn(nodes: readonly ElementContent[]): Set<unknown> {
  return new Set(
    nodes.flatMap((node) => (node.type === 'element' ? [node.properties.id, ...idsIn(node.children)] : [])),
  );
}

/** A footnote that nothing calls is printed with its number, which then leads nowhere. */
function withoutLooseEnds(nodes: readonly ElementContent[], ids: ReadonlySet<unknown>): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { role, href } = node.properties;
    if (role === 'doc-backlink' && !ids.has(String(href).slice(1))) delete node.properties.href;
    withoutLooseEnds(node.children, ids);
  }
}

/** What was put right after publication, under a heading of its own. */
function corrections(article: Article): Element[] {
  const section = correctionSection(article);
  if (!section) return [];
  const children = [
    element('h2', [text(section.heading)]),
    ...section.lines.map((line) => element('p', [text(line)])),
  ];
  return [element('section', onLines(children), { className: ['corrections'] })];
}

/** Each child on a line of its own. */
export function onLines(children: readonly Element[]): ElementContent[] {
  return [...children.flatMap((child) => [newLine, child]), newLine];
}

/** Every `>` that ends no tag, escaped; each `<` of the text is so already. One walk, whatever stands there. */
function withEscapedSigns(html: string): string {
  const parts: string[] = [];
  let from = 0;
  // What ends where we are: a quotation in a tag, a tag (`>`), or nothing.
  let end = '';
  let outer = '';
  for (let at = 0; at < html.length; at += 1) {
    const sign = html[at] ?? '';
    if (end !== '' && sign === end) [end, outer] = [outer, ''];
    else if (end === '>' && (sign === '"' || sign === "'")) [end, outer] = [sign, '>'];
    else if (end === '' && sign === '<') end = '>';
    else if (end === '' && sign === '>') {
      parts.push(html.slice(from, at), '&gt;');
      from = at + 1;
    }
  }
  return [...parts, html.slice(from)].join('');
}

/** Characters are written as themselves: no-break spaces must survive to the byte. */
export function serialize(tree: Root): string {
  const html = toHtml(tree, {
    characterReferences: { useNamedReferences: false },
    upperDoctype: true,
  }).replaceAll(/&#xa0;/gi, '\u00a0');
  // A bare `>` is allowed, and trips programs that read tags by pattern.
  return withEscapedSigns(html);
}

/** One block of the story, for a format that lets HTML stand. */
export function blockToHtml(block: Block): string {
  return serialize({ type: 'root', children: writeBlocks([block]) });
}

/** The article alone, to be put into somebody's page. */
export function writeFragment(article: Article): string {
  return `${serialize({ type: 'root', children: [articleElement(article)] })}\n`;
}

/** Blocks without an article around them, for a clipboard. One paragraph is a line: it goes into one. */
export function writeBlocksAsHtml(blocks: readonly Block[]): string {
  const printed = withNumberedNotes(copyOf(blocks)).map((block): Block => {
    const isLine = block.type === 'headline' || block.type === 'standfirst' || block.type === 'byline';
    return isLine ? { id: block.id, type: 'paragraph', content: block.content } : block;
  });
  const [first, ...others] = printed;
  const children =
    first?.type === 'paragraph' && others.length === 0 ? inlineToHtml(first.content) : writeBlocks(printed);
  return serialize({ type: 'root', children: children as Root['children'] });
}

/** A page that stands alone: its style inside, nothing fetched, nothing that runs. */
export function writePage(article: Article, context: WriteContext): string {
  const story = articleElement(article, context.pictures);
  embedPictures(story, context.pictures);
  return pageOf(article.metadata.language, head(article, context), [story]);
}

/** A whole page around what stands in its middle. */
export function pageOf(language: Language, head: Element, main: readonly Element[]): string {
  const body = element('body', onLines([element('main', onLines(main))]));
  const page = element('html', onLines([head, body]), { lang: language });
  const children: Root['children'] = [{ type: 'doctype' }, newLine as Root['children'][number], page];
  return `${serialize({ type: 'root', children })}\n`;
}

const assetOf = ({ tagName, properties }: Element): string | null =>
  tagName === 'img' ? String(properties.src).replace(/^assets\//, '') : null;

/** Nothing shows what is not there: of a picture that is gone the caption stays, as text. */
function dropMissing(node: Element, pictures: ReadonlyMap<string, Uint8Array>): void {
  const isMissing = (child: ElementContent): boolean => {
    const asset = child.type === 'element' ? assetOf(child) : null;
    return asset !== null && !pictures.has(asset);
  };
  const isEmptied = (child: ElementContent): boolean =>
    child.type === 'element' &&
    child.tagName === 'figure' &&
    child.children.every((one) => one.type !== 'element' || isMissing(one));
  node.children = node.children.filter((child) => !isEmptied(child) && !isMissing(child));
  for (const child of node.children) if (child.type === 'element') dropMissing(child, pictures);
}

/** Puts the pictures themselves into the page, as far as they are at hand: one file then holds everything. */
function embedPictures(node: Element, pictures: WriteContext['pictures']): void {
  for (const child of node.children) if (child.type === 'element') embedPictures(child, pictures);
  const bytes = pictures?.get(assetOf(node) ?? '');
  const kind = bytes && pictureKind(bytes);
  if (bytes && kind) node.properties.src = `data:${pictureMediaTypes[kind]};base64,${base64(bytes)}`;
}

/** The head of an article's page. */
export function head({ body, metadata }: Article, { tagLabels }: WriteContext): Element {
  const line = (field: (typeof fieldTypes)[number]): string =>
    fieldText(body, field).replace(/(?<!\s)\s*\n\s*/g, ' ');
  const named: readonly (readonly [string, string])[] = [
    ['description', line('standfirst')],
    ['author', line('byline')],
    ['keywords', metadata.tags.map((id) => tagLabels.get(id) ?? id).join(', ')],
    ['date', metadata.published ?? ''],
    ['dcterms.rights', metadata.rights],
  ];
  return headOf(metadata.seoHeadline.trim() || line('headline') || metadata.slug, named);
}

/** The head of a page of ours: what it is called, what is known of it, its style, and leave to do nothing else. */
export function headOf(title: string, named: readonly (readonly [string, string])[] = []): Element {
  const policy = `default-src 'none'; img-src 'self' data: file:; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;
  return element(
    'head',
    onLines([
      element('meta', [], { charSet: 'utf-8' }),
      element('meta', [], { httpEquiv: ['Content-Security-Policy'], content: policy }),
      element('meta', [], { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', [text(title)]),
      ...named
        .filter(([, content]) => content !== '')
        .map(([name, content]) => element('meta', [], { name, content })),
      element('style', [text(pageStyle)]),
    ]),
  );
}
