import type { Language } from '#core/article/schema';
import type { Block } from '#core/body/schema';
import { type SuggestionKind, suggestionKinds } from '#core/claims/values';

export { type SuggestionKind, suggestionKinds };

/** Why a span is suggested; `suggest.reason.<code>` in the catalogues says it in words. */
export const suggestionReasons = [
  ...suggestionKinds,
  'age',
  'rank',
  'relative-date',
  'share-is-wrong',
  'sum-is-wrong',
  'weekday-is-wrong',
  'day-does-not-exist',
  'name-spelt-otherwise',
  'acronym-unexplained',
  'quotation-without-speaker',
  'quotation-cut-off',
  'headline-name-missing',
  'headline-number-missing',
] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

export type ReasonParams = Readonly<Record<string, string | number>>;

/** A checkable span. Offsets are UTF-16 units in the copy of its block; `end` is exclusive. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly blockId: string;
  readonly reason: { readonly code: SuggestionReason; readonly params: ReasonParams };
  /** Who says a quotation: the name as the copy has it. Null for other kinds and when nobody is named. */
  readonly speaker: string | null;
  /** The first day that a date means, `YYYY-MM-DD`. Null for other kinds and when the copy does not tell. */
  readonly resolved: string | null;
  /** 0 to 100: what a checker looks at first is highest. */
  readonly worth: number;
}

/** What is needed of an article: any article will do. */
export interface ArticleLike {
  readonly body: readonly Block[];
  readonly metadata: { readonly language: Language; readonly published: string | null };
}

/** A span of one block before anybody gave it its worth. */
export interface Draft {
  readonly kind: SuggestionKind;
  readonly start: number;
  readonly end: number;
  readonly code: SuggestionReason;
  readonly params?: ReasonParams;
  readonly speaker?: string | null;
  readonly resolved?: string | null;
}
