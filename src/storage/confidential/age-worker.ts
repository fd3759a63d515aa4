import { parentPort } from 'node:worker_threads';
import { type Age, ageHere } from './age';

/** One call of `Age`, as it crosses to the thread. */
export interface AgeTask {
  readonly number: number;
  readonly method: keyof Age;
  readonly input: readonly unknown[];
}

export interface AgeAnswer {
  readonly number: number;
  readonly value?: unknown;
  /** Why it threw; never what it was about. */
  readonly error?: string;
}

parentPort?.on('message', async ({ number, method, input }: AgeTask) => {
  try {
    const value = await (ageHere[method] as (...given: readonly unknown[]) => Promise<unknown>)(...input);
    parentPort?.postMessage({ number, value } satisfies AgeAnswer);
  } catch (error) {
    parentPort?.postMessage({
      number,
      error: error instanceof Error ? error.message : 'age',
    } satisfies AgeAnswer);
  }
});
