import { type BlockerCode, blockerCodes } from '#core/claims/blocker-codes';
import { type Have, haves } from '#core/search/query';
import type { IndexRecord } from '#core/search/record';
import {
  dayNumber,
  type IntColumn,
  intColumns,
  type TextColumn,
  type TimeColumn,
  textColumns,
  timeColumns,
} from './column-names';

/** Signs that part rows, fields and the entries of a list: no text has them once it is packed. */
export const signs = { row: '\u001e', field: '\u001f', entry: '\u001d' } as const;

/** What can be filtered, sorted and counted of an article, as one short text: read again by `Columns.put`. */
export function packLine({ summary, has, people, blockers }: IndexRecord): string {
  const texts: Readonly<Record<TextColumn, string>> = summary;
  const { claims } = summary;
  const ints: Readonly<Record<IntColumn, number>> = {
    ...claims,
    published: dayNumber(summary.published),
    due: dayNumber(summary.due),
    has: bitsOf(has),
    queries: summary.openQueries,
    words: summary.words,
  };
  const times: Readonly<Record<TimeColumn, string | null>> = summary;
  return [
    ...textColumns.map((column) => plain(texts[column])),
    ...intColumns.map((column) => ints[column]),
    ...timeColumns.map((column) => Date.parse(times[column] ?? '') || 0),
    summary.tags.map(plain).join(signs.entry),
    people.flatMap(({ name, assigned, checked }) => [plain(name), assigned, checked]).join(signs.entry),
    blockers.flatMap(({ code, count }) => [blockerCodes.indexOf(code), count]).join(signs.entry),
  ].join(signs.field);
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the signs of `signs` among them
  return text.replace(/[\u0000-\u001f]/g, ' ');
}

export function bitOf(have: Have): number {
  return 1 << haves.indexOf(have);
}

function bitsOf(has: readonly Have[]): number {
  return has.reduce((bits, have) => bits | bitOf(have), 0);
}

export function blockerAt(index: number): BlockerCode {
  return blockerCodes[index] ?? 'claim-open';
}
