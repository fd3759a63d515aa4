import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Article, Language } from '#core/article/schema';
import { fieldText, story } from '#core/body/fields';
import {
  type Block,
  type BlockOf,
  type BlockType,
  fieldTypes,
  type ListItem,
  type NestedList,
} from '#core/body/schema';
import { wordsOf } from '#core/language/words';
import { isBlank, splitContents } from '../shared/fold';
import type { WriteContext } from '../types';
import { element, inlineToHtml, text } from './inline-write';
import { pageStyle, pageStyleHash } from './page-style';

const newLine = text('\n');

/** How each block type is written; a type that is missing here does not compile. */
const writers: { readonly [T in BlockType]: (block: BlockOf<T>) => Element } = {
  headline: (block) => element('h1', inlineToHtml(block.content)),
  standfirst: (block) => element('p', inlineToHtml(block.content), { className: ['standfirst'] }),
  byline: (block) => element('p', inlineToHtml(block.content), { className: ['byline'] }),
  paragraph: (block) => element('p', inlineToHtml(block.content)),
  heading: (block) => element(`h${block.level}`, inlineToHtml(block.content)),
  quote: (block) => {
    const parts = splitContents(block.content).map((part) => element('p', inlineToHtml(part)));
    return element('blockquote', onLines(parts));
  },
  list: (block) => list(block, block.start),
  divider: () => element('hr', []),
};

function list({ ordered, items }: NestedList, start = 1): Element {
  const children = onLines(items.filter(hasWords).map(listItem));
  return element(ordered ? 'ol' : 'ul', children, ordered && start !== 1 ? { start } : {});
}

function listItem(item: ListItem): Element {
  const nested = item.list?.items.some(hasWords) ? [newLine, list(item.list), newLine] : [];
  return element('li', [...inlineToHtml(item.content), ...nested]);
}

function hasWords(item: ListItem): boolean {
  return !isBlank(item.content) || (item.list?.items.some(hasWords) ?? false);
}

/** What an empty block would leave on the page is an empty line: nobody wrote that. */
function isWritten(block: Block): boolean {
  if ('content' in block) return !isBlank(block.content);
  return block.type === 'divider' || block.items.some(hasWords);
}

function writeBlocks(blocks: readonly Block[]): Element[] {
  return blocks.filter(isWritten).map((block) => (writers[block.type] as (block: Block) => Element)(block));
}

function articleElement({ body, metadata }: Article): Element {
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
  return element('article', onLines([...header, ...writeBlocks(story(body))]), { lang: language });
}

/** “12 mai 2026”, “1er mai 2026”, “12 May 2026”: from our own names of months, so that every machine writes the same. */
function dayInWords(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = wordsOf[language].months[Number(month) - 1] ?? month;
  const ordinal = language === 'fr' && Number(date) === 1 ? '1er' : String(Number(date));
  return `${ordinal} ${name} ${year}`;
}

function onLines(children: readonly Element[]): ElementContent[] {
  return [...children.flatMap((child) => [newLine, child]), newLine];
}

/** Characters are written as themselves: no-break spaces must survive to the byte. */
function serialize(tree: Root): string {
  return toHtml(tree, { characterReferences: { useNamedReferences: false }, upperDoctype: false }).replaceAll(
    /&#xa0;/gi,
    '\u00a0',
  );
}

/** The article alone, to be put into somebody's page. */
export function writeFragment(article: Article): string {
  return `${serialize({ type: 'root', children: [articleElement(article)] })}\n`;
}

/** A page that stands alone: its style inside, nothing fetched, nothing that runs. */
export function writePage(article: Article, context: WriteContext): string {
  const body = element('body', onLines([element('main', onLines([articleElement(article)]))]));
  const page = element('html', onLines([head(article, context), body]), { lang: article.metadata.language });
  const children: Root['children'] = [{ type: 'doctype' }, newLine as Root['children'][number], page];
  return `${serialize({ type: 'root', children })}\n`;
}

function head({ body, metadata }: Article, { tagLabels }: WriteContext): Element {
  const line = (field: (typeof fieldTypes)[number]): string =>
    fieldText(body, field).replace(/\s*\n\s*/g, ' ');
  const named: readonly (readonly [string, string])[] = [
    ['description', line('standfirst')],
    ['author', line('byline')],
    ['keywords', metadata.tags.map((id) => tagLabels.get(id) ?? id).join(', ')],
    ['date', metadata.published ?? ''],
  ];
  const policy = `default-src 'none'; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;
  return element(
    'head',
    onLines([
      element('meta', [], { charSet: 'utf-8' }),
      element('meta', [], { httpEquiv: ['Content-Security-Policy'], content: policy }),
      element('meta', [], { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', [text(line('headline') || metadata.slug)]),
      ...named
        .filter(([, content]) => content !== '')
        .map(([name, content]) => element('meta', [], { name, content })),
      element('style', [text(pageStyle)]),
    ]),
  );
}
