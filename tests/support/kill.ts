import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process and everything below it, as Linux knows them; elsewhere only itself. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      try {
        const [, parent] = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        parents.set(Number(name), Number(parent));
      } catch {
        // It has ended meanwhile.
      }
    }
  } catch {
    return [root];
  }
  const found = [root];
  for (const id of found) for (const [child, parent] of parents) if (parent === id) found.push(child);
  return found;
}

export function isAlive(id: number): boolean {
  try {
    // A zombie answers to signal 0; it does nothing any more.
    const [, state] = /^\d+ \(.*\) (\S)/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [];
    return state !== 'Z';
  } catch {
    try {
      return process.platform !== 'linux' && process.kill(id, 0);
    } catch {
      return false;
    }
  }
}

/** Ends these processes without a warning and waits until they are gone. */
export async function killAll(ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // Already gone: the first one takes most of the others with it.
    }
  }
  while (ids.some(isAlive)) await pause(5);
}
