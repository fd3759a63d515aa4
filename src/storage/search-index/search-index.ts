import { join } from 'node:path';
import { type AlikeArticle, alikeShare } from '#core/article/alike';
import type { ArticleSummary } from '#core/article/summary';
import { canonicalHash } from '#core/canonical';
import type { Desk, Vocabulary } from '#core/desk/schema';
import { failure, type Result, success } from '#core/failure';
import { parseQuery } from '#core/search/parse-query';
import type { IndexRecord } from '#core/search/record';
import {
  type IndexStatus,
  maximumHits,
  type SearchAnswer,
  type SearchHit,
  type SearchRequest,
  type Shelf,
  shelves,
} from '#core/search/request';
import { inFolder, names } from '../article-folder';
import type { Problem } from '../article-store';
import { diskFileSystem, type FileSystem } from '../file-system';
import { Database, isDamage, patiently } from './database';
import type { Place } from './entry';
import { facetsOf } from './facets';
import { type ArticleFigures, figuresOf } from './figures';
import { Finder, type FindRequest } from './finder';
import { hitsAt, isPlainList, newestPage } from './hits';
import {
  alikeTo,
  type Copy,
  claimsLike,
  fingerprintOf,
  type Resembling,
  resembling,
  similarTo,
  withOriginal,
} from './likeness';
import { allIds, keptOf, placeOf, problemsOn } from './lookups';
import { isLarge, localReader, type Reader, type ToRead, WorkerReader } from './reader';
import { placeKey, reconcile, writeWith } from './reconcile';
import { IndexState } from './state';
import { TagWords } from './tag-words';

/** What an index needs of the desk that it is of. */
export interface IndexedDesk {
  readonly folder: string;
  readonly settings: Desk;
  vocabulary(): Promise<Result<Vocabulary>>;
  /** Reads the settings again. */
  reload(): Promise<Result<Desk>>;
}

export interface IndexOptions {
  readonly desk: IndexedDesk;
  /** Where the index lies; `inMemory`: nowhere. A cache: whatever else is there is replaced. */
  readonly file: string;
  /** The script that reads articles beside this thread (`index-worker.ts`, built); null: this thread reads them. */
  readonly worker: string | URL | null;
  readonly onProgress?: (status: IndexStatus) => void;
  readonly fs?: FileSystem;
}

/** What of an article's record is neither its texts nor its summary. */
export type IndexedRecord = Omit<IndexRecord, 'summary' | 'texts'>;

/**
 * The index of one desk: a cache of what its articles say, in one SQLite file (docs/adr/0008). Asking is synchronous
 * and fast; keeping up with the desk is not. Whatever is wrong with the file, it is made anew.
 */
export class SearchIndex {
  private readonly desk: IndexedDesk;
  private readonly fs: FileSystem;
  private readonly state: IndexState;
  private readonly reader: Reader;
  /** For a few folders: it answers while the other one is busy. */
  private readonly here: Reader;
  private readonly finder: Finder;
  private readonly onProgress: (status: IndexStatus) => void;
  private tags = new TagWords([]);
  private vocabulary = '';
  private progress: IndexStatus;
  /** One after the other. */
  private turn: Promise<unknown> = Promise.resolve();
  private refreshing: Promise<unknown> = Promise.resolve();
  private running = new AbortController();
  private overtaken = new Set<string>();
  private isClosed = false;

  private constructor({ desk, fs = diskFileSystem, worker, onProgress }: IndexOptions, database: Database) {
    this.desk = desk;
    this.fs = fs;
    this.state = new IndexState(database);
    this.finder = new Finder(this.state);
    this.here = localReader(fs, desk.folder);
    this.reader = worker === null ? this.here : new WorkerReader(worker, desk.folder, this.here);
    this.onProgress = onProgress ?? (() => undefined);
    const count = this.countAll();
    this.progress = { state: this.wasComplete() ? 'ready' : 'building', done: count, total: count };
  }

