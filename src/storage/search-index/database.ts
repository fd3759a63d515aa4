import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type LibSql from 'libsql';
import { errorCode } from '../file-system';
import { schema, schemaVersion, tables } from './tables';

export type Value = string | number | null;
export type Row = readonly Value[];

/** Milliseconds that a statement waits for another process to finish its writing. */
const patience = 2_000;

type Connect = new (file: string, options: { readonly timeout: number }) => LibSql.Database;

/** The tables of one index in one file. Rows are arrays. */
export class Database {
  private connection: LibSql.Database;
  private readonly connect: Connect;
  private file: string;
  private readonly statements = new Map<string, LibSql.Statement>();
  /** Grows with each transaction of our own. */
  private written = 0;

  private constructor(connect: Connect, file: string) {
    this.connect = connect;
    this.file = file;
    this.connection = new connect(file, { timeout: patience });
  }

  /**
   * Opens the index in `file`, or makes an empty one. What lies there and cannot be read, or is of another version, is
   * removed: an index is a cache. Throws when the place cannot hold a file.
   */
  static async open(file: string): Promise<Database> {
    // Loaded here: most of what the command line does needs no native module.
    const { default: connect } = await import('libsql');
    const database = new Database(connect, placeFor(file));
    try {
      await patiently(() => database.settleOrRenew());
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  private settleOrRenew(): void {
    try {
      this.settle();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.renew();
    }
  }

  /** Puts an empty index in the place of a damaged one; in memory where the file does not go away (Windows). */
  renew(): void {
    this.statements.clear();
    this.connection.close();
    try {
      for (const end of endings) rmSync(`${this.file}${end}`, { force: true, recursive: true });
    } catch {
      this.file = inMemory;
    }
    this.connection = new this.connect(this.file, { timeout: patience });
    this.settle();
    this.written += 1;
  }

  /** Writing beside readers, an fsync only when the log is folded in: what a power cut takes is read again. */
  private settle(): void {
    const pragmas = [
      'journal_mode = wal',
      'synchronous = normal',
      'cache_size = -16000',
      'wal_autocheckpoint = 4000',
      'temp_store = memory',
      // What leaves the index (a source that became confidential) leaves its file.
      'secure_delete = on',
    ];
    for (const pragma of pragmas) this.connection.exec(`pragma ${pragma}`);
    const [version] = this.row('pragma user_version') ?? [];
    const [made] = this.row('select count(*) from sqlite_master') ?? [];
    if (made === 0) this.transaction(() => this.connection.exec(schema));
    else if (version !== schemaVersion) throw new DamagedIndex(`version ${version}`);
    for (const table of tables) this.row(`select 1 from ${table} limit 1`);
  }

  row(sql: string, ...values: Row): Row | undefined {
    // Always as an array: the binding takes one object, null included, for named values, and ends the process.
    return this.statement(sql).get([...values]) as Row | undefined;
  }

  rows(sql: string, ...values: Row): Row[] {
    return this.statement(sql).all([...values]) as Row[];
  }

  /** Gives the rowid of what was inserted last. */
  run(sql: string, ...values: Row): number {
    return Number(this.statement(sql).run([...values]).lastInsertRowid);
  }

  private statement(sql: string): LibSql.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.connection.prepare(sql);
    if (statement.reader) statement.raw();
    this.statements.set(sql, statement);
    return statement;
  }

  /** All of it or nothing. Throws `SQLITE_BUSY` when another process writes for longer than we wait. */
  transaction<T>(work: () => T): T {
    this.connection.exec('begin immediate');
    try {
      const result = work();
      this.connection.exec('commit');
      this.written += 1;
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  private rollBack(): void {
    try {
      this.connection.exec('rollback');
    } catch {
      // A disk that fails ends the transaction by itself; the first error is the one to tell.
    }
  }

  /** Empties the index. */
  clear(): void {
    this.statements.clear();
    this.transaction(() => {
      for (const table of tables) this.connection.exec(`drop table if exists ${table}`);
      this.connection.exec(schema);
    });
  }

  /**
   * Lets go of what nobody finds any more, some of it secret by now: words that were deleted lie in FTS5's index until its
   * pieces are merged, and the log keeps pages as they were. Gives false while another process reads that log.
   */
  purge(): boolean {
    this.transaction(() => this.connection.exec("insert into words (words) values ('optimize')"));
    const [isBusy] = this.row('pragma wal_checkpoint(truncate)') ?? [];
    return isBusy === 0;
  }

  /** Changes with whatever is written, by us or by another process. */
  generation(): string {
    return `${this.written}:${this.othersWritten()}`;
  }

  /** Changes when another process has written. */
  othersWritten(): number {
    return Number(this.row('pragma data_version')?.[0]);
  }

  close(): void {
    this.statements.clear();
    try {
      // The binding lets go of a file when its statements are collected: until then the log would be left beside it.
      this.connection.exec('pragma wal_checkpoint(passive)');
    } catch {
      // Broken or gone: the next one who opens it makes it anew.
    }
    this.connection.close();
  }
}

/** Waits between attempts while another process writes, in milliseconds; each attempt waits for itself, too. */
const waits = [50, 100, 200, 400, 800, 1_600, 3_200];

/** Tries again for a while: another process may be in the middle of its own first indexing. */
export async function patiently<T>(work: () => T): Promise<T> {
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

/** A database and what SQLite lays beside it. */
const endings = ['', '-wal', '-shm', '-journal'] as const;

/**
 * Where the index shall lie: in memory where the folder for it is a link. A file that is none (a link, a pipe) is taken
 * away, for SQLite would write through it to wherever it leads.
 */
function placeFor(file: string): string {
  if (file === inMemory) return file;
  mkdirSync(dirname(file), { recursive: true });
  if (!lstatSync(dirname(file)).isDirectory()) return inMemory;
  for (const end of endings) {
    const entry = lstatSync(`${file}${end}`, { throwIfNoEntry: false });
    if (entry && !entry.isFile()) rmSync(`${file}${end}`, { force: true, recursive: true });
  }
  return file;
}

/** An index that is not in a file. */
export const inMemory = ':memory:';

/** An index that is whole and yet of no use. */
class DamagedIndex extends Error {}

/** Whether an error says that the file is broken, not that it is in use or the question is wrong. */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedIndex) return true;
  const code = errorCode(error);
  const lacks = code === 'SQLITE_ERROR' && /no such (table|column)/.test(String(error));
  return lacks || /^SQLITE_(CORRUPT|NOTADB|FORMAT|IOERR)/.test(code);
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(errorCode(error));
}
