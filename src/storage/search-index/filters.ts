import { stages } from '#core/article/values';
import { blockerCodes } from '#core/claims/blocker-codes';
import type { StatusEntry } from '#core/desk/schema';
import { fold } from '#core/language/words';
import { createTranslate } from '#core/messages/index';
import type { ClaimFilter, DateField, Filter } from '#core/search/query';
import { Bits } from './bits';
import { dayNumber, type IntColumn } from './column-names';
import type { Columns } from './columns';
import type { Database } from './database';
import { bitOf } from './line';
import type { TagWords } from './tag-words';

/** What a query is evaluated against. */
export interface World {
  readonly database: Database;
  readonly columns: Columns;
  readonly tags: TagWords;
  readonly statuses: readonly StatusEntry[];
}

type Test = (position: number) => boolean;

/** The articles of any shelf that a filter lets through. */
export function filtered(filter: Filter, world: World): Bits {
  if (filter.type === 'id') return withId(filter.value, world);
  const { columns } = world;
  const found = new Bits(columns.size);
  const test = testFor(filter, world);
  for (let position = 0; position < columns.size; position += 1)
    if (test(position)) found.set(position, true);
  return found;
}

function testFor(filter: Exclude<Filter, { readonly type: 'id' }>, world: World): Test {
  const { codes, ints, names } = world.columns;
  switch (filter.type) {
    case 'tag':
      return hasAny('tags', tagCodes(world.tags.ids(filter.value), world.columns), 1, world.columns);
    case 'status':
      return oneOf(codes.status, statusCodes(filter.value, world));
    case 'section':
      return oneOf(
        codes.section,
        names.section.matching((section) => section === fold(filter.value)),
      );
    case 'by':
      return oneOf(codes.byline, names.byline.matching(beginsWord(fold(filter.value))));
    case 'lang':
      return oneOf(
        codes.language,
        names.language.matching((language) => language === filter.value),
      );
    case 'claim':
      return claimTest(filter.value, world.columns);
    case 'has':
      return (position) => ((ints.has[position] ?? 0) & bitOf(filter.value)) !== 0;
    case 'blocked':
      return hasAny('blockers', new Set([blockerCodes.indexOf(filter.value)]), 2, world.columns);
    case 'assignee': {
      const wanted = names.person.matching((person) => person === fold(filter.value));
      return hasAny('people', wanted, 3, world.columns);
    }
    case 'days':
      return dayTest(filter.field, filter.from, filter.to, world.columns);
  }
}

function oneOf(column: Int32Array, codes: ReadonlySet<number>): Test {
  const isWanted = marksOf(codes);
  return (position) => isWanted[column[position] ?? 0] === 1;
}

/** Whether the list of an article has one of the codes at the beginning of a group of `step` numbers. */
function hasAny(
  list: 'tags' | 'people' | 'blockers',
  codes: ReadonlySet<number>,
  step: number,
  columns: Columns,
): Test {
  const isWanted = marksOf(codes);
  return (position) => columns[list].hasMarked(position, isWanted, step);
}

/** 1 at the places of some codes. */
function marksOf(codes: ReadonlySet<number>): Uint8Array {
  const marks = new Uint8Array(Math.max(0, ...codes) + 1);
  for (const code of codes) marks[code] = 1;
  return marks;
}

function beginsWord(wanted: string): (byline: string) => boolean {
  return (byline) => {
    for (let at = byline.indexOf(wanted); at >= 0; at = byline.indexOf(wanted, at + 1))
      if (at === 0 || !/[\p{L}\p{N}]/u.test(byline[at - 1] ?? '')) return true;
    return false;
  };
}

/** The codes of some ids of tags; those that no article has are left out. */
export function tagCodes(ids: ReadonlySet<string>, { names }: Columns): Set<number> {
  return new Set([...ids].map((id) => names.tag.known(id)).filter((code) => code !== undefined));
}

/** The articles that have one of these tags. */
export function tagged(ids: ReadonlySet<string>, { columns }: World): Bits {
  const found = new Bits(columns.size);
  if (ids.size === 0) return found;
  const test = hasAny('tags', tagCodes(ids, columns), 1, columns);
  for (let position = 0; position < columns.size; position += 1)
    if (test(position)) found.set(position, true);
  return found;
}

const translations = [createTranslate('fr'), createTranslate('en')];

/** By id, by the desk's own label, or by the name that the program has for it, in either language. */
function statusCodes(value: string, { statuses, columns }: World): Set<number> {
  const wanted = fold(value);
  const namesOf = (id: string): string[] => {
    const { fr, en } = statuses.find((status) => status.id === id)?.labels ?? {};
    const stage = stages.find((one) => one === id);
    const ours = stage ? translations.map((translate) => translate(`app.status.${stage}`)) : [];
    return [id, ...(fr || en ? [fr ?? '', en ?? ''] : ours)];
  };
  const ids = new Set([...statuses.map(({ id }) => id), ...stages]);
  const named = new Set([...ids].filter((id) => namesOf(id).some((name) => fold(name) === wanted)));
  return columns.names.status.matching((id) => id === wanted || named.has(id));
}

function claimTest(value: ClaimFilter, { ints }: Columns): Test {
  if (value === 'none') return (position) => ints.total[position] === 0;
  const column = ints[value === 'any' ? 'total' : value];
  return (position) => (column[position] ?? 0) > 0;
}

function dayTest(field: DateField, from: string | null, to: string | null, { ints, times }: Columns): Test {
  if (field === 'created' || field === 'modified') {
    const first = from === null ? Number.NEGATIVE_INFINITY : midnight(from, 0);
    const end = to === null ? Number.POSITIVE_INFINITY : midnight(to, 1);
    return (position) => {
      const time = times[field][position] ?? 0;
      return time >= first && time < end;
    };
  }
  const column =
    ints[({ date: 'published', due: 'due' } as const satisfies Record<string, IntColumn>)[field]];
  const first = from === null ? 1 : dayNumber(from);
  const last = to === null ? Number.POSITIVE_INFINITY : dayNumber(to);
  return (position) => {
    const day = column[position] ?? 0;
    return day >= first && day <= last;
  };
}

/** When a day begins here, some days later, in milliseconds since 1970: instants are kept in UTC, people mean theirs. */
function midnight(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

/** Queries come without case. The highest sign that an id can have is `z`. */
function withId(value: string, { database, columns }: World): Bits {
  const found = new Bits(columns.size);
  const rows = database.rows(
    'select position from article where id collate nocase >= ? and id collate nocase < ?',
    value,
    `${value}{`,
  );
  for (const [position] of rows) found.set(Number(position), true);
  return found;
}
