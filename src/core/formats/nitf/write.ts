import type { Article } from '#core/article/schema';
import { articleUrn } from '#core/article/urn';
import { fieldText, story } from '#core/body/fields';
import { safeUrl } from '#core/body/links';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList, Row } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { pictureMediaTypes } from '#core/pictures';
import { correctionSection } from '../shared/corrections';
import { isBlank, splitContents } from '../shared/fold';
import { line } from '../shared/wire-metadata';
import { hasWords, isWritten } from '../shared/written';
import { escapeText, tag } from '../shared/xml';
import type { WriteContext } from '../types';
import { enrichedText } from './inline-write';
import { nitfNamespace } from './read';

const version = '-//IPTC//DTD NITF 3.6//EN';

/** How each block of a story is written; a type that is missing here does not compile. Classes are those of our HTML. */
const writers: { readonly [T in BlockType]: (block: BlockOf<T>) => string } = {
  headline: (block) => paragraph(block.content),
  standfirst: (block) => paragraph(block.content),
  byline: (block) => paragraph(block.content),
  paragraph: (block) => paragraph(block.content),
  heading: ({ level, content }) =>
    tag('hl2', { class: level === 2 ? undefined : `level-${level}` }, enrichedText(content)),
  quote: (block) => quotation(block),
  'pull-quote': (block) => quotation(block, 'pull-quote'),
  list: (block) => list(block, block.start),
  picture,
  table,
  code: ({ language, content }) => {
    const named = /^[\w+#.-]+$/.test(language) ? `language-${language}` : undefined;
    return tag('pre', { class: named }, escapeText(plainText(content)));
  },
  'fact-box': ({ title, content }) => {
    const head = isBlank(title) ? '' : tag('p', { class: 'fact-box-title' }, enrichedText(title));
    return tag('block', { class: 'fact-box' }, head + paragraphs(content));
  },
  embed: ({ url, content }) => {
    const address = safeUrl(url);
    const title = isBlank(content) ? escapeText(url) : enrichedText(withoutLinks(content));
    return tag('p', { class: 'embed' }, address === null ? title : tag('a', { href: address }, title));
  },
  footnote: ({ id, content }) => tag('fn', { id }, tag('body.content', {}, paragraph(content))),
  divider: () => tag('hr'),
};

function paragraph(content: readonly Inline[]): string {
  return tag('p', {}, enrichedText(content));
}

function paragraphs(content: readonly Inline[]): string {
  return splitContents(content).map(paragraph).join('');
}

function withoutLinks(content: readonly Inline[]): Inline[] {
  return content.flatMap((node): Inline[] => (node.type === 'link' ? node.content : [node]));
}

function quotation({ content, attribution }: BlockOf<'quote' | 'pull-quote'>, className?: string): string {
  const credit = isBlank(attribution) ? '' : tag('credit', {}, enrichedText(attribution));
  return tag('bq', { class: className }, tag('block', {}, paragraphs(content)) + credit);
}

function list({ kind, items }: NestedList, start = 1): string {
  const inner = items.filter(hasWords).map(listItem).join('');
  if (kind === 'number') return tag('ol', { seqnum: start === 1 ? undefined : start }, inner);
  return tag('ul', { class: kind === 'check' ? 'check-list' : undefined }, inner);
}

function listItem(item: ListItem): string {
  const box = item.checked === undefined ? '' : item.checked ? '☑ ' : '☐ ';
  const nested = item.list?.items.some(hasWords) ? list(item.list) : '';
  return tag('li', {}, box + enrichedText(item.content) + nested);
}

/** The file itself is not part of the document: it is named as it is called in the article's folder. */
function picture({ asset, alt, width, content, credit }: BlockOf<'picture'>): string {
  const ending = asset.slice(asset.lastIndexOf('.') + 1) as keyof typeof pictureMediaTypes;
  const reference = tag('media-reference', {
    source: `assets/${asset}`,
    name: asset,
    'mime-type': pictureMediaTypes[ending],
    'alternate-text': alt === '' ? undefined : alt,
  });
  const caption = isBlank(content) ? '' : tag('media-caption', {}, enrichedText(content));
  const producer = isBlank(credit) ? '' : tag('media-producer', {}, enrichedText(credit));
  const size = `width-${Math.round(width / 10) * 10}`;
  return tag('media', { 'media-type': 'image', class: size }, reference + caption + producer);
}

function table({ header, rows }: BlockOf<'table'>): string {
  const row = ({ cells }: Row, name: 'td' | 'th'): string =>
    tag('tr', {}, cells.map((cell) => tag(name, {}, enrichedText(cell.content))).join(''));
  const [first, ...others] = rows;
  const head = header && first ? tag('thead', {}, row(first, 'th')) : '';
  const below = (header ? others : rows).map((one) => row(one, 'td')).join('');
  // A table needs a body; one that has nothing but a head has an empty row there.
  const body = below === '' ? tag('tr', {}, (first?.cells ?? []).map(() => tag('td')).join('')) : below;
  return tag('table', {}, head + tag('tbody', {}, body));
}

/** The article as a NITF 3.6 document. Its structure is that of IPTC's schema, to which a test holds it. */
export function writeNitf(article: Article, context: WriteContext): string {
  const { body, metadata } = article;
  const content = story(body).filter(isWritten).map(block);
  const document = tag(
    'nitf',
    { xmlns: nitfNamespace, version, baselang: metadata.language },
    onLines([
      head(article, context),
      tag(
        'body',
        {},
        onLines([bodyHead(article), tag('body.content', {}, onLines([...content, ...corrections(article)]))]),
      ),
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
}

function block(one: Block): string {
  return (writers[one.type] as (block: Block) => string)(one);
}

/** What was put right after publication, under a heading of its own. */
function corrections(article: Article): string[] {
  const section = correctionSection(article);
  if (!section) return [];
  const lines = section.lines.map((text) => tag('p', {}, escapeText(text)));
  return [
    tag('block', { class: 'corrections' }, tag('hl2', {}, escapeText(section.heading)) + lines.join('')),
  ];
}

function onLines(children: readonly string[]): string {
  return `\n${children
    .filter((child) => child !== '')
    .map((child) => `${child}\n`)
    .join('')}`;
}

function head(article: Article, context: WriteContext): string {
  const { body, metadata } = article;
  const { embargo, seoHeadline, shortHeadline, published, section, slug } = metadata;
  const title = seoHeadline.trim() || line(fieldText(body, 'headline')) || slug;
  const metas = [
    ['seo-headline', seoHeadline.trim()],
    ['short-headline', shortHeadline.trim()],
    ['embargo-zone', embargo?.zone ?? ''],
  ].filter(([, content]) => content !== '');
  const isPublicationKnown = section !== '' || published !== null || context.publication?.name;
  const pubdata = tag('pubdata', {
    'date.publication': published === null ? undefined : basic(published),
    name: context.publication?.name || undefined,
    'position.section': section || undefined,
  });
  return tag(
    'head',
    {},
    onLines([
      tag('title', {}, escapeText(title)),
      ...metas.map(([name, content]) => tag('meta', { name, content })),
      docdata(article, context),
      ...(isPublicationKnown ? [pubdata] : []),
    ]),
  );
}

function docdata(article: Article, { tagLabels }: WriteContext): string {
  const { embargo, published, rights, tags } = article.metadata;
  const classifiers = tags.map((id) =>
    tag('classifier', { type: 'topic', value: id }, escapeText(tagLabels.get(id) ?? id)),
  );
  return tag(
    'docdata',
    { 'management-status': embargo ? 'embargoed' : 'usable' },
    onLines([
      tag('doc-id', { 'id-string': articleUrn(article) }),
      ...(published === null ? [] : [tag('date.issue', { norm: basic(published) })]),
      ...(embargo ? [tag('date.release', { norm: basic(embargo.until) })] : []),
      ...(rights === '' ? [] : [tag('doc.copyright', { holder: rights })]),
      ...(classifiers.length > 0 ? [tag('identified-content', {}, onLines(classifiers))] : []),
    ]),
  );
}

/** Dates as NITF has them: `20260512`, `20260512T093000Z`. */
function basic(date: string): string {
  return date.replace(/\.\d+(?=Z$)/, '').replace(/[-:]/g, '');
}

function bodyHead({ body, metadata }: Article): string {
  const [headline, standfirst] = body;
  const { rights, source, dateline } = metadata;
  const byline = line(fieldText(body, 'byline'));
  const enriched = (field: Block | undefined): string =>
    field && 'content' in field && !isBlank(field.content) ? enrichedText(field.content) : '';
  const hl1 = enriched(headline);
  const abstract = enriched(standfirst);
  return tag(
    'body.head',
    {},
    onLines([
      hl1 && tag('hedline', {}, tag('hl1', {}, hl1)),
      rights && tag('rights', {}, escapeText(rights)),
      byline && tag('byline', {}, escapeText(byline)),
      source && tag('distributor', {}, escapeText(source)),
      dateline && tag('dateline', {}, tag('location', {}, escapeText(dateline))),
      abstract && tag('abstract', {}, tag('p', {}, abstract)),
    ]),
  );
}
