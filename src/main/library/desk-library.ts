import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import { failure, type Result, success } from '#core/failure';
import type { Overview } from '#core/overview/overview';
import { overviewOf } from '#core/overview/overview-of';
import {
  type DeskStore,
  type DeskWatcher,
  openDesk,
  type Problem,
  SearchIndex,
  watchDesk,
} from '#storage/index';
import { logBug } from '../log-bug';
import type { LibraryCalls, LibraryMethod, LibraryNews } from './protocol';

/** Where nothing tells of changes, the desk is looked over this often, in milliseconds; less often when that is dear. */
const pollPause = 2_000;
/** So often (milliseconds) it is asked whether the desk is still there. */
const presencePause = 2_000;
/** How much of the time a desk may be looked over at most: one part in this many. */
const pollShare = 10;
/** A desk of more articles lets the window come up first, for so many milliseconds: looking over it takes a processor. */
const largeDesk = 5_000;
const headStart = 2_500;
/** How long reading rests, as a multiple of how long it took. */
const restShare = 2;

type Methods = { [M in LibraryMethod]: (input: LibraryCalls[M][0]) => Answer<LibraryCalls[M][1]> };
type Answer<T> = Promise<Result<T>>;

/** One desk, its index, and what keeps the two the same. Lives in the library process; knows nothing of Electron. */
export class DeskLibrary {
  private desk: DeskStore | null = null;
  private index: SearchIndex | null = null;
  private watcher: DeskWatcher | null = null;
  /** Folders that were written and not read again yet. */
  private readonly written = new Set<string>();
  /** What there is to tell of the settings of the desk. */
  private found: readonly Problem[] = [];
  private isReading = false;
  private poll: ReturnType<typeof setTimeout> | undefined;
  private presence: ReturnType<typeof setTimeout> | undefined;
  private opening: Promise<unknown> = Promise.resolve();
  private closing = new AbortController();
  private readonly tell: (news: LibraryNews) => void;
  private readonly worker: URL | null;

  /** `worker`: the script that reads articles beside this thread; null: this thread reads them. */
  constructor(tell: (news: LibraryNews) => void, worker: URL | null) {
    this.tell = tell;
    this.worker = worker;
  }

  readonly methods: Methods = {
    open: (input) => {
      // One after the other: the desk that was asked for last is the one that stays.
      const opened = this.opening.then(() => this.open(input));
      this.opening = opened.catch(() => null);
      return opened;
    },
    search: (request) => this.with((index) => index.search(request)),
    ids: (request) => this.with((index) => index.ids(request)),
    counts: ({ queries, today }) => this.later((index) => index.counts(queries, today)),
    problems: () => this.with((index) => [...this.found, ...index.problems()]),
    status: () => this.with((index) => index.status()),
    similar: ({ id, limit }) => this.with((index) => index.similar(id, limit)),
    alike: ({ id }) => this.with((index) => index.alike(id)),
    withOriginal: ({ sha256 }) => this.with((index) => index.withOriginal(sha256)),
    claimsLike: ({ text, limit }) => this.with((index) => index.claimsLike(text, limit)),
    outcomesUsed: () => this.with((index) => index.outcomesUsed()),
    overview: ({ today, weeks }) => this.later((index) => this.overview(index, today, weeks)),
    refresh: ({ folders }) => this.with((index) => index.refresh(folders).then(() => null)),
    settings: () => this.with(() => this.readSettings().then(() => null)),
    rebuild: () =>
      this.with((index) => {
        void this.keepUp(() => index.rebuild(this.closing.signal));
        return null;
      }),
  };

  private async with<T>(task: (index: SearchIndex) => T | Promise<T>): Promise<Result<T>> {
    // The window asks as soon as it is there; the desk may still be on its way.
    await this.opening;
    return this.index ? success(await task(this.index)) : failure('desk.none-open');
  }

  /** For what can wait until the lists that were asked for at the same time are there: it looks at every article. */
  private async later<T>(task: (index: SearchIndex) => T): Promise<Result<T>> {
    await this.opening;
    await breathe();
    return this.with(task);
  }

  private overview(index: SearchIndex, today: string, weeks: number): Overview {
    return overviewOf(index.figures(), {
      today,
      now: Date.now(),
      midnight: (day) => new Date(`${day}T00:00:00`).getTime(),
      statuses: this.desk?.settings.statuses ?? [],
      weeks,
      problems: index.problems().length,
    });
  }

