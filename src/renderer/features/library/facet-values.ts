import type { Tag } from '#core/desk/schema';
import { fold } from '#core/language/words';
import { lexQuery } from '#core/search/lex-query';
import type { FilterField } from '#core/search/query-fields';
import type { FacetField, FacetValue } from '#core/search/request';
import { hasFilter } from '#core/search/toggle-filter';

/** Which filter a facet writes into the query. */
export const facetFilter: Readonly<Record<FacetField, FilterField>> = {
  status: 'status',
  tag: 'tag',
  section: 'section',
  language: 'lang',
  byline: 'by',
  month: 'date',
};

export interface ShownValue extends FacetValue {
  readonly isChosen: boolean;
  /** The value as the query has it, which may be a label where the facet has an id. */
  readonly written: string;
}

/** The values of a facet: what is chosen first, whether or not anything has it, then the others as they were counted. */
export function shownValues(
  query: string,
  field: FacetField,
  counted: readonly FacetValue[],
  tags: readonly Tag[],
): ShownValue[] {
  const chosen = chosenValues(query, facetFilter[field]).map((written) => {
    const value = field === 'tag' ? (tagOf(tags, written)?.id ?? written) : written;
    const count = counted.find((other) => fold(other.value) === fold(value))?.count ?? 0;
    return { value, count, isChosen: true, written };
  });
  const others = counted.filter(({ value }) => !chosen.some((one) => fold(one.value) === fold(value)));
  return [
    ...chosen,
    ...others.map(({ value, count }) => ({ value, count, isChosen: false, written: value })),
  ];
}

/** How many filters of any facet the query has. */
export function countChosen(query: string): number {
  const fields = Object.values(facetFilter);
  return fields.reduce((sum, field) => sum + chosenValues(query, field).length, 0);
}

/** The query without any filter: only its words. */
export function withoutFilters(query: string): string {
  const { lexemes } = lexQuery(query);
  const kept = lexemes.filter(({ type }, index) => {
    if (type === 'field') return false;
    const next = lexemes[index + 1];
    return type !== 'minus' || (next !== undefined && next.type !== 'field');
  });
  return kept
    .map(({ start, end }, index) => {
      const before = kept[index - 1];
      return `${before && before.end === start ? '' : ' '}${query.slice(start, end)}`;
    })
    .join('')
    .trim();
}

function chosenValues(query: string, field: FilterField): string[] {
  const values = lexQuery(query).lexemes.flatMap((lexeme) => {
    if (lexeme.type !== 'field' || lexeme.field === null || lexeme.field.field !== field) return [];
    const [only] = lexeme.values;
    return lexeme.values.length === 1 && only ? [only.text] : [];
  });
  const distinct = values.filter(
    (value, index) => values.findIndex((other) => fold(other) === fold(value)) === index,
  );
  return distinct.filter((value) => hasFilter(query, field, value));
}

function tagOf(tags: readonly Tag[], written: string): Tag | undefined {
  const wanted = fold(written);
  return tags.find(({ id, labels, aliases }) =>
    [id, labels.fr ?? '', labels.en ?? '', ...aliases].some((name) => fold(name) === wanted),
  );
}
