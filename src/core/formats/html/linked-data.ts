import type { Root } from 'hast';
import { attribute, elements, textOf } from './tree';

/** What a page's JSON-LD says of its article. */
export interface LinkedData {
  readonly headline?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly language?: string;
  readonly publisher?: string;
  readonly rights?: string;
  /** The story itself, where a page shows it by program only. */
  readonly body?: string;
}

/** More than this is a data dump, not a description. */
const longest = 200_000;
const deepest = 6;

export function readLinkedData(tree: Root): LinkedData {
  for (const element of elements(tree)) {
    if (element.tagName !== 'script' || !/^application\/ld\+json/i.test(attribute(element, 'type'))) continue;
    const source = textOf(element);
    if (source.length > longest) continue;
    const article = findArticle(parse(source), 0);
    if (article) return describe(article);
  }
  return {};
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    // Pages get this wrong often, and it is only one source of several.
    return null;
  }
}

type Thing = Readonly<Record<string, unknown>>;

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findArticle(value: unknown, depth: number): Thing | null {
  if (depth > deepest) return null;
  const inside = Array.isArray(value) ? value : isThing(value) ? [value['@graph'], value.mainEntity] : [];
  if (
    isThing(value) &&
    listOf(value['@type']).some((type) => /(?:Article|BlogPosting|Report)$/.test(String(type)))
  )
    return value;
  for (const inner of inside.slice(0, 200)) {
    const found = findArticle(inner, depth + 1);
    if (found) return found;
  }
  return null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 50) : value === undefined ? [] : [value];
}

function describe(article: Thing): LinkedData {
  const names = listOf(article.author)
    .map((author) => (isThing(author) ? author.name : author))
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '');
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const [headline, published, language, body, rights] = [
    article.headline,
    article.datePublished,
    article.inLanguage,
    article.articleBody,
    article.copyrightNotice,
  ].map(text);
  const publisher = isThing(article.publisher) ? text(article.publisher.name) : '';
  return {
    ...(headline && { headline }),
    ...(names.length > 0 && { byline: names.join(', ') }),
    ...(published && { published }),
    ...(language && { language }),
    ...(publisher && { publisher }),
    ...(rights && { rights }),
    ...(body && { body }),
  };
}
