import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import type { Imported, WriteContext } from '../types';

const names = z.union([z.string(), z.array(z.union([z.string(), z.number()]))]);

/** The names that Hugo, Jekyll, Obsidian and newsrooms give the same things; whatever else stands there is left out. */
const schema = z
  .looseObject({
    title: z.string(),
    standfirst: z.string(),
    description: z.string(),
    chapo: z.string(),
    byline: z.string(),
    author: names,
    authors: names,
    date: z.union([z.string(), z.date()]),
    lang: z.string(),
    language: z.string(),
    tags: names,
    keywords: names,
  })
  .partial();

type Found = Pick<Imported, 'title' | 'standfirst' | 'byline' | 'published' | 'language' | 'tags'>;

/** YAML front matter as metadata; null when it is not a map that can be read. */
export function readFrontMatter(yaml: string): Found | null {
  let content: unknown;
  try {
    content = parse(yaml, { maxAliasCount: 20, customTags: [], schema: 'core' });
  } catch {
    return null;
  }
  const parsed = schema.safeParse(content);
  return parsed.success ? toFound(parsed.data) : null;
}

function toFound(data: z.infer<typeof schema>): Found {
  const byline = data.byline ?? list(data.authors ?? data.author).join(', ');
  const standfirst = data.standfirst ?? data.chapo ?? data.description;
  const published = /^\d{4}-\d{2}-\d{2}/.exec(
    data.date instanceof Date ? data.date.toISOString() : (data.date ?? ''),
  )?.[0];
  const language = (data.language ?? data.lang ?? '').slice(0, 2).toLowerCase();
  const tags = list(data.tags ?? data.keywords);
  return {
    ...(data.title && { title: data.title }),
    ...(standfirst && { standfirst }),
    ...(byline && { byline }),
    ...(published && !Number.isNaN(Date.parse(published)) && { published }),
    ...((language === 'fr' || language === 'en') && { language }),
    ...(tags.length > 0 && { tags }),
  };
}

function list(value: string | (string | number)[] | undefined): string[] {
  const parts = typeof value === 'string' ? value.split(',') : (value ?? []).map(String);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The front matter of an export: always these keys in this order, without the empty ones. */
export function writeFrontMatter({ body, metadata }: Article, { tagLabels }: WriteContext): string {
  const entries: [string, unknown][] = [
    ['title', fieldText(body, 'headline')],
    ['standfirst', fieldText(body, 'standfirst')],
    ['byline', fieldText(body, 'byline')],
    ['date', metadata.published],
    ['language', metadata.language],
    ['section', metadata.section],
    ['status', metadata.status],
    ['tags', metadata.tags.map((id) => tagLabels.get(id) ?? id)],
    ['slug', metadata.slug],
    ['source', metadata.source],
  ];
  const filled = entries.filter(
    ([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return `---\n${stringify(Object.fromEntries(filled), { lineWidth: 0 })}---\n`;
}
