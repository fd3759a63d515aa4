import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { failure, type Result } from '#core/failure';
import type { Answer, Given, ReadingMethod } from './reading-work';

/** Beside the command line once it is built. */
const script = new URL(`./${'reading-worker'}.mjs`, import.meta.url);

/** What one file may cost before it is the file's fault. */
export interface ReadingLimits {
  readonly seconds: number;
  /** Of objects made from it, in MB. */
  readonly megabytes: number;
}
export const defaultLimits: ReadingLimits = { seconds: 60, megabytes: 1_024 };

/** Takes what becomes of the question that the thread is busy with. */
type Settle = (answer: Result<unknown>) => void;

/**
 * Reads what strangers wrote in a thread of its own, one file after the other: one that hangs it or fills its memory is
 * refused with `input.too-hard`, and the next is read by a new thread. Readers and writers are loaded there alone.
 */
export class ReadingThread {
  readonly #limits: ReadingLimits;
  #worker: Worker | null = null;
  #isReady: Promise<void> = Promise.resolve();
  #settle: Settle | null = null;

  constructor(limits: ReadingLimits = defaultLimits) {
    this.#limits = limits;
  }

  /** Loads what reads, while there is something else to do. */
  start(): void {
    if (this.#worker || !existsSync(fileURLToPath(script))) return;
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes } });
    this.#worker = worker;
    this.#isReady = new Promise((resolve) => {
      worker.once('message', () => {
        worker.on('message', (answer: Result<unknown>) => this.#settle?.(answer));
        resolve();
      });
      worker.once('error', (error) => {
        resolve();
        this.#lose(worker, this.#refusal(error));
      });
    });
  }

  /** `name` is the file's, for the sentence when it is refused. One question at a time. */
  async ask<M extends ReadingMethod>(method: M, given: Given<M>, name: string): Promise<Answer<M>> {
    this.start();
    const worker = this.#worker;
    // Nothing is built beside tests of a verb: then it is read here, without limits.
    if (!worker) return (await import('./reading-work')).readingWork[method](given);
    const settled = new Promise<Result<unknown>>((resolve) => {
      this.#settle = resolve;
    });
    await this.#isReady;
    const { seconds } = this.#limits;
    const late = setTimeout(() => {
      this.#lose(worker, failure('input.too-hard', { limit: `${seconds} s` }));
    }, seconds * 1_000);
    if (this.#worker === worker) worker.postMessage({ method, given });
    const answer = (await settled) as Answer<M>;
    clearTimeout(late);
    this.#settle = null;
    return answer.ok ? answer : failure(answer.code, { name, ...answer.params }, answer.detail);
  }

  end(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }

  #lose(worker: Worker, why: Result<never>): void {
    if (this.#worker === worker) this.end();
    this.#settle?.(why);
  }

  #refusal(error: unknown): Result<never> {
    const { code, name, stack = '' } = error as NodeJS.ErrnoException;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      return failure('input.too-hard', { limit: `${this.#limits.megabytes} MB` });
    // Kind and place only: the message of a bug may quote the copy.
    return failure(
      'internal',
      {},
      [name, ...stack.split('\n').filter((line) => /^ +at /.test(line))].join('\n'),
    );
  }
}

/** Does work that reads with a thread of its own, which is gone afterwards. */
export async function withReader<T>(
  limits: ReadingLimits,
  work: (thread: ReadingThread) => Promise<T>,
): Promise<T> {
  const thread = new ReadingThread(limits);
  thread.start();
  try {
    return await work(thread);
  } finally {
    thread.end();
  }
}
