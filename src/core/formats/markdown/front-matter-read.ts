import { isMap, isScalar, isSeq, type Node, parseDocument, Scalar } from 'yaml';
import { type Language, languages } from '#core/article/values';
import { instantIn, isZone } from '#core/article/zones';
import { dayIn } from '../shared/day';
import type { Imported, ImportedDetails } from '../types';

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
} as const satisfies Record<Field, readonly string[]>;

type Field = Exclude<keyof Matter, 'details'> | keyof ImportedDetails | 'zone';

/** Written by Marbre's own export, and decided anew by an import. */
const own: ReadonlySet<string> = new Set(['section', 'status', 'slug']);

export interface FrontMatter {
  readonly matter: Matter;
  /** What was left out: names of keys, or the line that could not be read. */
  readonly ignored: string;
}

/**
 * YAML front matter as metadata; null when it is none, but copy between two rules. Only scalars and lists of them are
 * looked at, as they are spelled: no tag, no alias and no type of YAML's has a say.
 */
export function readFrontMatter(yaml: string): FrontMatter | null {
  if (yaml.trim() === '') return { matter: {}, ignored: '' };
  const found = fromYaml(yaml) ?? fromLines(yaml);
  if (found === null) return null;
  const known = new Set<string>([...Object.values(names).flat(), ...own]);
  const unknown = [...found.values.keys()].filter((key) => !known.has(key));
  return { matter: toMatter(found.values), ignored: [...unknown, ...found.unread].join(', ') };
}

interface Found {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly unread: readonly string[];
}

function fromYaml(yaml: string): Found | null {
  const document = parseDocument(yaml, {
    schema: 'core',
    customTags: [],
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const values = new Map<string, readonly string[]>();
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? spelling(key).toLowerCase() : '';
    const list = isSeq(value)
      ? value.items.filter(isScalar).map(spelling)
      : isScalar(value)
        ? [spelling(value)]
        : null;
    if (name !== '' && list && !values.has(name))
      values.set(
        name,
        list.filter((text) => text !== ''),
      );
  }
  return { values, unread: [] };
}

/** A plain `2026` or `1.0` or `no` is what was typed, not a number or a truth value. */
function spelling(scalar: Scalar<unknown> | Node): string {
  if (!isScalar(scalar) || scalar.value === null) return '';
  const isTyped = typeof scalar.value !== 'string' && scalar.type === Scalar.PLAIN;
  return (isTyped ? (scalar.source ?? String(scalar.value)) : String(scalar.value)).trim();
}

/** `title: A: B` is no YAML, and is written every day: then each line that has a key is read on its own. */
function fromLines(yaml: string): Found | null {
  const values = new Map<string, readonly string[]>();
  const unread: string[] = [];
  for (const line of yaml.split('\n').filter((text) => text.trim() !== '' && !text.startsWith('#'))) {
    const [, name = '', text = ''] = /^([\p{L}_-]+)\s*:(?:\s([\s\S]*))?$/u.exec(line) ?? [];
    if (name === '') unread.push(line.trim());
    else
      values.set(name.toLowerCase(), text.trim() === '' ? [] : [text.trim().replace(/^(["'])(.*)\1$/, '$2')]);
  }
  const isMatter = [...values.keys()].some((key) =>
    Object.values(names)
      .flat()
      .includes(key as never),
  );
  return isMatter ? { values, unread } : null;
}

function toMatter(values: Found['values']): Matter {
  const all = (field: Field): readonly string[] =>
    names[field].map((name) => values.get(name)).find((list) => list && list.length > 0) ?? [];
  const line = (field: Field): string =>
    all(field)
      .join(', ')
      .replace(/\s*\n\s*/g, ' ')
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
    .map((tag) => tag.trim())
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
