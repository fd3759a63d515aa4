import type { Language } from '#core/article/schema';
import type { StatusEntry, Tag } from '#core/desk/schema';
import type { TagColour } from '#core/desk/values';
import { fold } from '#core/language/words';
import { lexQuery } from '#core/search/lex-query';
import type { FilterField } from '#core/search/query-fields';
import { blockedNames, claimNames, haveNames, languageNames } from '#core/search/query-fields';
import type { FacetValue } from '#core/search/request';
import { formatFilter } from '#core/search/toggle-filter';
import { tagLabel } from '../../ui/tag-label';

/** Filters whose values can be completed. */
const completed = ['tag', 'status', 'section', 'by', 'claim', 'has', 'lang'] as const;
export type CompletedField = (typeof completed)[number];

/** The value that the caret stands behind: `[start, end)` in the text (UTF-16 units). */
export interface Completion {
  readonly field: CompletedField;
  readonly typed: string;
  readonly start: number;
  readonly end: number;
}

/** What can be offered in place of what is typed. */
export interface Offer {
  /** As the query language writes it. */
  readonly value: string;
  readonly label: string;
  readonly colour?: TagColour | null;
}

/** What an open desk knows that values can be completed from. */
export interface KnownValues {
  readonly tags: readonly Tag[];
  readonly statuses: readonly { readonly id: StatusEntry['id']; readonly label: string }[];
  readonly sections: readonly FacetValue[];
  readonly bylines: readonly FacetValue[];
}

const most = 8;

/** The value that is being typed at the caret; null: no filter that can be completed is. */
export function completionAt(text: string, caret: number): Completion | null {
  const last = lexQuery(text.slice(0, caret)).lexemes.at(-1);
  if (last?.type !== 'field' || last.end !== caret || last.field?.type !== 'filter') return null;
  const named: FilterField = last.field.field;
  const field = completed.find((one) => one === named);
  if (!field) return null;
  const value = last.values.find(({ end }) => end === caret);
  if (value?.mark === 'closed') return null;
  return { field, typed: value?.text ?? '', start: value?.start ?? caret, end: caret };
}

/** What completes a value, best first; nothing when it is complete as it stands. */
export function offersFor({ field, typed }: Completion, known: KnownValues, language: Language): Offer[] {
  const folded = fold(typed);
  const ranked = candidates(field, known, language)
    .map(({ names, ...offer }) => ({ offer, rank: rankOf(names, folded) }))
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .map(({ offer }) => offer);
  const isWhole = ranked.length === 1 && ranked[0] && fold(ranked[0].value) === folded;
  return isWhole ? [] : ranked.slice(0, most);
}

/** The text with the offer in its place, and where the caret goes. */
export function accept(
  text: string,
  completion: Completion,
  offer: Offer,
): { readonly text: string; readonly caret: number } {
  const value = formatFilter(completion.field, offer.value).slice(completion.field.length + 1);
  const rest = text.slice(completion.end).replace(/^[^\s,)]+/, '');
  const before = `${text.slice(0, completion.start)}${value}`;
  const blank = rest === '' ? ' ' : '';
  return { text: before + blank + rest, caret: before.length + (blank || /^\s/.test(rest) ? 1 : 0) };
}

interface Candidate extends Offer {
  /** All that it may be called. */
  readonly names: readonly string[];
}

function candidates(field: CompletedField, known: KnownValues, language: Language): Candidate[] {
  switch (field) {
    case 'tag':
      return known.tags
        .filter(({ retired }) => !retired)
        .map((tag) => ({
          value: tag.id,
          label: tagLabel(known.tags, tag.id, language),
          colour: tag.colour,
          names: [tag.labels.fr ?? '', tag.labels.en ?? '', ...tag.aliases, tag.id],
        }));
    case 'status':
      return known.statuses.map(({ id, label }) => ({ value: id, label, names: [label, id] }));
    case 'section':
    case 'by':
      return (field === 'by' ? known.bylines : known.sections).map(({ value }) => named(value, value));
    default:
      return Object.entries(closedNames[field]).map(([value, words]) => {
        const names = words.split(' ');
        return { ...named(value, (language === 'fr' && names[1]) || value), names };
      });
  }
}

const closedNames = {
  claim: claimNames,
  has: haveNames,
  blocked: blockedNames,
  lang: languageNames,
} as const;

function named(value: string, label: string): Candidate {
  return { value, label, names: [label] };
}

/** 0: it is a name; 1: a name begins like this; 2: a word in one does; -1: none. */
function rankOf(names: readonly string[], typed: string): number {
  const folded = names.map(fold);
  if (folded.includes(typed)) return 0;
  if (folded.some((name) => name.startsWith(typed))) return 1;
  return folded.some((name) => name.split(/[\s'-]+/).some((word) => word.startsWith(typed))) ? 2 : -1;
}
