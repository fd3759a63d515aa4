import { setTimeout as pause } from 'node:timers/promises';
import type { StatusEntry } from '#core/desk/schema';
import { Columns } from './columns';
import { type Database, isBusy } from './database';
import type { Found, Place } from './entry';
import { Orders } from './orders';
import { type Change, Writer } from './writer';

/** Waits between attempts while another process writes, in milliseconds; each attempt waits for itself, too. */
const waits = [50, 100, 200, 400, 800, 1_600, 3_200];

/** The tables, and what of them is in memory. */
export class IndexState {
  readonly database: Database;
  private columns: Columns | null = null;
  private ordered: Orders | null = null;
  /** What others had written when `columns` was read. */
  private others = -1;
  private changed = 0;

  constructor(database: Database) {
    this.database = database;
  }

  /** Changes whenever an answer may be another one. */
  get generation(): string {
    return `${this.changed}:${this.database.generation()}`;
  }

  /** Whether the columns are in memory. */
  get isLoaded(): boolean {
    return this.columns !== null;
  }

  /** All columns as the tables have them now; read again when another process has written. */
  current(): Columns {
    const others = this.database.othersWritten();
    if (!this.columns || others !== this.others) {
      this.forget();
      this.others = others;
      this.columns = Columns.load(this.database);
    }
    return this.columns;
  }

  orders(statuses: readonly StatusEntry[]): Orders {
    this.ordered ??= new Orders(this.current(), this.database, statuses);
    return this.ordered;
  }

  /** Reads the columns again when they are next needed. */
  forget(): void {
    this.columns = null;
    this.ordered = null;
    this.changed += 1;
  }

  /** Writes what was found and removes what is gone, at once. Gives what the writer found out. */
  async write(found: readonly Found[], gone: readonly Place[]): Promise<Pick<Writer, 'again' | 'news'>> {
    const writer = await this.patiently(() =>
      this.database.transaction(() => {
        const writing = new Writer(this.database);
        for (const place of gone) writing.remove(place);
        for (const one of found) writing.put(one);
        return writing;
      }),
    );
    this.keepUp(writer.changes);
    return writer;
  }

  /** Another process may be in the middle of its own first indexing. */
  async patiently<T>(work: () => T): Promise<T> {
    for (const wait of waits) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error)) throw error;
        await pause(wait);
      }
    }
    return work();
  }

  private keepUp(changes: readonly Change[]): void {
    const { columns } = this;
    if (!columns) return;
    for (const { position, shelf, line } of changes)
      if (line === null) columns.remove(position);
      else columns.put(position, shelf, line);
    this.ordered?.follow(changes.map(({ position }) => position));
  }

  close(): void {
    this.forget();
    this.database.close();
  }
}
