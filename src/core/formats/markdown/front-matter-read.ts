import { isMap, isScalar, isSeq, type Node, parseDocument, Scalar } from 'yaml';
import { type Language, languages } from '#core/article/values';
import { dayIn } from '../shared/day';
import type { Imported } from '../types';

type Matter = Partial<
  Pick<Imported, 'title' | 'standfirst' | 'byline' | 'published' | 'language' | 'tags' | 'siteName'>
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
} as const satisfies Record<keyof Matter, readonly string[]>;

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
    const [, name = '', text = ''] = /^([\p{L}_-]+)\s*:(?:\s+(.*))?$/u.exec(line) ?? [];
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
  const all = (field: keyof Matter): readonly string[] =>
    names[field].map((name) => values.get(name)).find((list) => list && list.length > 0) ?? [];
  const line = (field: keyof Matter): string =>
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
  };
}

function languageIn(text: string): Language | undefined {
  return languages.find((language) => text.slice(0, 2).toLowerCase() === language);
}
