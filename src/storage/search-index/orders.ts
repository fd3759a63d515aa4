import type { StatusEntry } from '#core/desk/schema';
import type { SortKey } from '#core/search/request';
import type { Bits } from './bits';
import type { Columns } from './columns';
import type { Database } from './database';
import { eachNumber } from './match';

export type OrderKey = Exclude<SortKey, 'relevance'>;

export interface OrderSort {
  readonly by: OrderKey;
  readonly descending: boolean;
}

/** More changes than this at once, and an order is made anew when it is next asked for. */
const fewChanges = 16;

/** What has no such value stands last, whichever way the list is turned. */
const nothing = Number.NaN;
const last = Number.POSITIVE_INFINITY;

/**
 * The order of all articles by one key, kept as long as nothing changes: a list of what was found is then read off it,
 * and never sorted. Equal ones: the newest change first.
 */
export class Orders {
  private readonly columns: Columns;
  private readonly database: Database;
  private readonly statuses: readonly StatusEntry[];
  private readonly known = new Map<string, { readonly sort: OrderSort; readonly order: Int32Array }>();

  constructor(columns: Columns, database: Database, statuses: readonly StatusEntry[]) {
    this.columns = columns;
    this.database = database;
    this.statuses = statuses;
  }

  /** What is in the set, in order. */
  sorted(found: Bits, sort: OrderSort): Int32Array {
    const sorted = new Int32Array(found.count());
    let at = 0;
    for (const position of this.all(sort)) {
      if (!found.has(position)) continue;
      sorted[at] = position;
      at += 1;
    }
    return sorted;
  }

  /** Puts articles that have changed where they belong now, as long as they are few. */
  follow(positions: readonly number[]): void {
    if (positions.length > fewChanges) this.known.clear();
    for (const [name, { sort, order }] of this.known) {
      // A new title gives other ranks to half of all titles.
      if (sort.by === 'title') this.known.delete(name);
      else this.known.set(name, { sort, order: this.moved(order, sort, new Set(positions)) });
    }
  }

  private moved(order: Int32Array, sort: OrderSort, positions: ReadonlySet<number>): Int32Array {
    const compare = this.comparing(sort);
    let moved = order.filter((position) => !positions.has(position));
    for (const position of positions) {
      let low = 0;
      let high = moved.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(moved[middle] ?? 0, position) < 0) low = middle + 1;
        else high = middle;
      }
      const grown = new Int32Array(moved.length + 1);
      grown.set(moved.subarray(0, low));
      grown[low] = position;
      grown.set(moved.subarray(low), low + 1);
      moved = grown;
    }
    return moved;
  }

  private all(sort: OrderSort): Int32Array {
    const name = `${sort.by}:${sort.descending}`;
    const known = this.known.get(name);
    if (known) return known.order;
    const order = new Int32Array(this.columns.size);
    for (let position = 0; position < order.length; position += 1) order[position] = position;
    order.sort(this.comparing(sort));
    this.known.set(name, { sort, order });
    return order;
  }

  private comparing(sort: OrderSort): (one: number, other: number) => number {
    const keys = this.keysOf(sort);
    const { modified } = this.columns.times;
    return (one, other) => {
      const a = keys[one] ?? last;
      const b = keys[other] ?? last;
      if (a !== b) return a < b ? -1 : 1;
      return (modified[other] ?? 0) - (modified[one] ?? 0) || one - other;
    };
  }

  /** A number for each position: the smaller stands before the larger. */
  private keysOf({ by, descending }: OrderSort): Float64Array {
    const keys = new Float64Array(this.columns.size);
    if (by === 'title') this.rankTitles(keys);
    else {
      const keyOf = this.keyOf(by);
      for (let position = 0; position < keys.length; position += 1) keys[position] = keyOf(position);
    }
    const sign = descending ? -1 : 1;
    return keys.map((key) => (Number.isNaN(key) ? last : sign * key));
  }

  private rankTitles(keys: Float64Array): void {
    keys.fill(nothing);
    const [joined] = this.database.row(titles) ?? [];
    let rank = 0;
    if (typeof joined === 'string')
      eachNumber(joined, (position) => {
        keys[position] = rank;
        rank += 1;
      });
  }

  private keyOf(by: Exclude<OrderKey, 'title'>): (position: number) => number {
    const { codes, ints, times, names } = this.columns;
    switch (by) {
      case 'modified':
      case 'created':
        return (position) => times[by][position] ?? 0;
      case 'published':
      case 'due':
        return (position) => ints[by][position] || nothing;
      case 'words':
      case 'queries':
        return (position) => ints[by][position] ?? 0;
      case 'checked':
        return (position) => (ints.checked[position] ?? 0) / (ints.total[position] || nothing);
      case 'status': {
        const places = new Map(this.statuses.map(({ id }, place) => [id, place]));
        return (position) => places.get(names.status.text(codes.status[position] ?? 0)) ?? nothing;
      }
      default: {
        const ranks = names[by].ranks();
        const blank = names[by].known('');
        return (position) => {
          const code = codes[by][position] ?? 0;
          return code === blank ? nothing : (ranks[code] ?? nothing);
        };
      }
    }
  }
}

/** Read off an index; nothing is sorted. */
const titles = 'select group_concat(position) from (select position from article order by title)';

/** What a list is in order by when nobody said. */
export const newestFirst = { by: 'modified', descending: true } as const satisfies OrderSort;
