import { Worker } from 'node:worker_threads';
import type { Age } from './age';
import type { AgeAnswer, AgeTask } from './age-worker';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * `Age` in a thread of its own: trying a passphrase takes a second of a processor, a recording several, and neither the
 * window nor a save waits for that. `script`: the built `age-worker`. The thread begins with the first call.
 */
export function ageInThread(script: URL): Age {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;

  const lose = (error: Error): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const begin = (): Worker => {
    const thread = new Worker(script);
    thread.on('message', ({ number, value, error }: AgeAnswer) => {
      const asking = waiting.get(number);
      waiting.delete(number);
      if (error === undefined) asking?.resolve(value as never);
      else asking?.reject(new Error(error));
    });
    thread.on('error', lose);
    thread.on('exit', () => lose(new Error('the thread ended')));
    // It ends with the program, whatever it is at.
    thread.unref();
    return thread;
  };
  const ask =
    (method: keyof Age) =>
    (...input: readonly unknown[]): Promise<never> => {
      worker ??= begin();
      asked += 1;
      const task: AgeTask = { number: asked, method, input };
      const answer = new Promise<never>((resolve, reject) => waiting.set(task.number, { resolve, reject }));
      worker.postMessage(task);
      return answer;
    };
  return {
    newKey: ask('newKey'),
    encrypt: ask('encrypt'),
    decrypt: ask('decrypt'),
    wrap: ask('wrap'),
    unwrap: ask('unwrap'),
  };
}
