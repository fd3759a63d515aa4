import type { ArticleSummary } from '#core/article/summary';
import type { BlockerCount, PersonProgress } from '#core/search/record';
import { dayText } from './column-names';
import type { Columns } from './columns';
import type { Database } from './database';
import { blockerAt } from './line';
import type { TagWords } from './tag-words';

/** What an overview counts of one article. Instants are milliseconds since 1970, days `YYYY-MM-DD`. */
export interface ArticleFigures
  extends Pick<
    ArticleSummary,
    | 'id'
    | 'title'
    | 'status'
    | 'section'
    | 'byline'
    | 'published'
    | 'due'
    | 'claims'
    | 'openQueries'
    | 'words'
  > {
  readonly language: string;
  /** As the vocabulary has them today. */
  readonly tags: readonly string[];
  readonly created: number;
  readonly modified: number;
  readonly embargo: number | null;
  readonly blockers: readonly BlockerCount[];
  readonly people: readonly PersonProgress[];
}

/** Every article outside of the trash, in no order. Ids and titles are read from the disk when they are asked for. */
export function* figuresOf(columns: Columns, database: Database, tags: TagWords): Generator<ArticleFigures> {
  for (const position of columns.shelf.articles.positions())
    yield figuresAt(position, columns, database, tags);
}

function figuresAt(position: number, columns: Columns, database: Database, tags: TagWords): ArticleFigures {
  const { codes, ints, times, names } = columns;
  const summary = (): ArticleSummary =>
    JSON.parse(String(database.row('select summary from article where position = ?', position)?.[0]));
  const text = (column: keyof typeof codes): string => names[column].text(codes[column][position] ?? 0);
  const int = (column: keyof typeof ints): number => ints[column][position] ?? 0;
  return {
    get id() {
      return summary().id;
    },
    get title() {
      return summary().title;
    },
    status: text('status'),
    section: text('section'),
    language: text('language'),
    byline: text('byline'),
    tags: Array.from(columns.tags.get(position), (code) => tags.current(names.tag.text(code))),
    published: dayText(int('published')),
    due: dayText(int('due')),
    created: times.created[position] ?? 0,
    modified: times.modified[position] ?? 0,
    embargo: times.embargo[position] || null,
    claims: {
      total: int('total'),
      open: int('open'),
      partial: int('partial'),
      stale: int('stale'),
      failed: int('failed'),
      checked: int('checked'),
      excluded: int('excluded'),
      detached: int('detached'),
    },
    openQueries: int('queries'),
    words: int('words'),
    blockers: groups(columns.blockers.get(position), 2).map(([code = 0, count = 0]) => ({
      code: blockerAt(code),
      count,
    })),
    people: groups(columns.people.get(position), 3).map(([name = 0, assigned = 0, checked = 0]) => ({
      name: names.person.text(name),
      assigned,
      checked,
    })),
  };
}

function groups(numbers: Int32Array, size: number): number[][] {
  const found: number[][] = [];
  for (let at = 0; at < numbers.length; at += size) found.push([...numbers.subarray(at, at + size)]);
  return found;
}
