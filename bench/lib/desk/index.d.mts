import type { Article } from '#core/article/schema';
import type { Desk, Vocabulary } from '#core/desk/schema';

/** What all articles of a generated desk share. */
export interface DeskPlan {
  readonly articles: number;
  readonly seed: number;
  /** How many of the newest are not published. */
  readonly inWork: number;
  readonly bylines: readonly string[];
  readonly checkers: readonly string[];
  readonly sections: readonly string[];
  readonly tags: Vocabulary['tags'];
}

/** The day on which the desk is. */
export const today: string;
export function planDesk(given: { readonly articles: number; readonly seed: number }): DeskPlan;
export function articleAt(plan: DeskPlan, index: number): Article;
export function isWireCopy(plan: DeskPlan, index: number): boolean;
export function makeSettings(plan: DeskPlan): Desk;
export function makeVocabulary(tags: Vocabulary['tags']): Vocabulary;
export interface Question {
  readonly kind: 'rare' | 'common' | 'phrase' | 'prefix' | 'filter';
  /** In the query language. */
  readonly query: string;
  /** The last word may be the beginning of one. */
  readonly typing: boolean;
  /** The query where it is nothing but text; else null. */
  readonly words: string | null;
}

/** 200 questions to a generated desk, the same every time. */
export function questionsFor(plan: DeskPlan): readonly Question[];
export function fileOf(article: Article): { readonly folder: string; readonly text: string };
export function writeDesk(folder: string, given: { readonly articles: number; readonly seed: number }): void;
/** Lists of words and templates, by what they are. */
export const frenchStock: Readonly<Record<string, unknown>>;
export const englishStock: Readonly<Record<string, unknown>>;
