import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { failure } from '#core/failure';
import { convertFile, type Outcome, type Task } from './convert-file';

/** Beside the command line once it is built. */
const script = new URL(`./${'convert-worker'}.mjs`, import.meta.url);

/** A thread costs as much to start as a few stories to convert. */
const fewest = 4;
/** How long one file may take, in ms, and how much memory a thread may fill, in MB: then it is the file's fault. */
const patience = 60_000;
const mostMemory = 1_024;

/** Converts many files over the cores; outcomes come in the order of the tasks. One that hangs stops no other. */
export async function convertMany(
  tasks: readonly Task[],
  onDone: (done: number) => void,
): Promise<Outcome[]> {
  const threads = Math.min(availableParallelism(), Math.ceil(tasks.length / fewest));
  const outcomes: Outcome[] = [];
  let next = 0;
  let done = 0;
  const work = async (convert: (task: Task) => Promise<Outcome>): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task) outcomes[index] = await convert(task);
      done += 1;
      onDone(done);
    }
  };
  if (threads < 2 || !existsSync(fileURLToPath(script))) await work(convertFile);
  else await Promise.all(Array.from({ length: threads }, () => withThread(work)));
  return outcomes;
}

async function withThread(work: (convert: Thread['convert']) => Promise<void>): Promise<void> {
  const thread = new Thread();
  try {
    await work((task) => thread.convert(task));
  } finally {
    thread.end();
  }
}

/** A thread that is replaced when a file brings it down. */
class Thread {
  #worker: Worker | null = null;
  /** Takes the answer to what the thread is busy with. */
  #answer: (outcome: Outcome | Error) => void = () => {};

  convert(task: Task): Promise<Outcome> {
    this.#worker ??= this.#start();
    this.#worker.postMessage(task);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#answer(new Error('timeout')), patience);
      this.#answer = (answer) => {
        clearTimeout(timer);
        if (answer instanceof Error) this.end();
        resolve(answer instanceof Error ? tooHard(task, answer) : answer);
      };
    });
  }

  #start(): Worker {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
    worker.on('message', (outcome: Outcome) => this.#answer(outcome));
    worker.on('error', (error) => this.#answer(error instanceof Error ? error : new Error(String(error))));
    return worker;
  }

  end(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }
}

function tooHard({ name }: Task, error: Error): Outcome {
  const failed = failure('input.too-hard', { name, limit: `${patience / 1_000} s` }, error.message);
  return { name, failure: failed, warnings: [], lost: [] };
}
