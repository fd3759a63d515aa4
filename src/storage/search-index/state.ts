import type { StatusEntry } from '#core/desk/schema';
import { Columns } from './columns';
import { type Database, patiently } from './database';
import type { Found, Place } from './entry';
import { Orders } from './orders';
import { type Change, Writer } from './writer';

const purgeKey = 'purge';

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
    const writer = await patiently(() =>
      this.database.transaction(() => {
        const writing = new Writer(this.database);
        for (const place of gone) writing.remove(place);
        for (const one of found) writing.put(one);
        // In the same transaction: whoever is killed before it is done finds it here.
        if (writing.isToPurge) this.database.run(`insert or replace into meta values ('${purgeKey}', 'due')`);
        return writing;
      }),
    );
    this.keepUp(writer.changes);
    return writer;
  }

  private keepUp(changes: readonly Change[]): void {
    const { columns } = this;
    if (!columns) return;
    for (const { position, shelf, line } of changes)
      if (line === null) columns.remove(position);
      else columns.put(position, shelf, line);
    this.ordered?.follow(changes.map(({ position }) => position));
  }

  /** Gets words that have become secret out of the file, where there are any. Another process may be in the way. */
  async purge(): Promise<void> {
    const { database } = this;
    if (!database.row('select 1 from meta where key = ?', purgeKey)) return;
    if (await patiently(() => database.purge()))
      await patiently(() => database.run('delete from meta where key = ?', purgeKey));
  }

  close(): void {
    this.forget();
    this.database.close();
  }
}
