import type { AlikeArticle } from '#core/article/alike';
import type { ArticleSummary } from '#core/article/summary';
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
} from '#core/search/request';
import type { Problem } from '../article-reader';
import { diskFileSystem, type FileSystem } from '../file-system';
import { Database, isDamage } from './database';
import type { Place } from './entry';
import { facetsOf } from './facets';
import { type ArticleFigures, figuresOf } from './figures';
import { Finder, type FindRequest } from './finder';
import { hitsAt, isPlainList, newestPage } from './hits';
import { alikeTo, claimsLike, similarTo, withOriginal } from './likeness';
import { allIds, keptOf, placeOf, problemsOn } from './lookups';
import { IndexState } from './state';
import { TagWords } from './tag-words';
import { Upkeep } from './upkeep';

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
  private readonly state: IndexState;
  private readonly finder: Finder;
  private readonly upkeep: Upkeep;
  private tags = new TagWords([]);
  private vocabulary = '';
  private isClosed = false;

  private constructor({ desk, fs = diskFileSystem, worker, onProgress }: IndexOptions, database: Database) {
    this.desk = desk;
    this.state = new IndexState(database);
    this.finder = new Finder(this.state);
    this.upkeep = new Upkeep({
      desk,
      fs,
      worker,
      state: this.state,
      forget: () => this.finder.forget(),
      onProgress: onProgress ?? (() => undefined),
    });
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

  /** More like this one, the most like it first. */
  similar(id: string, limit: number): readonly SearchHit[] {
    return this.guarded(() => {
      const { positions, scores } = similarTo(this.state.database, id, Math.min(limit, maximumHits));
      return hitsAt(this.state.database, positions, { type: 'all' }, scores);
    }, []);
  }

  /** The article outside of the trash that was imported from the bytes with this hash; null: none was. */
  withOriginal(sha256: string): string | null {
    return this.guarded(() => withOriginal(this.state.database, sha256)[0] ?? null, null);
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
      this.upkeep.startAnew();
      return otherwise;
    }
  }

  status(): IndexStatus {
    return this.upkeep.status();
  }

  /**
   * Makes the index what the desk is, a little at a time; gives how many folders were not what it had of them.
   * Rejects when the signal ends it.
   */
  reconcile(signal?: AbortSignal): Promise<number> {
    return this.upkeep.reconcile(signal);
  }

  /**
   * Reads the folders with these names again, on whichever shelf they are. Does not wait for a reconciliation that is
   * under way. Of sources that have become confidential no word is left in the file.
   */
  refresh(folders: readonly string[]): Promise<void> {
    return this.upkeep.refresh(folders);
  }

  /** Reads everything anew, into an empty index. Rejects when the signal ends it. */
  rebuild(signal?: AbortSignal): Promise<number> {
    return this.upkeep.rebuild(signal);
  }

  /** Reads settings and vocabulary again; gives whether they were changed. Records that depend on them follow. */
  async readSettings(): Promise<boolean> {
    const before = this.desk.settings;
    await this.desk.reload();
    const isOther = await this.readVocabulary();
    if (this.desk.settings === before) return isOther;
    this.state.forget();
    this.finder.forget();
    // Told by `onProgress`, also when it fails.
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
    this.upkeep.close();
    this.state.close();
  }
}
