import { parentPort } from 'node:worker_threads';
import { convertFile, type Task } from './convert-file';

// One file at a time: whoever gives out the work knows what this thread is busy with.
parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await convertFile(task)));