  /** Codes: those of `openDesk`, `index.unavailable`. */
  private async open({ folder, file }: LibraryCalls['open'][0]): Promise<Result<null>> {
    await this.close();
    const opened = await openDesk(folder);
    if (!opened.ok) return opened;
    const desk = opened.value;
    const index = await SearchIndex.open({
      desk,
      file,
      worker: this.worker,
      onProgress: (status) => this.tell({ type: 'progress', status }),
    });
    if (!index.ok) return index;
    this.desk = desk;
    this.index = index.value;
    void this.keepUp(() => this.follow(desk, index.value));
    this.keepSight(desk, { folder, file }, true);
    return success(null);
  }

  /** A desk that was away is opened anew once it is back: what listened to it on a disk that was pulled is deaf. */
  private keepSight(desk: DeskStore, input: LibraryCalls['open'][0], wasThere: boolean): void {
    const { signal } = this.closing;
    this.presence = setTimeout(async () => {
      const isThere = await desk.isThere();
      if (signal.aborted) return;
      if (wasThere || !isThere) {
        this.keepSight(desk, input, isThere);
        return;
      }
      await this.keepUp(() => this.methods.open(input));
      this.tell({ type: 'changed', folders: null });
    }, presencePause);
  }

  /**
   * Listens first and looks afterwards, so that nothing falls between the two. The list is there all the while; an index
   * that has never been whole is filled while the ears are being pricked up.
   */
  private async follow(desk: DeskStore, index: SearchIndex): Promise<void> {
    const { signal } = this.closing;
    const { state, total } = index.status();
    if (state === 'ready' && total > largeDesk) await pause(headStart);
    if (signal.aborted) return;
    const watching = watchDesk(desk.folder, ({ folders, settings }) => {
      for (const folder of folders) this.written.add(folder);
      void this.keepUp(async () => {
        if (settings) await this.readSettings();
        await this.readWritten(index);
      });
    }).catch(() => null);
    if (state !== 'ready') await this.lookOver(index);
    const watcher = await watching;
    if (signal.aborted) return void (await watcher?.close());
    this.watcher = watcher;
    await this.lookOver(index);
    if (!watcher) this.lookAgain(index);
    if (!desk.readOnly) await this.tidy(desk, index);
  }

  /** What is damaged goes into quarantine; whoever watches sees it go, and reads those folders again. */
  private async tidy(desk: DeskStore, index: SearchIndex): Promise<void> {
    const found = await desk.tidy();
    const damaged = index.problems().filter((one) => one.failure.code === 'article.invalid');
    await desk.setAside(damaged.map(({ name }) => name));
    if (index !== this.index) return;
    this.found = found;
    if (damaged.length > 0) await index.refresh(damaged.map(({ name }) => name));
    if (damaged.length + found.length > 0) this.tell({ type: 'changed', folders: null });
  }

  /**
   * Reads what was written, and rests for twice as long as that took: a long article that is being typed is written
   * twice a second, and whoever types needs the processor more than the index does.
   */
  private async readWritten(index: SearchIndex): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    try {
      while (this.written.size > 0 && index === this.index) {
        const folders = [...this.written];
        this.written.clear();
        const start = performance.now();
        await index.refresh(folders);
        this.tell({ type: 'changed', folders });
        await pause((performance.now() - start) * restShare);
      }
    } finally {
      this.isReading = false;
    }
  }

  private async lookOver(index: SearchIndex): Promise<void> {
    const changes = await index.reconcile(this.closing.signal);
    if (changes > 0) this.tell({ type: 'changed', folders: null });
  }

  private lookAgain(index: SearchIndex, after = pollPause): void {
    if (this.closing.signal.aborted) return;
    this.poll = setTimeout(async () => {
      const start = performance.now();
      await this.keepUp(async () => {
        await this.readSettings();
        await this.lookOver(index);
      });
      this.lookAgain(index, Math.max(pollPause, (performance.now() - start) * pollShare));
    }, after);
  }

  private async readSettings(): Promise<void> {
    if (!this.desk || !this.index) return;
    if (!(await this.index.readSettings())) return;
    this.tell({ type: 'settings' });
    this.tell({ type: 'changed', folders: null });
  }

  /** Work that nobody waits for: a failure is told once and ends nothing. */
  private async keepUp(work: () => Promise<unknown>): Promise<void> {
    const { signal } = this.closing;
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) logBug('library', error);
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.closing = new AbortController();
    clearTimeout(this.poll);
    clearTimeout(this.presence);
    this.written.clear();
    const { watcher, index } = this;
    this.watcher = null;
    this.index = null;
    this.desk = null;
    this.found = [];
    // What it watched may be gone.
    await watcher?.close().catch(() => undefined);
    index?.close();
  }
}
