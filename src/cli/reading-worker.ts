import { parentPort } from 'node:worker_threads';
import type { Result } from '#core/failure';
import { type Given, type ReadingMethod, readingWork } from './reading-work';

interface Question {
  readonly method: ReadingMethod;
  readonly given: unknown;
}

// One question at a time: whoever asks knows what this thread is busy with.
parentPort?.on('message', async ({ method, given }: Question) => {
  parentPort?.postMessage(await answer(method, given));
});
// The time that a file has begins when all that reads it is loaded.
parentPort?.postMessage('ready');

/** The one who asks is the command line itself, and its types see to it that both belong together. */
async function answer<M extends ReadingMethod>(method: M, given: unknown): Promise<Result<unknown>> {
  return readingWork[method](given as Given<M>);
}
