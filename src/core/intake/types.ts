import type { Cut, Language } from '#core/article/schema';
import type { Block } from '#core/body/schema';
import type { CutRule } from '#core/desk/schema';
import type { FormatId, Imported, ImportedDetails, Warning } from '#core/formats/types';

/** The rules that may propose a cut; `intake.cut.<reason>` in the catalogues says why in words. */
export const cutReasons = [
  'site-banner',
  'navigation',
  'headline-source',
  'byline-line',
  'date-line',
  'share-line',
  'source-link',
  'read-also',
  'newsletter',
  'advertisement',
  'copyright',
  'reading-time',
  'comments-line',
  'cookie-notice',
  'wire-slug',
  'end-mark',
  'repeated-line',
  'blank-lines',
  'desk-rule',
] as const;
export type CutReason = (typeof cutReasons)[number];

/** What a careful editor would ask; `intake.query.<reason>` says it in words. */
export const queryReasons = [
  'quotation-incomplete',
  'quotation-unbalanced',
  'quotation-without-speaker',
  'relative-date',
] as const;
export type QueryReason = (typeof queryReasons)[number];

/** A question as a rule raises it; `text` is quoted exactly as it stands in the line `blockId`. */
export interface RaisedQuery {
  readonly id: string;
  readonly reason: QueryReason;
  readonly blockId: string;
  readonly text: string;
}

export interface IntakeOptions {
  /** Overrides what the copy seems to be written in. */
  readonly language?: Language | undefined;
  /** The day to count relative dates from (`YYYY-MM-DD`); overrides what the copy says. */
  readonly published?: string | undefined;
  /** The desk's own cut rules, tried after the built-in ones. */
  readonly cutRules?: readonly CutRule[];
  /** False: structure is found, but nothing is cut and nothing queried. Default true. */
  readonly clean?: boolean;
  /** False: nothing is queried, for a use that has no place for queries. Default true. */
  readonly queries?: boolean;
}

/** The copy with its structure found, its cuts proposed (taken out of `blocks`) and its queries raised. */
export interface IntakeResult {
  readonly format: FormatId;
  readonly encoding: string;
  readonly language: Language;
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly published: string | null;
  readonly tags: readonly string[];
  readonly details: ImportedDetails;
  /** What is kept, in order. */
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
  readonly queries: readonly RaisedQuery[];
  /** As they came with the copy; a reader that finds none gives none. */
  readonly pictures?: Imported['pictures'];
  readonly wanted?: Imported['wanted'];
  readonly review?: Imported['review'];
  readonly warnings: readonly Warning[];
}
