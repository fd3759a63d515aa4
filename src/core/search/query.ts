import type { BlockerCode } from '#core/claims/blocker-codes';

/** What a query is made of once it is understood: `parse-query.ts` makes it, docs/search.md tells people about it. */
export const textFields = ['headline', 'standfirst', 'body', 'claims', 'evidence', 'notes'] as const;
export type TextField = (typeof textFields)[number];

/** Filters on claims: `claim:open`. `any`: has claims at all. */
export const claimFilters = ['open', 'partial', 'stale', 'failed', 'checked', 'any', 'none'] as const;
export type ClaimFilter = (typeof claimFilters)[number];

/** `has:stale`. What an article can have. */
export const haves = [
  'stale',
  'claims',
  'queries',
  'blockers',
  'tags',
  'section',
  'byline',
  'embargo',
  'picture',
  'notes',
  'original',
  'sign-off',
  'due',
] as const;
export type Have = (typeof haves)[number];

export const dateFields = ['date', 'created', 'modified', 'due'] as const;
export type DateField = (typeof dateFields)[number];

/** `tag:port`: how a value is compared. Folded: without case and accents. */
export type Filter =
  /** A tag by id, label or alias (folded, whole); narrower tags count too. */
  | { readonly type: 'tag'; readonly value: string }
  /** By id or label (folded, whole). */
  | { readonly type: 'status'; readonly value: string }
  /** Folded, whole. */
  | { readonly type: 'section'; readonly value: string }
  /** Folded, somewhere in the byline at the beginning of a word. */
  | { readonly type: 'by'; readonly value: string }
  | { readonly type: 'lang'; readonly value: 'fr' | 'en' }
  | { readonly type: 'claim'; readonly value: ClaimFilter }
  | { readonly type: 'has'; readonly value: Have }
  /** Something of this kind stands in the way of its publication. */
  | { readonly type: 'blocked'; readonly value: BlockerCode }
  /** The article with this id, or the beginning of one. */
  | { readonly type: 'id'; readonly value: string }
  /** A person who checks (folded, whole): has claims assigned. */
  | { readonly type: 'assignee'; readonly value: string }
  /** Both days are included; null: open on that side. `date` is the day of publication. */
  | {
      readonly type: 'days';
      readonly field: DateField;
      readonly from: string | null;
      readonly to: string | null;
    };

export type Query =
  | { readonly type: 'all' }
  | { readonly type: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly type: 'not'; readonly part: Query }
  /**
   * Words as they are indexed (see `terms.ts`): one, or a phrase in this order. `prefix`: the last one is the beginning
   * of a word. Null `field`: anywhere, the names of tags included.
   */
  | {
      readonly type: 'words';
      readonly terms: readonly string[];
      readonly prefix: boolean;
      readonly field: TextField | null;
    }
  | { readonly type: 'filter'; readonly filter: Filter };

export const queryProblemCodes = [
  /** A quotation mark or bracket that is not closed. */
  'unclosed',
  /** `tga:port`: no such filter; params `{field}`. */
  'unknown-field',
  /** `claim:opne`; params `{field, value, known}`. */
  'unknown-value',
  /** `date:2026-13`; params `{value}`. */
  'bad-date',
  /** `tag:` with nothing behind it; params `{field}`. */
  'no-value',
  /** `OR` or `-` with nothing beside it. */
  'dangling',
  /** Longer than is read. */
  'too-long',
] as const;
export type QueryProblemCode = (typeof queryProblemCodes)[number];

/** Something in a query that was not understood, and was left out. UTF-16 units of the query's text. */
export interface QueryProblem {
  readonly code: QueryProblemCode;
  readonly start: number;
  readonly end: number;
  readonly params: Readonly<Record<string, string>>;
}
