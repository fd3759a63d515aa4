import type { Element } from 'hast';
import type { Article } from '#core/article/schema';
import { slugify } from '#core/article/slug';
import { fieldText } from '#core/body/fields';
import { fileNames } from '#core/desk/file-names';
import { failure, type Result, success } from '#core/failure';
import { createTranslate } from '#core/messages/index';
import { element, text } from '../html/inline-write';
import { articleElement, head, headOf, onLines, pageOf } from '../html/write';
import { dayInWords } from '../shared/corrections';
import type { ArticleSet, WriteContext, WrittenFile } from '../types';
import { writeFeed } from './feed';

/** One article and the name of its page. */
export interface Page {
  readonly article: Article;
  readonly file: string;
  readonly title: string;
  readonly summary: string;
}

/**
 * `index.html` with the newest first, one page for each article and for each tag, `feed.xml`, and the pictures in
 * `assets/`. All links are relative. Code: `format.nothing-to-write`.
 */
export function writeSite(set: ArticleSet, context: WriteContext): Result<readonly WrittenFile[]> {
  if (set.articles.length === 0) return failure('format.nothing-to-write', { format: 'site' });
  const nameFile = fileNames(['index.html', 'feed.xml']);
  const pages = [...set.articles].map((article) => pageFor(article, nameFile)).sort(newestFirst);
  const tags = tagPages(pages, context, nameFile);
  const title = set.title || context.publication?.name || pages[0]?.title || '';
  const t = createTranslate(set.language);
  const home = element('p', [element('a', [text(title)], { href: 'index.html' })], { className: ['byline'] });
  const files = new Map<string, string>([
    ['index.html', listPage(title, set, pages, tagList(t('app.site.tags'), [...tags.values()]))],
    ...pages.map(({ file, article }) => [file, articlePage(article, home, tags, context)] as const),
    ...[...tags.values()].map(
      ({ file, label, pages: tagged }) => [file, listPage(label, set, tagged, [home])] as const,
    ),
    ['feed.xml', writeFeed({ ...set, title }, pages, context)],
  ]);
  const encoder = new TextEncoder();
  const written = [...files].map(([path, content]) => ({ path, bytes: encoder.encode(content) }));
  return success([...written, ...picturesOf(files, context)]);
}

function pageFor(article: Article, nameFile: ReturnType<typeof fileNames>): Page {
  const { slug } = article.metadata;
  const line = (field: 'headline' | 'standfirst') =>
    fieldText(article.body, field).replace(/\s+/g, ' ').trim();
  return {
    article,
    file: nameFile(slug || 'article', 'html'),
    title: line('headline') || slug,
    summary: line('standfirst'),
  };
}

/** What has no date stands behind what has one, in the order of the set. */
function newestFirst(a: Page, b: Page): number {
  const [first, second] = [a.article.metadata.published ?? '', b.article.metadata.published ?? ''];
  return first < second ? 1 : first > second ? -1 : 0;
}

interface TagPage {
  readonly label: string;
  readonly file: string;
  readonly pages: Page[];
}

function tagPages(
  pages: readonly Page[],
  { tagLabels }: WriteContext,
  nameFile: ReturnType<typeof fileNames>,
): Map<string, TagPage> {
  const tags = new Map<string, TagPage>();
  for (const page of pages)
    for (const id of page.article.metadata.tags) {
      const label = tagLabels.get(id) ?? id;
      const tag = tags.get(id) ?? {
        label,
        file: nameFile(`tag-${slugify(label, 'tag')}`, 'html'),
        pages: [],
      };
      tag.pages.push(page);
      tags.set(id, tag);
    }
  return new Map([...tags].sort(([, a], [, b]) => (a.label < b.label ? -1 : 1)));
}

function tagList(heading: string, tags: readonly TagPage[]): Element[] {
  if (tags.length === 0) return [];
  const links = tags.map(({ label, file }) => element('li', [element('a', [text(label)], { href: file })]));
  return [element('nav', onLines([element('h2', [text(heading)]), element('ul', onLines(links))]))];
}

function listPage(
  title: string,
  set: ArticleSet,
  pages: readonly Page[],
  around: readonly Element[],
): string {
  const items = pages.map(({ article, file, title: name, summary }) => {
    const { published } = article.metadata;
    const day = published
      ? [
          element('time', [text(dayInWords(published, set.language))], {
            dateTime: published,
            className: ['published'],
          }),
        ]
      : [];
    const words = summary === '' ? [] : [element('p', [text(summary)])];
    return element('li', onLines([element('a', [text(name)], { href: file }), ...day, ...words]));
  });
  const main = [element('h1', [text(title)]), element('ul', onLines(items))];
  return pageOf(set.language, headOf(title), [...main, ...around]);
}

function articlePage(
  article: Article,
  home: Element,
  tags: ReadonlyMap<string, TagPage>,
  context: WriteContext,
): string {
  const { language } = article.metadata;
  const own = article.metadata.tags.flatMap((id) => tags.get(id) ?? []);
  const around = tagList(createTranslate(language)('app.site.tags'), own);
  return pageOf(language, head(article, context), [
    home,
    articleElement(article, context.pictures),
    ...around,
  ]);
}

function picturesOf(
  files: ReadonlyMap<string, string>,
  { pictures = new Map() }: WriteContext,
): WrittenFile[] {
  const pages = [...files.values()].join('\n');
  return [...pictures]
    .filter(([name]) => pages.includes(`"assets/${name}"`))
    .map(([name, bytes]) => ({ path: `assets/${name}`, bytes }));
}
