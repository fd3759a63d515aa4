import { Worker } from 'node:worker_threads';
import { failure } from '#core/failure';
import type { IndexDesk } from '#core/search/record';
import { errorCode } from '../file-system';
import type { ArticleFiles } from '../read-folder';
import { type Found, noStamp, type Place, readEntry, stampOf } from './entry';

/** An article of more bytes than this is read by itself, after all others, and not in a thread that others wait for. */
const largeArticle = 4_000_000;

export function isLarge({ size = 0 }: { readonly size?: number }): boolean {
  return size > largeArticle;
}

/** A folder, and how large its article is where that is known (bytes). */
export interface ToRead extends Place {
  readonly size?: number;
}

/** Looks at folders of one desk, in this thread or in another. */
export interface Reader {
  /** The stamps of article files, in the same order. */
  stamps(places: readonly Place[]): Promise<readonly string[]>;
  read(places: readonly ToRead[], settings: IndexDesk): Promise<readonly Found[]>;
  /** Nothing will be asked for a while: memory is given back. */
  rest(): void;
  close(): void;
}

export type Task =
  | { readonly type: 'stamps'; readonly places: readonly Place[] }
  | { readonly type: 'read'; readonly places: readonly Place[]; readonly settings: IndexDesk };

/** Does one task; what both kinds of reader have in common. */
export async function work(
  files: ArticleFiles,
  desk: string,
  task: Task,
): Promise<readonly (string | Found)[]> {
  const done: (string | Found)[] = [];
  for (const place of task.places) {
    if (task.type === 'read') done.push(await readEntry(files, desk, place, task.settings));
    else done.push(await stampOf(files, desk, place).catch(() => noStamp));
  }
  return done;
}

/** How many files are asked after at once where the disk answers later. */
const together = 32;

/** Reads in this thread. */
export function localReader(files: ArticleFiles, desk: string): Reader {
  return {
    stamps: async (places) => {
      const stamps: string[] = [];
      for (let at = 0; at < places.length; at += together) {
        const part = places.slice(at, at + together);
        const found = await Promise.all(
          part.map((place) => work(files, desk, { type: 'stamps', places: [place] })),
        );
        stamps.push(...(found.flat() as string[]));
      }
      return stamps;
    },
    read: (places, settings) =>
      work(files, desk, { type: 'read', places, settings }) as Promise<readonly Found[]>,
    rest: () => undefined,
    close: () => undefined,
  };
}

/** For fewer folders no thread is started. */
const worthIt = 64;
/** Megabytes. One article may be 64 MB of text. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

function isTooMuch(error: unknown): boolean {
  return errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
}

interface Waiting {
  readonly resolve: (done: readonly unknown[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads in a thread of its own. When that cannot start or ends (an article can be too much for it), `fallback` goes
 * on: what was asked for is still answered.
 */
export class WorkerReader implements Reader {
  private worker: Worker | null = null;
  private isLost = false;
  private readonly waiting: Waiting[] = [];
  private readonly script: string | URL;
  private readonly desk: string;
  private readonly fallback: Reader;

  constructor(script: string | URL, desk: string, fallback: Reader) {
    this.script = script;
    this.desk = desk;
    this.fallback = fallback;
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: { desk: this.desk }, resourceLimits });
    worker.unref();
    worker.on('message', (done: readonly unknown[]) => this.hear(done));
    worker.on('error', (error) => this.lose(worker, error));
    worker.on('exit', () => this.lose(worker, new Error('the reading thread ended')));
    return worker;
  }

  private hear(done: readonly unknown[]): void {
    this.waiting.shift()?.resolve(done);
    if (this.waiting.length === 0) this.worker?.unref();
  }

  private lose(worker: Worker, error: Error): void {
    if (worker !== this.worker) return;
    this.worker = null;
    // A thread that had too much to hold may be started again; one that cannot start never will.
    this.isLost = !isTooMuch(error);
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  private ask(task: Task): Promise<readonly unknown[]> {
    if (this.isLost) return Promise.reject(new Error('no reading thread'));
    const worker = this.worker ?? this.start();
    this.worker = worker;
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      // Kept alive by what is asked of it, and by nothing else.
      worker.ref();
      worker.postMessage(task);
    });
  }

  async stamps(places: readonly Place[]): Promise<readonly string[]> {
    // Not worth a thread, with a heap of its own, that would have nothing else to do when little has changed.
    if (!this.worker) return this.fallback.stamps(places);
    const done = this.ask({ type: 'stamps', places }) as Promise<readonly string[]>;
    return done.catch(() => this.fallback.stamps(places));
  }

  async read(places: readonly ToRead[], settings: IndexDesk): Promise<readonly Found[]> {
    const isMuch = places.length >= worthIt || places.some(isLarge);
    if (!this.worker && !isMuch) return this.fallback.read(places, settings);
    try {
      return (await this.ask({ type: 'read', places, settings })) as readonly Found[];
    } catch (error) {
      if (!isTooMuch(error)) return this.fallback.read(places, settings);
      return this.readEach(places, settings);
    }
  }

  /** One of them was too much: the others are read, and that one is named. */
  private async readEach(places: readonly ToRead[], settings: IndexDesk): Promise<readonly Found[]> {
    const found: Found[] = [];
    for (const place of places) {
      try {
        found.push(...((await this.ask({ type: 'read', places: [place], settings })) as readonly Found[]));
      } catch {
        const [stamp = noStamp] = await this.fallback.stamps([place]);
        found.push({ ...place, stamp, entry: failure('article.invalid', {}, 'too large to be read') });
      }
    }
    return found;
  }

  rest(): void {
    const { worker } = this;
    if (!worker || this.waiting.length > 0) return;
    this.worker = null;
    void worker.terminate();
  }

  close(): void {
    void this.worker?.terminate();
    this.fallback.close();
  }
}
