import type { Failure } from '#core/failure';
import { textFields } from '#core/search/query';
import type { Shelf } from '#core/search/request';
import { idInFolder } from '../article-folder';
import { duplicateId } from '../read-folder';
import type { Database } from './database';
import type { Entry, Found, Place } from './entry';

/** What is different in the tables afterwards; `line` is null where an article is gone. */
export interface Change {
  readonly position: number;
  readonly shelf: Shelf;
  readonly line: string | null;
}

/** Writes what was found in folders. To be called inside a transaction. */
export class Writer {
  readonly changes: Change[] = [];
  /** Folders that had the id of another one which is gone now: they are to be read again. */
  readonly again: Place[] = [];
  /** Words of a source that is secret now are left in the file: they are to be got out of it. */
  isToPurge = false;
  /** How many folders are not what they were. */
  news = 0;
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  put(found: Found): void {
    const { entry } = found;
    if (!entry.ok) {
      this.removeAt(found);
      this.putProblem(found, entry);
      return;
    }
    const twin = this.twinOf(found, entry.value.id);
    if (twin && twin.folder < found.folder) {
      this.removeAt(found);
      this.putProblem(found, duplicateId);
      return;
    }
    if (twin) {
      this.removeArticle(twin);
      this.putProblem(twin, duplicateId);
    }
    this.putArticle(found, entry.value);
  }

  /** What is known of a folder that is not there any more. */
  remove({ shelf, folder }: Place): void {
    if (this.database.row('delete from problem where shelf = ? and folder = ? returning 1', shelf, folder))
      this.news += 1;
    this.removeAt({ shelf, folder });
  }

  private removeAt({ shelf, folder }: Place): void {
    const position = this.positionOf({ shelf, folder });
    if (position === null) return;
    this.removeArticle({ shelf, position });
    const id = idInFolder(folder) ?? '';
    const twins = this.database.rows(
      'select folder from problem where shelf = ? and substr(folder, ?) = ?',
      shelf,
      -id.length - 2,
      `--${id}`,
    );
    this.again.push(...twins.map(([name]) => ({ shelf, folder: String(name) })));
  }

  private positionOf({ shelf, folder }: Place): number | null {
    const row = this.database.row('select position from place where shelf = ? and folder = ?', shelf, folder);
    return row ? Number(row[0]) : null;
  }

  /** Another folder on the same shelf that has the same id. */
  private twinOf({ shelf, folder }: Place, id: string) {
    const row = this.database.row(
      `select place.position, folder, stamp from article join place using (position)
       where article.id collate nocase = ? and article.id = ? and place.shelf = ? and folder <> ?`,
      id,
      id,
      shelf,
      folder,
    );
    return row && { position: Number(row[0]), shelf, folder: String(row[1]), stamp: String(row[2]) };
  }

  private putProblem({ shelf, folder, stamp }: Place & { readonly stamp: string }, failed: Failure): void {
    const text = JSON.stringify(failed);
    const known = this.database.row(
      'select failure from problem where shelf = ? and folder = ?',
      shelf,
      folder,
    );
    if (known?.[0] !== text) this.news += 1;
    this.database.run('insert or replace into problem values (?, ?, ?, ?)', shelf, folder, stamp, text);
  }

  private putArticle({ shelf, folder, stamp }: Found, entry: Entry): void {
    const { database } = this;
    database.run('delete from problem where shelf = ? and folder = ?', shelf, folder);
    const known = this.positionOf({ shelf, folder });
    if (this.hasBecomeSecret(known, entry)) this.isToPurge = true;
    if (known !== null) database.run('delete from words where rowid = ?', known);
    const position = database.run(
      'insert or replace into place values (?, ?, ?, ?, ?)',
      known,
      shelf,
      folder,
      stamp,
      entry.line,
    );
    const { id, modified, title, original, fingerprint, summary, record } = entry;
    database.run(
      'insert or replace into article values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      position,
      shelf,
      id,
      modified,
      title,
      original,
      fingerprint,
      summary,
      record,
    );
    database.run(`insert or replace into text values (?, ${marks})`, position, ...entry.texts);
    database.run(
      `insert into words (rowid, ${textFields.join(', ')}, bands) values (?, ${marks}, ?)`,
      position,
      ...entry.terms,
    );
    this.changes.push({ position, shelf, line: entry.line });
    this.news += 1;
  }

  /** A folder that is new here may be one that was moved, and what was known of it is gone with its old name. */
  private hasBecomeSecret(known: number | null, { secrets, texts }: Entry): boolean {
    if (secrets.length === 0 || known === null) return secrets.length > 0;
    const row = this.database.row(
      "select json_extract(record, '$.secrets'), evidence from article join text using (position) where position = ?",
      known,
    );
    if (!row || row[1] === texts[textFields.indexOf('evidence')]) return false;
    const before = new Set(JSON.parse(String(row[0])) as string[]);
    return secrets.some((one) => !before.has(one));
  }

  private removeArticle({ shelf, position }: { readonly shelf: Shelf; readonly position: number }): void {
    for (const table of ['place', 'article', 'text'])
      this.database.run(`delete from ${table} where position = ?`, position);
    this.database.run('delete from words where rowid = ?', position);
    this.changes.push({ position, shelf, line: null });
    this.news += 1;
  }
}

const marks = textFields.map(() => '?').join(', ');
