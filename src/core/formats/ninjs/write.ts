import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Article } from '#core/article/schema';
import { articleUrn } from '#core/article/urn';
import { fieldText } from '#core/body/fields';
import { find } from '../html/tree';
import { writeFragment } from '../html/write';
import { articleAddress } from '../shared/address';
import { line } from '../shared/wire-metadata';
import { xhtml } from '../shared/xhtml';
import { writeText } from '../text/write';
import type { WriteContext } from '../types';

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
};

type Json = string | number | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The article as a ninjs 3.1 item. Its `uri` is the article's name (`urn:marbre:article:…`) and no address: it has to
 * stay the same when a slug or a site changes. Where the address is known it is a rendition.
 */
export function writeNinjs(article: Article, context: WriteContext): string {
  const { metadata } = article;
  const item: Json = {
    standard,
    uri: articleUrn(article),
    type: 'text',
    representationType: 'full',
    profile: 'text-only',
    pubStatus: 'usable',
    firstCreated: metadata.created,
    versionCreated: metadata.modified,
    // A day is all that is known; the schema wants an hour too.
    contentCreated: metadata.published === null ? undefined : `${metadata.published}T00:00:00Z`,
    embargoedUntil: metadata.embargo?.until,
    language: metadata.language,
    copyrightNotice: metadata.rights || undefined,
    ...fieldsOf(article),
    located: metadata.dateline || undefined,
    slugline: metadata.slug,
    subjects: listOf(
      metadata.tags.map((id) => ({ name: context.tagLabels.get(id) ?? id, rel: 'about', literal: id })),
    ),
    infoSources: listOf(metadata.source === '' ? [] : [{ name: metadata.source }]),
    renditions: listOf(renditions(article, context)),
    bodies: bodiesOf(article),
  };
  return `${JSON.stringify(item, null, 2)}\n`;
}

function fieldsOf({ body, metadata }: Article): { readonly [key: string]: Json | undefined } {
  const [headline, standfirst, byline] = (['headline', 'standfirst', 'byline'] as const).map((type) =>
    line(fieldText(body, type)),
  );
  const headlines = [
    { role: 'main', value: headline ?? '' },
    { role: 'short', value: metadata.shortHeadline },
    { role: 'seo', value: metadata.seoHeadline },
  ].filter(({ value }) => value.trim() !== '');
  return {
    headlines: listOf(headlines),
    descriptions: listOf(
      standfirst ? [{ role: 'summary', contentType: 'text/plain', value: standfirst }] : [],
    ),
    by: byline || undefined,
  };
}

function renditions(article: Article, context: WriteContext): Json[] {
  const href = articleAddress(article, context.publication);
  return href === null ? [] : [{ name: 'web', href, contentType: 'text/html' }];
}

function listOf(items: readonly Json[]): readonly Json[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** The story with its mark-up and without; headline, standfirst and byline have fields of their own. */
function bodiesOf(article: Article): Json[] {
  const [headline, standfirst, byline, ...blocks] = article.body;
  const bare = [headline, standfirst, byline].flatMap((field) => (field ? [{ ...field, content: [] }] : []));
  const text = writeText({ ...article, body: [...bare, ...blocks] as Article['body'] }).trim();
  const xhtml = storyAsXhtml(article);
  return [
    ...(xhtml === '' ? [] : [{ role: 'main', contentType: 'application/xhtml+xml', value: xhtml }]),
    ...(text === '' ? [] : [{ role: 'text', contentType: 'text/plain', value: text }]),
  ];
}

/** Our fragment without its header, as XML reads it. */
function storyAsXhtml(article: Article): string {
  const tree: Root = fromHtml(writeFragment(article), { fragment: true });
  const whole = find(tree, ({ tagName }) => tagName === 'article');
  const isHeader = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'header';
  return xhtml((whole?.children ?? []).filter((child) => !isHeader(child))).trim();
}
