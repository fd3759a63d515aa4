import { stringify } from 'yaml';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import type { WriteContext } from '../types';

type Value = string | boolean | readonly string[] | Readonly<Record<string, string>>;
type Entry = readonly [key: string, value: Value];

/** Marbre's own keys, always in this order, without the empty ones. */
export function ownMatter(article: Article, context: WriteContext): string {
  return matter(ownEntries(article, context));
}

/** The same as properties; other names of the note are those that its readers would look for. */
export function obsidianMatter(article: Article, context: WriteContext): string {
  const { shortHeadline, seoHeadline } = article.metadata;
  const others = [lineOf(article, 'headline'), shortHeadline, seoHeadline].filter((name) => name !== '');
  const [title, ...rest] = ownEntries(article, context);
  const aliases: Entry = ['aliases', [...new Set(others)]];
  return matter(title ? [title, aliases, ...rest] : [aliases]);
}

/**
 * What Hugo knows by its own names; everything else under `params`, where it wants it. The day of the last change
 * is not told: Hugo takes it from the file or from git.
 */
export function hugoMatter(article: Article, { tagLabels }: WriteContext): string {
  const { metadata } = article;
  return matter([
    ['title', lineOf(article, 'headline')],
    ['linkTitle', metadata.shortHeadline],
    ['description', lineOf(article, 'standfirst')],
    ['date', metadata.published ?? ''],
    ['publishDate', metadata.embargo?.until ?? ''],
    ['draft', metadata.status !== 'published'],
    ['slug', metadata.slug],
    ['tags', metadata.tags.map((id) => tagLabels.get(id) ?? id)],
    ['categories', metadata.section === '' ? [] : [metadata.section]],
    ['images', metadata.picture === null ? [] : [`assets/${metadata.picture}`]],
    [
      'params',
      filled({
        author: lineOf(article, 'byline'),
        lang: metadata.language,
        source: metadata.source,
        rights: metadata.rights,
        dateline: metadata.dateline,
        seo_title: metadata.seoHeadline,
      }),
    ],
  ]);
}

/** CommonMark knows no front matter. */
export const noMatter = (): string => '';

function ownEntries(article: Article, { tagLabels }: WriteContext): Entry[] {
  const { metadata } = article;
  return [
    ['title', lineOf(article, 'headline')],
    ['standfirst', lineOf(article, 'standfirst')],
    ['byline', lineOf(article, 'byline')],
    ['date', metadata.published ?? ''],
    ['language', metadata.language],
    ['tags', metadata.tags.map((id) => tagLabels.get(id) ?? id)],
    ['section', metadata.section],
    ['status', metadata.status],
    ['slug', metadata.slug],
    ['source', metadata.source],
    ['rights', metadata.rights],
    ['dateline', metadata.dateline],
    ['seo_title', metadata.seoHeadline],
    ['short_title', metadata.shortHeadline],
    ['due', metadata.due ?? ''],
    ['embargo', metadata.embargo?.until ?? ''],
    ['embargo_zone', metadata.embargo?.zone ?? ''],
  ];
}

function lineOf({ body }: Article, field: 'headline' | 'standfirst' | 'byline'): string {
  return fieldText(body, field).replace(/(?<!\s)\s*\n\s*/g, ' ');
}

function filled(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function matter(entries: readonly Entry[]): string {
  const says = (value: Value): boolean =>
    typeof value === 'object' ? Object.keys(value).length > 0 : value !== '';
  return `---\n${entries
    .filter(([, value]) => says(value))
    .map(entry)
    .join('')}---\n\n`;
}

/** Quoted wherever YAML 1.1 or 1.2 would read a number, a date or a truth value into it; a day is one for all. */
function entry([key, value]: Entry): string {
  if (key === 'date' || key === 'due' || key === 'publishDate') return `${key}: ${String(value)}\n`;
  return stringify({ [key]: value }, { lineWidth: 0, compat: 'yaml-1.1' });
}
