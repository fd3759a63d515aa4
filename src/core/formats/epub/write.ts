import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { fileNames } from '#core/desk/file-names';
import { sha256Hex } from '#core/hash';
import { pictureKind, pictureMediaTypes } from '#core/pictures';
import { pageStyle } from '../html/page-style';
import { articleElement } from '../html/write';
import { toXhtml } from '../html/xhtml';
import { escapeText, tag } from '../shared/xml';
import { writeZip } from '../shared/zip';
import type { ArticleSet, WriteContext } from '../types';

interface Chapter {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly content: string;
}

/**
 * A set of articles as an EPUB 3.3 package: one chapter each, a table of contents, the pictures that are at hand. Its
 * identifier is made from what is in it, its date is that of the newest change: equal sets give equal books.
 */
export function writeBook(set: ArticleSet, context: WriteContext, fallback: string): Uint8Array {
  const chapters = chaptersOf(set.articles, context);
  const title = set.title || chapters[0]?.title || fallback;
  const pictures = picturesIn(chapters, context);
  const files = new Map<string, string | Uint8Array>([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', container],
    ['EPUB/package.opf', packageOf({ ...set, title }, chapters, [...pictures.keys()], context)],
    ['EPUB/contents.xhtml', contentsOf(title, set.language, chapters)],
    ['EPUB/style.css', pageStyle.trimStart()],
    ...chapters.map(({ file, content }) => [`EPUB/${file}`, content] as const),
    ...[...pictures].map(([name, bytes]) => [`EPUB/assets/${name}`, bytes] as const),
  ]);
  const encoder = new TextEncoder();
  const encoded = [...files].map(
    ([path, content]) => [path, typeof content === 'string' ? encoder.encode(content) : content] as const,
  );
  return writeZip(new Map(encoded), 'mimetype');
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

const container = `${declaration}${tag(
  'container',
  { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
  tag(
    'rootfiles',
    {},
    tag('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
  ),
)}\n`;

function chaptersOf(articles: readonly Article[], { pictures }: WriteContext): Chapter[] {
  const nameFile = fileNames(['contents.xhtml']);
  return articles.map((article, index) => {
    const { slug, language } = article.metadata;
    const title = fieldText(article.body, 'headline').replace(/\s+/g, ' ').trim() || slug;
    const body = tag('body', {}, tag('main', {}, toXhtml(articleElement(article, pictures))));
    const content = pageOf(title, language, body);
    return { id: `article-${index + 1}`, file: nameFile(slug || 'article', 'xhtml'), title, content };
  });
}

function pageOf(title: string, language: string, body: string): string {
  const head = tag(
    'head',
    {},
    tag('title', {}, escapeText(title)) +
      tag('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
  );
  const root = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: language,
    'xml:lang': language,
  };
  return `${declaration}<!DOCTYPE html>\n${tag('html', root, head + body)}\n`;
}

const headings = { fr: 'Sommaire', en: 'Contents' } as const;

function contentsOf(title: string, language: ArticleSet['language'], chapters: readonly Chapter[]): string {
  const items = chapters.map(({ file, title: name }) =>
    tag('li', {}, tag('a', { href: file }, escapeText(name))),
  );
  const heading = tag('h1', {}, escapeText(headings[language]));
  const nav = tag('nav', { 'epub:type': 'toc', role: 'doc-toc' }, heading + tag('ol', {}, items.join('')));
  return pageOf(title, language, tag('body', {}, nav));
}

/** Pictures that a chapter names and that are at hand. */
function picturesIn(chapters: readonly Chapter[], { pictures = new Map() }: WriteContext) {
  const isNamed = (name: string) => chapters.some(({ content }) => content.includes(`"assets/${name}"`));
  return new Map([...pictures].filter(([name]) => isNamed(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function packageOf(
  { title, language, articles }: ArticleSet,
  chapters: readonly Chapter[],
  pictures: readonly string[],
  { publication, pictures: bytes }: WriteContext,
): string {
  const modified =
    articles
      .map(({ metadata }) => metadata.modified)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  const people = [...new Set(articles.map(({ body }) => fieldText(body, 'byline').trim()))].filter(Boolean);
  const metadata = [
    tag('dc:identifier', { id: 'id' }, identifierOf(chapters)),
    tag('dc:title', {}, escapeText(title)),
    tag('dc:language', {}, language),
    ...people.map((name) => tag('dc:creator', {}, escapeText(name))),
    ...(publication?.name ? [tag('dc:publisher', {}, escapeText(publication.name))] : []),
    // To the second, as the standard wants it.
    tag('meta', { property: 'dcterms:modified' }, `${modified.slice(0, 19)}Z`),
  ];
  const manifest = [
    tag('item', { id: 'contents', href: 'contents.xhtml', 'media-type': xhtml, properties: 'nav' }),
    tag('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
    ...chapters.map(({ id, file }) => tag('item', { id, href: file, 'media-type': xhtml })),
    ...pictures.map((name, index) => {
      const kind = pictureKind(bytes?.get(name) ?? new Uint8Array());
      const type = kind ? pictureMediaTypes[kind] : 'application/octet-stream';
      return tag('item', { id: `picture-${index + 1}`, href: `assets/${name}`, 'media-type': type });
    }),
  ];
  const spine = chapters.map(({ id }) => tag('itemref', { idref: id })).join('');
  const root = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': language,
  };
  const dc = { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' };
  const parts = [
    tag('metadata', dc, metadata.join('')),
    tag('manifest', {}, manifest.join('')),
    tag('spine', {}, spine),
  ];
  return `${declaration}${tag('package', root, parts.join('\n'))}\n`;
}

const xhtml = 'application/xhtml+xml';

/** A UUID of version 8 (RFC 9562): its bits are those of the content's hash. */
function identifierOf(chapters: readonly Chapter[]): string {
  const hash = sha256Hex(chapters.map(({ content }) => content).join('\n'));
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
