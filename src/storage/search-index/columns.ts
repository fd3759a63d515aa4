import { type Shelf, shelves } from '#core/search/request';
import { Bits } from './bits';
import {
  type IntColumn,
  intColumns,
  type TextColumn,
  type TimeColumn,
  textColumns,
  timeColumns,
} from './column-names';
import type { Database } from './database';
import { signs } from './line';
import { Lists } from './lists';
import { Names } from './names';

const chunk = 5_000;

/** Everything that is filtered, sorted and counted, in memory: typed arrays over positions. */
export class Columns {
  /** One more than the highest position. */
  size = 0;
  readonly shelf: Readonly<Record<Shelf, Bits>> = { articles: new Bits(0), trash: new Bits(0) };
  readonly names: Readonly<Record<TextColumn | 'tag' | 'person', Names>>;
  readonly codes: Record<TextColumn, Int32Array>;
  readonly ints: Record<IntColumn, Int32Array>;
  readonly times: Record<TimeColumn, Float64Array>;
  /** Codes of tags. */
  readonly tags = new Lists();
  /** Three numbers for each person: code of the name, claims assigned, claims checked. */
  readonly people = new Lists();
  /** Two numbers for each code: its place among `blockerCodes`, how often. */
  readonly blockers = new Lists();
  private capacity = 0;

  constructor() {
    this.names = {
      ...mapOf(textColumns, () => new Names()),
      tag: new Names(),
      person: new Names(),
    };
    this.codes = mapOf(textColumns, () => new Int32Array(0));
    this.ints = mapOf(intColumns, () => new Int32Array(0));
    this.times = mapOf(timeColumns, () => new Float64Array(0));
  }

  /** Reads all rows. Joined inside SQLite: handing over 100,000 rows one by one would take three times as long. */
  static load(database: Database): Columns {
    const columns = new Columns();
    const [last] = database.row('select coalesce(max(position), 0) from place') ?? [];
    columns.reserve(Number(last) + 1);
    for (let from = 0; from <= Number(last); from += chunk) {
      const [rows] = database.row(joinedLines, from, from + chunk) ?? [];
      if (typeof rows === 'string') for (const row of rows.split(signs.row)) columns.putRow(row);
    }
    return columns;
  }

  private putRow(row: string): void {
    const first = row.indexOf(signs.field);
    const second = row.indexOf(signs.field, first + 1);
    const shelf = row.slice(first + 1, second) === 'trash' ? 'trash' : 'articles';
    this.put(Number(row.slice(0, first)), shelf, row.slice(second + 1));
  }

  /** Sets one article; `line` as `packLine` gives it. */
  put(position: number, shelf: Shelf, line: string): void {
    this.reserve(position + 1);
    for (const each of shelves) this.shelf[each].set(position, each === shelf);
    const fields = line.split(signs.field);
    let at = 0;
    for (const column of textColumns) {
      this.codes[column][position] = this.names[column].code(fields[at] ?? '');
      at += 1;
    }
    for (const column of intColumns) {
      this.ints[column][position] = Number(fields[at]);
      at += 1;
    }
    for (const column of timeColumns) {
      this.times[column][position] = Number(fields[at]);
      at += 1;
    }
    this.putLists(position, fields.slice(at));
  }

  private putLists(position: number, [tags = '', people = '', blockers = '']: readonly string[]): void {
    this.tags.set(
      position,
      tags === '' ? [] : tags.split(signs.entry).map((tag) => this.names.tag.code(tag)),
    );
    const isName = (index: number): boolean => index % 3 === 0;
    this.people.set(
      position,
      people === ''
        ? []
        : people
            .split(signs.entry)
            .map((entry, index) => (isName(index) ? this.names.person.code(entry) : Number(entry))),
    );
    this.blockers.set(position, blockers === '' ? [] : blockers.split(signs.entry).map(Number));
  }

  remove(position: number): void {
    for (const shelf of shelves) this.shelf[shelf].set(position, false);
  }

  /** Makes room for positions below `size`. */
  private reserve(size: number): void {
    this.size = Math.max(this.size, size);
    if (size <= this.capacity) return;
    this.capacity = Math.max(size, Math.ceil(this.capacity * 1.5), 64);
    for (const shelf of shelves) this.shelf[shelf].grow(this.capacity);
    for (const column of textColumns) this.codes[column] = grownInts(this.codes[column], this.capacity);
    for (const column of intColumns) this.ints[column] = grownInts(this.ints[column], this.capacity);
    for (const column of timeColumns) {
      const grown = new Float64Array(this.capacity);
      grown.set(this.times[column]);
      this.times[column] = grown;
    }
    for (const lists of [this.tags, this.people, this.blockers]) lists.grow(this.capacity);
  }
}

const joinedLines = `
  select group_concat(position || char(31) || shelf || char(31) || line, char(30))
  from place where position >= ? and position < ?`;

function grownInts(array: Int32Array, size: number): Int32Array {
  const grown = new Int32Array(size);
  grown.set(array);
  return grown;
}

function mapOf<K extends string, V>(keys: readonly K[], make: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, V>;
}
