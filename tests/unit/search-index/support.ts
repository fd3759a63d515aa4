import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article, Metadata } from '#core/article/schema';
import { slugify } from '#core/article/slug';
import type { SearchRequest } from '#core/search/request';
import { createDesk, type DeskStore, type IndexOptions, SearchIndex } from '#storage/index';
import { articleOf } from '../../support/checking';

export const today = '2026-05-12';

/** An article with this id, headline and story; everything else as given. */
export function story(
  id: string,
  headline: string,
  text: string,
  metadata: Partial<Metadata> = {},
  byline = '',
): Article {
  const article = articleOf(text.split('\n'), { headline, byline });
  return {
    ...article,
    id,
    metadata: { ...article.metadata, status: 'raw', published: null, slug: slugify(headline), ...metadata },
  };
}

export async function deskWith(articles: readonly Article[]): Promise<DeskStore> {
  const folder = join(mkdtempSync(join(tmpdir(), 'marbre-index-')), 'desk');
  const made = await createDesk(folder, { name: 'Bureau', language: 'fr' });
  if (!made.ok) throw new Error(made.code);
  for (const article of articles) await made.value.articles.create(article);
  return made.value;
}

export function indexFile(desk: DeskStore): string {
  return join(desk.folder, '.marbre', 'index.sqlite');
}

/** An index that has not looked at the desk yet. */
export async function openIndex(desk: DeskStore, options: Partial<IndexOptions> = {}): Promise<SearchIndex> {
  const opened = await SearchIndex.open({ desk, file: indexFile(desk), worker: null, ...options });
  if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`);
  return opened.value;
}

export async function indexOf(articles: readonly Article[]): Promise<SearchIndex> {
  const index = await openIndex(await deskWith(articles));
  await index.reconcile();
  return index;
}

export function request(query: string, change: Partial<SearchRequest> = {}): SearchRequest {
  return {
    query,
    typing: false,
    sort: null,
    offset: 0,
    limit: 100,
    facets: false,
    shelf: 'articles',
    today,
    ...change,
  };
}

/** Ids of what a query finds, in order. */
export function found(index: SearchIndex, query: string, change: Partial<SearchRequest> = {}): string[] {
  return index.search(request(query, change)).hits.map(({ article }) => article.id);
}