  /**
   * Opens the index at once, with what it knew when it was last closed; `reconcile` brings it up to date.
   * Code: `index.unavailable` (there is no writing where it shall lie).
   */
  static async open(options: IndexOptions): Promise<Result<SearchIndex>> {
    try {
      const index = new SearchIndex(options, await Database.open(options.file));
      await index.readVocabulary();
      return success(index);
    } catch (error) {
      return failure('index.unavailable', {}, String(error));
    }
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

  /** What the query finds, one page of it. A broken index answers nothing, and is built anew. */
  search(request: SearchRequest): SearchAnswer {
    const start = performance.now();
    const empty: SearchAnswer = { total: 0, tookMs: 0, hits: [], facets: null, problems: [] };
    const answer = this.guarded(() => this.answer(request), empty);
    return { ...answer, tookMs: performance.now() - start };
  }

  private answer(request: SearchRequest): Omit<SearchAnswer, 'tookMs'> {
    const { database } = this.state;
    const from = Math.max(0, request.offset);
    const count = Math.min(Math.max(0, request.limit), maximumHits);
    if (!this.state.isLoaded && isPlainList(request)) return newestPage(database, request.shelf, from, count);
    const { query, positions, scores, problems } = this.find(request);
    const page = positions.subarray(from, from + count);
    return {
      total: positions.length,
      hits: hitsAt(database, page, query, scores?.subarray(from, from + count) ?? null),
      facets: request.facets ? facetsOf(positions, this.state.current(), this.tags) : null,
      problems,
    };
  }

  private find(request: FindRequest) {
    return this.finder.find(request, this.tags, this.desk.settings.statuses);
  }

  /** The ids of everything that is found, in order. */
  ids(request: FindRequest): readonly string[] {
    return this.guarded(() => {
      const ids = allIds(this.state.database);
      return Array.from(this.find(request).positions, (position) => ids.get(position) ?? '');
    }, []);
  }

  /** How many articles each query finds; the trash is not searched. */
  counts(queries: readonly string[], today: string): readonly number[] {
    const { statuses } = this.desk.settings;
    return this.guarded(
      () =>
        queries.map((text) =>
          this.finder.count(
            parseQuery(text, { today, typing: false }).query,
            'articles',
            this.tags,
            statuses,
          ),
        ),
      queries.map(() => 0),
    );
  }

  /** Every folder of the desk, or of one shelf, that is not a readable article; those of the trash last. */
  problems(shelf?: Shelf): readonly Problem[] {
    return this.guarded(() => problemsOn(this.state.database, shelf), []);
  }

  /** Articles that were imported from these bytes, the trash left out. */
  withOriginal(sha256: string): readonly string[] {
    return this.guarded(() => withOriginal(this.state.database, sha256), []);
  }

  /** More like this one, the most like it first. */
  similar(id: string, limit: number): readonly SearchHit[] {
    return this.guarded(() => {
      const { positions, scores } = similarTo(this.state.database, id, Math.min(limit, maximumHits));
      return hitsAt(this.state.database, positions, { type: 'all' }, scores);
    }, []);
  }

  /** What may be the same story as an article. */
  alike(id: string): readonly AlikeArticle[] {
    return this.guarded(() => alikeTo(this.state.database, id), []);
  }

  /** Ids of articles with claims or sources that share words with `text`, the most promising first. */
  claimsLike(text: string, limit: number): readonly string[] {
    return this.guarded(() => claimsLike(this.state.database, text, limit), []);
  }

  /** Every outcome that was ever given, by id. */
  outcomesUsed(): readonly string[] {
    return this.guarded(() => {
      const rows = this.state.database.rows(
        "select distinct outcome.value from article, json_each(record, '$.outcomes') as outcome",
      );
      return rows.map(([outcome]) => String(outcome));
    }, []);
  }

  /** Articles that resemble copy which need not be on the desk, the most alike first. */
  resembling(copy: Copy, least = alikeShare): readonly Resembling[] {
    return this.guarded(() => resembling(this.state.database, fingerprintOf(copy), least), []);
  }

  /** What an overview counts, of every article outside of the trash. */
  figures(): Iterable<ArticleFigures> {
    const none: Iterable<ArticleFigures> = [];
    return this.guarded(() => figuresOf(this.state.current(), this.state.database, this.tags), none);
  }

  /** The folder's own name and its shelf; null when there is no such article. The trash comes second. */
  folderOf(id: string): Place | null {
    return this.guarded(() => placeOf(this.state.database, id), null);
  }

  summary(id: string): ArticleSummary | null {
    return this.guarded(() => keptOf<ArticleSummary>(this.state.database, id, 'summary'), null);
  }

  /** Those that are on the desk, by id. */
  records(ids: readonly string[]): ReadonlyMap<string, IndexedRecord> {
    return this.guarded(() => {
      const records = new Map<string, IndexedRecord>();
      for (const id of ids) {
        const record = keptOf<IndexedRecord>(this.state.database, id, 'record');
        if (record) records.set(id, record);
      }
      return records;
    }, new Map());
  }

  /** A broken file is no error: it is replaced, and filled again in the background. */
  private guarded<T>(work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      if (this.isClosed || !isDamage(error)) throw error;
      this.startAnew();
      return otherwise;
    }
  }

  private startAnew(): void {
    this.state.database.renew();
    this.state.forget();
    this.finder.forget();
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
    this.finder.forget();
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

  /** Reads settings and vocabulary again; gives whether they were changed. Records that depend on them follow. */
  async readSettings(): Promise<boolean> {
    const before = this.desk.settings;
    await this.desk.reload();
    const isOther = await this.readVocabulary();
    if (this.desk.settings === before) return isOther;
    this.state.forget();
    this.finder.forget();
    this.reconcile().catch(() => undefined);
    return true;
  }

  /** A vocabulary that cannot be read leaves the one that was known. */
  private async readVocabulary(): Promise<boolean> {
    const vocabulary = await this.desk.vocabulary();
    if (!vocabulary.ok) return false;
    const text = JSON.stringify(vocabulary.value.tags);
    if (text === this.vocabulary) return false;
    this.vocabulary = text;
    this.tags = new TagWords(vocabulary.value.tags);
    this.finder.forget();
    return true;
  }

  close(): void {
    this.isClosed = true;
    this.running.abort();
    this.reader.close();
    this.state.close();
  }
}
