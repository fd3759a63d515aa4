import { join } from 'node:path';
import { canonicalHash } from '#core/canonical';
import type { Desk } from '#core/desk/schema';
import { type IndexStatus, shelves } from '#core/search/request';
import { inFolder, names } from '../article-folder';
import type { FileSystem } from '../file-system';
import { isDamage, patiently } from './database';
import type { Place } from './entry';
import { isLarge, localReader, type Reader, type ToRead, WorkerReader } from './reader';
import { placeKey, reconcile, writeWith } from './reconcile';
import type { IndexState } from './state';

interface UpkeepOptions {
  readonly desk: { readonly folder: string; readonly settings: Desk };
  readonly fs: FileSystem;
  readonly worker: string | URL | null;
  readonly state: IndexState;
  /** Lets go of answers that may be other ones by now. */
  readonly forget: () => void;
  readonly onProgress: (status: IndexStatus) => void;
}

/** Keeps an index what its desk is: all of it in turn, a few folders at once, everything anew. */
export class Upkeep {
  private readonly desk: UpkeepOptions['desk'];
  private readonly fs: FileSystem;
  private readonly state: IndexState;
  private readonly reader: Reader;
  /** For a few folders: it answers while the other one is busy. */
  private readonly here: Reader;
  private readonly forget: () => void;
  private readonly onProgress: (status: IndexStatus) => void;
  private progress: IndexStatus;
  /** One after the other. */
  private turn: Promise<unknown> = Promise.resolve();
  private refreshing: Promise<unknown> = Promise.resolve();
  private running = new AbortController();
  private overtaken = new Set<string>();
  private isClosed = false;

  constructor({ desk, fs, worker, state, forget, onProgress }: UpkeepOptions) {
    this.desk = desk;
    this.fs = fs;
    this.state = state;
    this.here = localReader(fs, desk.folder);
    this.reader = worker === null ? this.here : new WorkerReader(worker, desk.folder, this.here);
    this.forget = forget;
    this.onProgress = onProgress;
    const count = this.countAll();
    this.progress = { state: this.wasComplete() ? 'ready' : 'building', done: count, total: count };
  }

  status(): IndexStatus {
    return this.progress;
  }

  private countAll(): number {
    return Number(
      this.state.database.row('select (select count(*) from article) + (select count(*) from problem)')?.[0],
    );
  }

  private meta(key: string): string | null {
    const row = this.state.database.row('select value from meta where key = ?', key);
    return row ? String(row[0]) : null;
  }

  private setMeta(key: string, value: string): Promise<unknown> {
    const { database } = this.state;
    return patiently(() => database.run('insert or replace into meta values (?, ?)', key, value));
  }

  private wasComplete(): boolean {
    return this.meta('complete') === 'yes';
  }

  /** Puts an empty index in the place of a broken one, and fills it in the background. */
  startAnew(): void {
    this.state.database.renew();
    this.state.forget();
    this.forget();
    this.report('building', 0, 0);
    this.reconcile().catch(() => this.report('failed'));
  }

  private report(state: IndexStatus['state'], done = this.progress.done, total = this.progress.total): void {
    this.progress = { state, done, total };
    this.onProgress(this.progress);
  }

  /**
   * Makes the index what the desk is, a little at a time; gives how many folders were not what it had of them.
   * Rejects when the signal ends it.
   */
  reconcile(signal?: AbortSignal): Promise<number> {
    return this.inTurn(() => this.bringUpToDate(signal));
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.turn.then(task);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async bringUpToDate(signal?: AbortSignal): Promise<number> {
    this.running = new AbortController();
    this.overtaken = new Set();
    const signals = signal ? [this.running.signal, signal] : [this.running.signal];
    try {
      await this.forgetOtherSettings();
      const changes = await reconcile({
        fs: this.fs,
        folder: this.desk.folder,
        settings: this.desk.settings,
        state: this.state,
        reader: this.reader,
        overtaken: this.overtaken,
        signal: AbortSignal.any(signals),
        onProgress: (done, total) => this.report(this.progress.state, done, total),
      });
      if (!this.wasComplete()) await this.setMeta('complete', 'yes');
      await this.state.purge();
      this.report('ready', this.progress.total, this.progress.total);
      return changes;
    } catch (error) {
      if (!this.isClosed) this.settle(error);
      throw error;
    } finally {
      this.reader.rest();
    }
  }

  /** Stopped by somebody, broken, or a disk that is full. */
  private settle(error: unknown): void {
    if (isDamage(error)) this.startAnew();
    else if (!this.running.signal.aborted && (error as Error).name !== 'AbortError') this.report('failed');
  }

  /** What was worked out with other settings is worked out again; until then it is found as it was. */
  private async forgetOtherSettings(): Promise<void> {
    const { gate, outcomeScale, statuses, onePerson } = this.desk.settings;
    const settings = canonicalHash({ gate, outcomeScale, statuses, onePerson });
    if (settings === this.meta('settings')) return;
    const { database } = this.state;
    await patiently(() =>
      database.transaction(() => {
        for (const table of ['place', 'problem']) database.run(`update ${table} set stamp = '?'`);
        database.run('insert or replace into meta values (?, ?)', 'settings', settings);
      }),
    );
    this.forget();
  }

  /**
   * Reads the folders with these names again, on whichever shelf they are. Does not wait for a reconciliation that is
   * under way.
   */
  refresh(folders: readonly string[]): Promise<void> {
    const done = this.refreshing.then(() => this.readAgain(folders));
    this.refreshing = done.catch(() => undefined);
    return done;
  }

  private async readAgain(folders: readonly string[]): Promise<void> {
    const places = folders.flatMap((folder) => shelves.map((shelf) => ({ shelf, folder })));
    for (const place of places) this.overtaken.add(placeKey(place));
    try {
      const there: ToRead[] = [];
      const gone: Place[] = [];
      for (const place of places) {
        const folder = join(this.desk.folder, names[place.shelf], place.folder);
        const file = await this.fs.info(inFolder.article(folder));
        if (file === null && (await this.fs.info(folder)) === null) gone.push(place);
        else there.push({ ...place, size: file?.size ?? 0 });
      }
      const { settings } = this.desk;
      const reader = there.some(isLarge) ? this.reader : this.here;
      await writeWith(this.state, this.here, settings, await reader.read(there, settings), gone);
      await this.state.purge();
    } catch (error) {
      if (this.isClosed) return;
      if (!isDamage(error)) throw error;
      this.startAnew();
    }
  }

  /** Reads everything anew, into an empty index. Rejects when the signal ends it. */
  async rebuild(signal?: AbortSignal): Promise<number> {
    this.running.abort();
    return this.inTurn(async () => {
      await patiently(() => this.state.database.clear());
      this.state.forget();
      this.report('building', 0, 0);
      return this.bringUpToDate(signal);
    });
  }

  close(): void {
    this.isClosed = true;
    this.running.abort();
    this.reader.close();
  }
}
