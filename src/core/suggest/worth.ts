import type { SuggestionKind, SuggestionReason } from './types';

/** What a checker looks at first: 0 to 100. A figure can be wrong by itself, a place hardly. */
const byKind: Readonly<Record<SuggestionKind, number>> = {
  quotation: 80,
  percentage: 75,
  money: 75,
  number: 70,
  headline: 70,
  caption: 65,
  superlative: 62,
  date: 60,
  comparison: 58,
  causal: 55,
  person: 52,
  duration: 50,
  role: 45,
  organisation: 40,
  acronym: 40,
  event: 40,
  attribution: 38,
  place: 35,
};

/** Reasons that say what is wrong stand above all others. */
const byReason: Readonly<Partial<Record<SuggestionReason, number>>> = {
  'share-is-wrong': 100,
  'sum-is-wrong': 100,
  'weekday-is-wrong': 100,
  'day-does-not-exist': 100,
  'headline-number-missing': 98,
  'headline-name-missing': 96,
  'name-spelt-otherwise': 95,
  'quotation-cut-off': 92,
  'quotation-without-speaker': 90,
  'acronym-unexplained': 60,
};

export function worthOf(kind: SuggestionKind, code: SuggestionReason): number {
  return byReason[code] ?? byKind[kind];
}
