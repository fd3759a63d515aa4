import type { Element, Nodes, Root } from 'hast';
import type { Imported } from '../types';
import { find, textOf } from './tree';

type Metadata = Pick<Imported, 'title' | 'byline' | 'siteName' | 'language' | 'published'>;

/** What the head of a page says of the story. The heading that people see wins over the title that tabs show. */
export function readMetadata(tree: Root, heading: string | undefined): Metadata {
  const meta = collectMeta(tree);
  const pageTitle = find(tree, 'title');
  const title = heading || meta.get('og:title') || (pageTitle && textOf(pageTitle));
  const byline = meta.get('author') ?? meta.get('article:author');
  const siteName = meta.get('og:site_name');
  const language = languageOf(find(tree, 'html')?.properties.lang);
  const published = dayIn(
    meta.get('article:published_time') ?? meta.get('date') ?? fromLinkedData(tree) ?? fromTime(tree),
  );
  return {
    ...(title && { title }),
    // An address of a profile page is no name.
    ...(byline && !/^https?:/.test(byline) && { byline }),
    ...(siteName && { siteName }),
    ...(language && { language }),
    ...(published && { published }),
  };
}

function collectMeta(tree: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  visit(tree, 'meta', ({ properties }) => {
    const name = String(properties.property ?? properties.name ?? '').toLowerCase();
    const content = typeof properties.content === 'string' ? properties.content.trim() : '';
    if (name && content && !found.has(name)) found.set(name, content);
  });
  return found;
}

function visit(node: Nodes, tagName: string, take: (element: Element) => void): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === tagName) take(child);
    visit(child, tagName, take);
  }
}

function fromLinkedData(tree: Root): string | undefined {
  let found: string | undefined;
  visit(tree, 'script', (element) => {
    if (element.properties.type !== 'application/ld+json') return;
    found ??= /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(textOf(element))?.[1];
  });
  return found;
}

function fromTime(tree: Root): string | undefined {
  const time = find(tree, 'time')?.properties.dateTime;
  return typeof time === 'string' ? time : undefined;
}

function dayIn(text: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];
  return day && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

function languageOf(lang: unknown): 'fr' | 'en' | undefined {
  const prefix = typeof lang === 'string' ? lang.slice(0, 2).toLowerCase() : '';
  return prefix === 'fr' || prefix === 'en' ? prefix : undefined;
}
