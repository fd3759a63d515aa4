import type { Element, Root } from 'hast';
import { languages } from '#core/article/values';
import { dayIn } from '../shared/day';
import type { Imported } from '../types';
import { isHidden } from './elements';
import { readLinkedData } from './linked-data';
import { attribute, elements, find, findTag, textOf } from './tree';

type Metadata = Pick<
  Imported,
  'title' | 'standfirst' | 'byline' | 'siteName' | 'language' | 'published' | 'details'
>;

export interface PageFacts {
  readonly metadata: Metadata;
  /** Elements of the story that went into a field. */
  readonly taken: ReadonlySet<Element>;
  readonly base: string | null;
  /** The story as machines are told it, for a page that holds none to read. */
  readonly told?: string;
}

/**
 * What a page says of its story. What people see (the heading, a standfirst and a byline that are marked as such)
 * wins over what its head tells machines.
 */
export function readFacts(tree: Root, main: Root | Element): PageFacts {
  const meta = collectMeta(tree);
  const data = readLinkedData(tree);
  const seen = {
    title: titleIn(tree, main, meta.get('og:title') ?? data.headline),
    standfirst: fieldIn(
      main,
      /(?:^|[\s_-])(?:standfirst|chapo|chapeau|article__desc|dek)(?:$|[\s_-])/i,
      'description',
    ),
    byline: fieldIn(main, /(?:^|\s)(?:byline|signature)(?:$|\s)/i, 'author'),
  };
  const pageTitle = findTag(tree, 'title');
  const title =
    [seen.title && textOf(seen.title), meta.get('og:title'), data.headline].find(Boolean) ??
    (pageTitle && textOf(pageTitle));
  const standfirst = (seen.standfirst && textOf(seen.standfirst)) || description(meta, main);
  const byline = [
    seen.byline && textOf(seen.byline),
    named(meta.get('author')),
    data.byline,
    named(meta.get('article:author')),
  ].find(Boolean);
  const siteName = meta.get('og:site_name') ?? data.publisher ?? meta.get('application-name');
  const language = languageOf(tree, meta, data.language);
  const published = dayOf(tree, main, meta, data.published);
  return {
    metadata: {
      ...(title && { title }),
      ...(standfirst && { standfirst }),
      ...(byline && { byline }),
      ...(siteName && { siteName }),
      ...(language && { language }),
      ...(published && { published }),
      ...detailsOf(meta, data.rights),
    },
    taken: new Set([...Object.values(seen), timeIn(main)].filter((element) => element !== undefined)),
    base: baseOf(tree, meta),
    ...(data.body && { told: data.body }),
  };
}

function collectMeta(tree: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of elements(tree)) {
    if (element.tagName !== 'meta') continue;
    const name = (
      attribute(element, 'property') ||
      attribute(element, 'name') ||
      attribute(element, 'itemProp')
    ).toLowerCase();
    const content = attribute(element, 'content').trim();
    if (name && content && !found.has(name)) found.set(name, content);
  }
  return found;
}

/** The one heading of level 1 in the story; beside several, the one that the head of the page repeats. */
function titleIn(tree: Root, main: Root | Element, said: string | undefined): Element | undefined {
  const shown = (node: Root | Element): Element[] =>
    [...elements(node)].filter(
      (element) => element.tagName === 'h1' && !isHidden(element) && textOf(element) !== '',
    );
  const inside = shown(main);
  if (inside.length === 1) return inside[0];
  const all = shown(tree);
  return all.find((element) => said !== undefined && textOf(element) === said) ?? inside[0] ?? all[0];
}

/** A line of the story that its class or `itemprop` calls by the name of a field. */
function fieldIn(main: Root | Element, className: RegExp, property: string): Element | undefined {
  return find(main, (element) => {
    const isNamed =
      className.test(attribute(element, 'className')) || attribute(element, 'itemProp') === property;
    const text = isNamed && element.tagName !== 'meta' ? textOf(element) : '';
    return (
      text !== '' &&
      text.length < 1_500 &&
      !find(element, ({ tagName }) => /^(?:h1|p|ul|ol|img)$/.test(tagName) && element.tagName !== 'p')
    );
  });
}

/** The head's description, unless it is made from the story's own first lines. */
function description(meta: ReadonlyMap<string, string>, main: Root | Element): string | undefined {
  const text = meta.get('og:description') ?? meta.get('description');
  const isArticle = meta.get('og:type') === 'article' || meta.has('article:published_time');
  if (!text || !isArticle) return undefined;
  const start = text
    .replace(/(?:…|\.\.\.)$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return textOf(main).includes(start.slice(0, 60)) ? undefined : text;
}

function detailsOf(meta: ReadonlyMap<string, string>, said: string | undefined): Pick<Metadata, 'details'> {
  const rights = meta.get('dcterms.rights') ?? meta.get('copyright') ?? said;
  return rights ? { details: { rights: rights.slice(0, 500) } } : {};
}

/** An address of a profile page is no name. */
function named(text: string | undefined): string | undefined {
  return text && !/^https?:|^@/.test(text) ? text : undefined;
}

function languageOf(
  tree: Root,
  meta: ReadonlyMap<string, string>,
  said: string | undefined,
): Metadata['language'] {
  const html = findTag(tree, 'html');
  const article = find(tree, (element) => element.tagName === 'article' && attribute(element, 'lang') !== '');
  const tags = [
    article && attribute(article, 'lang'),
    html && attribute(html, 'lang'),
    said,
    meta.get('og:locale'),
  ];
  const [tag] = tags.filter((value) => value);
  return languages.find((language) => tag?.slice(0, 2).toLowerCase() === language);
}

function dayOf(
  tree: Root,
  main: Root | Element,
  meta: ReadonlyMap<string, string>,
  said: string | undefined,
): string | undefined {
  const time = timeIn(main);
  const names = [
    'article:published_time',
    'datepublished',
    'date',
    'dc.date',
    'dcterms.date',
    'dc.date.issued',
    'pubdate',
  ];
  const found = [
    ...names.map((name) => meta.get(name)),
    said,
    time && attribute(time, 'dateTime'),
    timeAnywhere(tree),
  ];
  return found.map(dayIn).find((day) => day !== undefined);
}

/** The time that stands alone as a line of the story, not one inside a sentence. */
function timeIn(main: Root | Element): Element | undefined {
  const header = find(main, (element) => element.tagName === 'header') ?? main;
  const isAlone = (element: Element): boolean =>
    element.tagName === 'time' &&
    header.children.includes(element) &&
    dayIn(attribute(element, 'dateTime')) !== undefined;
  return find(header, isAlone);
}

function timeAnywhere(tree: Root): string | undefined {
  const time = findTag(tree, 'time');
  return time && attribute(time, 'dateTime');
}

/** Where the page stood, if it says so: relative links then still lead somewhere. */
function baseOf(tree: Root, meta: ReadonlyMap<string, string>): string | null {
  const base = findTag(tree, 'base');
  const canonical = find(
    tree,
    (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
  );
  const said = [
    base && attribute(base, 'href'),
    canonical && attribute(canonical, 'href'),
    meta.get('og:url'),
  ];
  return said.find((address) => /^https?:\/\//i.test(address ?? '')) ?? null;
}
