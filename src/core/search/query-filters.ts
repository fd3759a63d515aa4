import { fold } from '#core/language/words';
import type { Piece } from './lex-query';
import type { Filter, QueryProblem } from './query';
import { isDateBegun, parseDays } from './query-dates';
import { knownLists, knownValues, type QueryField } from './query-fields';

export interface FilterContext {
  /** The field as it was typed. */
  readonly name: string;
  readonly today: string;
  /** Where the caret is; -1 when nobody types. */
  readonly typedEnd: number;
}

type FilterQueryField = Exclude<QueryField, { type: 'text' }>;

interface ReadFilter {
  readonly filter?: Filter;
  readonly problem?: QueryProblem;
}

/** The filter that a value makes, or what is wrong with it; null: nothing yet. */
export function filterFor(field: FilterQueryField, value: Piece, context: FilterContext): ReadFilter | null {
  const folded = fold(value.text);
  if (folded === '') return null;
  if (field.type === 'days') {
    const days = parseDays(value.text, field.field, context.today);
    if (days) return { filter: { type: 'days', field: field.field, ...days } };
    if (isTyped(value, context) && isDateBegun(value.text)) return null;
    return { problem: problem('bad-date', value, { value: value.text }) };
  }
  switch (field.field) {
    case 'claim':
      return closed('claim', value, context, (known) => ({ type: 'claim', value: known }));
    case 'has':
      return closed('has', value, context, (known) => ({ type: 'has', value: known }));
    case 'blocked':
      return closed('blocked', value, context, (known) => ({ type: 'blocked', value: known }));
    case 'lang':
      return closed('lang', value, context, (known) => ({ type: 'lang', value: known }));
    default:
      return { filter: { type: field.field, value: folded } };
  }
}

type ClosedField = keyof typeof knownValues;
type KnownValue<Field extends ClosedField> =
  (typeof knownValues)[Field] extends ReadonlyMap<string, infer Value> ? Value : never;

function closed<Field extends ClosedField>(
  field: Field,
  value: Piece,
  context: FilterContext,
  make: (known: KnownValue<Field>) => Filter,
): ReadFilter | null {
  const values: ReadonlyMap<string, string> = knownValues[field];
  const folded = fold(value.text);
  const known = values.get(folded) as KnownValue<Field> | undefined;
  if (known !== undefined) return { filter: make(known) };
  if (isTyped(value, context) && [...values.keys()].some((name) => name.startsWith(folded))) return null;
  const params = { field: context.name, value: value.text, known: knownLists[field].join(', ') };
  return { problem: problem('unknown-value', value, params) };
}

function isTyped({ end, mark }: Piece, { typedEnd }: FilterContext): boolean {
  return end === typedEnd && mark !== 'closed';
}

function problem(
  code: QueryProblem['code'],
  { start, end }: Piece,
  params: QueryProblem['params'],
): QueryProblem {
  return { code, start, end, params };
}
