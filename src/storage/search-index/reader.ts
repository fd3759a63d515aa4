import { Worker } from 'node:worker_threads';
import type { IndexDesk } from '#core/search/record';
import type { ArticleFiles } from '../read-folder';
import { type Found, noStamp, type Place, readEntry, stampOf } from './entry';

/** Looks at folders of one desk, in this thread or in another. */
export interface Reader {
  /** The stamps of article files, in the same order. */
  stamps(places: readonly Place[]): Promise<readonly string[]>;
  read(places: readonly Place[], settings: IndexDesk): Promise<readonly Found[]>;
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
    close: () => undefined,
  };
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
  private worker: Worker | null;
  private readonly waiting: Waiting[] = [];
  private readonly fallback: Reader;

  constructor(script: string | URL, desk: string, fallback: Reader) {
    this.fallback = fallback;
    this.worker = new Worker(script, {
      workerData: { desk },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    this.worker.unref();
    this.worker.on('message', (done: readonly unknown[]) => this.hear(done));
    this.worker.on('error', (error) => this.lose(error));
    this.worker.on('exit', () => this.lose(new Error('the reading thread ended')));
  }

  private hear(done: readonly unknown[]): void {
    this.waiting.shift()?.resolve(done);
    if (this.waiting.length === 0) this.worker?.unref();
  }

  private lose(error: Error): void {
    this.worker = null;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  private ask(task: Task): Promise<readonly unknown[]> {
    const { worker } = this;
    if (!worker) return Promise.reject(new Error('no reading thread'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      // Kept alive by what is asked of it, and by nothing else.
      worker.ref();
      worker.postMessage(task);
    });
  }

  async stamps(places: readonly Place[]): Promise<readonly string[]> {
    const done = this.ask({ type: 'stamps', places }) as Promise<readonly string[]>;
    return done.catch(() => this.fallback.stamps(places));
  }

  async read(places: readonly Place[], settings: IndexDesk): Promise<readonly Found[]> {
    const done = this.ask({ type: 'read', places, settings }) as Promise<readonly Found[]>;
    return done.catch(() => this.fallback.read(places, settings));
  }

  close(): void {
    void this.worker?.terminate();
    this.fallback.close();
  }
}
