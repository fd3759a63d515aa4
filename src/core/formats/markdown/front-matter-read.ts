import { type Language, languages } from '#core/article/values';
import { instantIn, isZone } from '#core/article/zones';
import { safeUrl } from '#core/body/links';
import { dayIn } from '../shared/day';
import type { Imported, ImportedDetails } from '../types';
import { type Found, fromLines, fromToml, fromYaml } from './front-matter-values';

type Matter = Partial<
  Pick<
    Imported,
    'title' | 'standfirst' | 'byline' | 'published' | 'language' | 'tags' | 'siteName' | 'details'
  >
>;

/** What Hugo, Jekyll, Obsidian and newsrooms call the same things, the best name first. */
const names = {
  title: ['title', 'headline', 'titre'],
  standfirst: ['standfirst', 'chapo', 'chapô', 'description', 'summary', 'subtitle', 'excerpt'],
  byline: ['byline', 'signature', 'authors', 'author', 'auteurs', 'auteur'],
  published: ['date', 'published', 'publishdate', 'datepublished'],
  language: ['language', 'lang', 'langue', 'locale'],
  tags: ['tags', 'keywords', 'mots-clés', 'étiquettes'],
  siteName: ['source'],
  seoHeadline: ['seo_title', 'seotitle', 'meta_title', 'titre_seo'],
  shortHeadline: ['short_title', 'shorttitle', 'linktitle', 'titre_court'],
  dateline: ['dateline'],
  rights: ['rights', 'copyright', 'licence', 'license', 'droits'],
  due: ['due', 'deadline'],
  embargo: ['embargo'],
  zone: ['embargo_zone'],
  base: ['canonical', 'canonical_url', 'canonicalurl', 'permalink', 'url', 'source'],
} as const satisfies Record<Field, readonly string[]>;

type Field = Exclude<keyof Matter, 'details'> | keyof ImportedDetails | 'zone' | 'base';

/** Written by Marbre's own export, and decided anew by an import. */
const own: ReadonlySet<string> = new Set(['section', 'status', 'slug']);

export interface FrontMatter {
  readonly matter: Matter;
  /** The address of what the file is a copy of, if it says so: relative links count from there. */
  readonly base: string | null;
  /** What was left out: names of keys, or the line that could not be read. */
  readonly ignored: string;
}

/** Between `---` stands YAML, between `+++` TOML. */
export type FrontMatterKind = 'yaml' | 'toml';

const parsers = { yaml: fromYaml, toml: fromToml } as const;

/**
 * Front matter as metadata; null when it is none, but copy between two rules. Only scalars and lists of them are
 * looked at, as they are spelled.
 */
export function readFrontMatter(source: string, kind: FrontMatterKind = 'yaml'): FrontMatter | null {
  if (source.trim() === '') return { matter: {}, base: null, ignored: '' };
  const found = parsers[kind](source) ?? spoken(fromLines(source, kind === 'yaml' ? ':' : '='));
  if (found === null) return null;
  const { values, unread } = found;
  const matter = toMatter(values);
  const unknown = [...values.keys()].filter(
    (key) => !known.has(key) && !isToldElsewhere(key, values, matter),
  );
  return { matter, base: baseIn(values), ignored: [...unknown, ...unread].join(', ') };
}

const known: ReadonlySet<string> = new Set<string>([...Object.values(names).flat(), ...own]);

/** Lines are front matter when one of them has a key that we know. */
function spoken(found: Found): Found | null {
  return [...found.values.keys()].some((key) => known.has(key) && !own.has(key)) ? found : null;
}

/** Obsidian's other names of a note say nothing when they are its headlines. */
function isToldElsewhere(key: string, values: Found['values'], { title, details }: Matter): boolean {
  const told = [title, details?.shortHeadline, details?.seoHeadline];
  return key === 'aliases' && (values.get(key) ?? []).every((text) => told.includes(text));
}

function baseIn(values: Found['values']): string | null {
  const said = names.base.flatMap((name) => values.get(name) ?? []);
  return said.find((address) => safeUrl(address)?.startsWith('http')) ?? null;
}

function toMatter(values: Found['values']): Matter {
  const all = (field: Field): readonly string[] =>
    names[field].map((name) => values.get(name)).find((list) => list && list.length > 0) ?? [];
  const line = (field: Field): string =>
    all(field)
      .join(', ')
      .replace(/(?<!\s)\s*\n\s*/g, ' ')
      .trim();
  const published = dayIn(line('published'));
  const language = languageIn(line('language'));
  const [title, standfirst, byline, siteName] = [
    line('title'),
    line('standfirst'),
    line('byline'),
    line('siteName'),
  ];
  const tags = all('tags')
    .flatMap((tag) => tag.split(','))
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter((tag) => tag !== '');
  return {
    ...(title && { title }),
    ...(standfirst && { standfirst }),
    ...(byline && { byline }),
    ...(published && { published }),
    ...(language && { language }),
    ...(tags.length > 0 && { tags: [...new Set(tags)].slice(0, 200) }),
    ...(siteName && { siteName }),
    ...detailsIn(line),
  };
}

/** A line of metadata is at most this long (UTF-16 units); what is longer is copy that strayed. */
const longestLine = 500;

function detailsIn(line: (field: Field) => string): Pick<Matter, 'details'> {
  const texts = (['seoHeadline', 'shortHeadline', 'dateline', 'rights'] as const).flatMap((field) => {
    const text = line(field);
    return text === '' || text.length > longestLine ? [] : [[field, text] as const];
  });
  const due = dayIn(line('due'));
  const embargo = embargoIn(line('embargo'), line('zone') || 'UTC');
  const details: ImportedDetails = {
    ...Object.fromEntries(texts),
    ...(due && { due }),
    ...(embargo && { embargo }),
  };
  return Object.keys(details).length > 0 ? { details } : {};
}

/** An instant with its distance from UTC, or what the clock in `zone` shows. */
function embargoIn(text: string, zone: string): ImportedDetails['embargo'] {
  if (!isZone(zone)) return undefined;
  const [, local = '', offset] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.replace(' ', 'T'),
    ) ?? [];
  if (local === '') return undefined;
  const time = offset ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  const until = offset
    ? Number.isNaN(time)
      ? null
      : new Date(time).toISOString()
    : instantIn(zone, local)?.instant;
  return until ? { until, zone } : undefined;
}

function languageIn(text: string): Language | undefined {
  return languages.find((language) => text.slice(0, 2).toLowerCase() === language);
}
