import { fold } from '#core/language/words';
import { type Lexeme, lexQuery } from './lex-query';
import type { FilterField } from './query-fields';

type FieldLexeme = Extract<Lexeme, { type: 'field' }>;

const quotations = [
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
] as const;

/** A filter as the query language writes it, the value in quotation marks where it needs them: `section:"Vie locale"`. */
export function formatFilter(field: FilterField, value: string): string {
  if (value !== '' && !/[\s()"«»“”,]|\*$/u.test(value)) return `${field}:${value}`;
  const marks = quotations.find(([, close]) => !value.includes(close));
  const [open, close] = marks ?? quotations[0];
  return `${field}:${open}${marks ? value : value.replaceAll(close, ' ')}${close}`;
}

/** Whether everything that is found passes this filter because the query says so, with this one value. */
export function hasFilter(queryText: string, field: FilterField, value: string): boolean {
  return filtersIn(queryText, field, value).length > 0;
}

/**
 * The query text with one filter more, in front, or without it where it was there; the rest stays as typed. What
 * stands in brackets, beside `OR`, behind `-` or among several values is another condition, and is left alone.
 */
export function toggleFilter(queryText: string, field: FilterField, value: string): string {
  const found = filtersIn(queryText, field, value);
  if (found.length === 0) return withFilter(queryText, formatFilter(field, value));
  return found.toReversed().reduce((text, { start, end }) => without(text, start, end), queryText);
}

/** In front, where an open quotation mark cannot swallow it and the word that is being typed stays the last one. */
function withFilter(queryText: string, filter: string): string {
  const { lexemes } = lexQuery(queryText);
  const first = lexemes.find(({ type }) => type !== 'or');
  const at = first && first !== lexemes[0] ? first.start : 0;
  const rest = queryText.slice(at);
  return `${queryText.slice(0, at)}${filter}${rest === '' || /^\s/.test(rest) ? '' : ' '}${rest}`;
}

function without(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/(?:^|\s)$/.test(before)) return before + after.replace(/^\s+/, '');
  return before + after;
}

function filtersIn(queryText: string, field: FilterField, value: string): FieldLexeme[] {
  const lexemes = withoutDangling(lexQuery(queryText).lexemes);
  const folded = fold(value);
  let depth = 0;
  return lexemes.filter((lexeme, index): lexeme is FieldLexeme => {
    if (lexeme.type === 'open') depth += 1;
    if (lexeme.type === 'close') depth = Math.max(0, depth - 1);
    if (depth > 0 || lexeme.type !== 'field' || !isOf(lexeme, field)) return false;
    const before = lexemes[index - 1];
    if (before?.type === 'or' || lexemes[index + 1]?.type === 'or') return false;
    if (before?.type === 'minus' && before.end === lexeme.start) return false;
    return lexeme.values.length === 1 && fold(lexeme.values[0]?.text ?? '') === folded;
  });
}

function isOf({ field: known }: FieldLexeme, field: FilterField): boolean {
  return known !== null && known.type !== 'text' && known.field === field;
}

/** `OR` with nothing before or behind it is no condition. */
function withoutDangling(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  const first = lexemes.findIndex(({ type }) => type !== 'or');
  const last = lexemes.findLastIndex(({ type }) => type !== 'or');
  return first === -1 ? [] : lexemes.slice(first, last + 1);
}
