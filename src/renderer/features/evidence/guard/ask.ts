import type { QuoteComparison, SourceSpan } from '#core/claims/quote-guard';
import type { QuoteLocator } from '../find-quote';

export type GuardTask =
  | { readonly type: 'compare'; readonly words: string; readonly text: string }
  | { readonly type: 'find'; readonly locator: QuoteLocator; readonly text: string };

export interface GuardAnswers {
  readonly compare: QuoteComparison;
  readonly find: readonly SourceSpan[];
}

/** Puts a task to a worker of its own; null when `signal` stops it. */
export function ask<T extends GuardTask>(
  task: T,
  signal: AbortSignal,
): Promise<GuardAnswers[T['type']] | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./guard-worker.ts', import.meta.url), { type: 'module' });
    const stop = (): void => {
      worker.terminate();
      signal.removeEventListener('abort', callOff);
    };
    const callOff = (): void => {
      stop();
      resolve(null);
    };
    signal.addEventListener('abort', callOff);
    worker.onmessage = ({ data }) => {
      stop();
      resolve(data as GuardAnswers[T['type']]);
    };
    worker.onerror = (event) => {
      stop();
      reject(new Error(event.message));
    };
    worker.postMessage(task);
  });
}
