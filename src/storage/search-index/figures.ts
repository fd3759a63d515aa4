import type { ArticleSummary } from '#core/article/summary';
import type { ClaimCounts } from '#core/claims/status';
import type { BlockerCount, PersonProgress } from '#core/search/record';
import { dayText, type IntColumn, type TextColumn } from './column-names';
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

/** Every article outside of the trash, in no order. What is asked for is worked out then: most of it never is. */
export function* figuresOf(columns: Columns, database: Database, tags: TagWords): Generator<ArticleFigures> {
  for (const position of columns.shelf.articles.positions())
    yield new PositionFigures(position, columns, database, tags);
}

class PositionFigures implements ArticleFigures {
  readonly #position: number;
  readonly #columns: Columns;
  readonly #database: Database;
  readonly #tags: TagWords;

  constructor(position: number, columns: Columns, database: Database, tags: TagWords) {
    this.#position = position;
    this.#columns = columns;
    this.#database = database;
    this.#tags = tags;
  }

  /** Read from the disk each time. */
  #summary(): ArticleSummary {
    return JSON.parse(
      String(this.#database.row('select summary from article where position = ?', this.#position)?.[0]),
    );
  }

  #text(column: TextColumn): string {
    return this.#columns.names[column].text(this.#columns.codes[column][this.#position] ?? 0);
  }

  #int(column: IntColumn): number {
    return this.#columns.ints[column][this.#position] ?? 0;
  }

  get id(): string {
    return this.#summary().id;
  }
  get title(): string {
    return this.#summary().title;
  }
  get status(): string {
    return this.#text('status');
  }
  get section(): string {
    return this.#text('section');
  }
  get language(): string {
    return this.#text('language');
  }
  get byline(): string {
    return this.#text('byline');
  }
  get tags(): readonly string[] {
    const { names, tags } = this.#columns;
    return Array.from(tags.get(this.#position), (code) => this.#tags.current(names.tag.text(code)));
  }
  get published(): string | null {
    return dayText(this.#int('published'));
  }
  get due(): string | null {
    return dayText(this.#int('due'));
  }
  get created(): number {
    return this.#columns.times.created[this.#position] ?? 0;
  }
  get modified(): number {
    return this.#columns.times.modified[this.#position] ?? 0;
  }
  get embargo(): number | null {
    return this.#columns.times.embargo[this.#position] || null;
  }
  get claims(): ClaimCounts {
    return {
      total: this.#int('total'),
      open: this.#int('open'),
      partial: this.#int('partial'),
      stale: this.#int('stale'),
      failed: this.#int('failed'),
      checked: this.#int('checked'),
      excluded: this.#int('excluded'),
      detached: this.#int('detached'),
    };
  }
  get openQueries(): number {
    return this.#int('queries');
  }
  get words(): number {
    return this.#int('words');
  }
  get blockers(): readonly BlockerCount[] {
    const numbers = this.#columns.blockers.get(this.#position);
    return grouped(numbers, 2, (at) => ({
      code: blockerAt(numbers[at] ?? 0),
      count: numbers[at + 1] ?? 0,
    }));
  }
  get people(): readonly PersonProgress[] {
    const { people, names } = this.#columns;
    const numbers = people.get(this.#position);
    return grouped(numbers, 3, (at) => ({
      name: names.person.text(numbers[at] ?? 0),
      assigned: numbers[at + 1] ?? 0,
      checked: numbers[at + 2] ?? 0,
    }));
  }
}

const nothing: readonly never[] = [];

/** One entry for each `size` numbers; `make` is told where they begin. Most lists are empty. */
function grouped<T>(numbers: Int32Array, size: number, make: (at: number) => T): readonly T[] {
  if (numbers.length === 0) return nothing;
  const found: T[] = [];
  for (let at = 0; at < numbers.length; at += size) found.push(make(at));
  return found;
}
