import { lstatSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { errorCode } from '../file-system';
import type { ArticleFiles } from '../read-folder';
import { type Task, work } from './reader';

/** The disk, answering at once: this thread has nothing else to do, and promises would cost it half of its time. */
const files: ArticleFiles = {
  info(path) {
    try {
      const entry = lstatSync(path);
      const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
      return { kind, size: entry.size, modified: entry.mtimeMs, changed: entry.ctimeMs };
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw error;
    }
  },
  readFile: (path) => readFileSync(path),
};

const { desk } = workerData as { readonly desk: string };
let last = Promise.resolve();
// One after the other: answers are told apart by their order alone.
parentPort?.on('message', (task: Task) => {
  last = last.then(async () => parentPort?.postMessage(await work(files, desk, task)));
});
