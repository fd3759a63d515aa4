import type { ArticleSummary } from '#core/article/summary';
import type { QueryProblem } from './query';

/** What a list can be put in order by. */
export const sortKeys = [
  'relevance',
  'modified',
  'created',
  'published',
  'due',
  'title',
  'status',
  'section',
  'byline',
  'language',
  'words',
  'checked',
  'queries',
] as const;
export type SortKey = (typeof sortKeys)[number];

export interface SearchSort {
  readonly by: SortKey;
  readonly descending: boolean;
}

export const shelves = ['articles', 'trash'] as const;
export type Shelf = (typeof shelves)[number];

/** The most hits that one request gives. */
export const maximumHits = 500;

export interface SearchRequest {
  /** In the query language of docs/search.md; empty: everything. */
  readonly query: string;
  /** Somebody is typing: the last word may be the beginning of one. */
  readonly typing: boolean;
  /** Null: by relevance when the query has words, else the newest change first. */
  readonly sort: SearchSort | null;
  /** How many hits to leave out, and how many to give (at most `maximumHits`). */
  readonly offset: number;
  readonly limit: number;
  /** Whether to count what the hits are of. */
  readonly facets: boolean;
  readonly shelf: Shelf;
  /** The day on which somebody asks (`YYYY-MM-DD`): `date:today` counts from it. */
  readonly today: string;
}

/** A stretch of an excerpt; `hit`: these words were searched for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly hit: boolean;
}

export interface SearchHit {
  readonly article: ArticleSummary;
  /** Bigger is better; 0 where nothing was ranked. Comparable within one answer only. */
  readonly score: number;
  /** The headline and the best passage, whole or cut at words; empty where only metadata was asked for. */
  readonly title: readonly ExcerptPiece[];
  readonly excerpt: readonly ExcerptPiece[];
}

export const facetFields = ['status', 'tag', 'section', 'language', 'byline', 'month'] as const;
export type FacetField = (typeof facetFields)[number];

export interface FacetValue {
  /** As the query language writes it: an id for tags and statuses, `2026-05` for months. */
  readonly value: string;
  readonly count: number;
}

export type Facets = Readonly<Record<FacetField, readonly FacetValue[]>>;

export interface SearchAnswer {
  readonly total: number;
  /** Milliseconds. */
  readonly tookMs: number;
  readonly hits: readonly SearchHit[];
  /** Null when they were not asked for. Most frequent first, months newest first; at most fifty of each. */
  readonly facets: Facets | null;
  /** What is wrong with the query. What could be understood was searched for. */
  readonly problems: readonly QueryProblem[];
}

/** How far the index is. Searching is possible at all times; while `building`, not everything is found yet. */
export interface IndexStatus {
  readonly state: 'building' | 'ready' | 'failed';
  /** Articles, the trash included. */
  readonly done: number;
  readonly total: number;
}
