import { availableParallelism } from 'node:os';
import { type Outcome, refused, type Task } from './outcome';
import { type ReadingLimits, type ReadingThread, withReader } from './reading-thread';

/** A thread costs as much to start as a few stories to convert. */
const fewest = 4;

/** Converts many files over the cores; outcomes come in the order of the tasks. One that hangs stops no other. */
export async function convertMany(
  tasks: readonly Task[],
  limits: ReadingLimits,
  onDone: (done: number) => void,
): Promise<Outcome[]> {
  const threads = Math.min(availableParallelism(), Math.ceil(tasks.length / fewest));
  const outcomes: Outcome[] = [];
  let next = 0;
  let done = 0;
  const work = async (thread: ReadingThread): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task) outcomes[index] = await convert(thread, task);
      done += 1;
      onDone(done);
    }
  };
  await Promise.all(Array.from({ length: threads }, () => withReader(limits, work)));
  return outcomes;
}

async function convert(thread: ReadingThread, task: Task): Promise<Outcome> {
  const { name } = task;
  const converted = await thread.ask('convertFile', task, name);
  return converted.ok ? converted.value : refused(name, converted);
}
