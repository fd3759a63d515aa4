import { spawnSync } from 'node:child_process';

/** A real file system of a desk's own: small, and able to be full, read only, gone and back. */
export interface Mount {
  readonly folder: string;
  readOnly(isReadOnly: boolean): void;
  remove(): void;
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function must(command: string, ...args: string[]): void {
  if (!run(command, ...args)) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** A RAM disk of `megabytes` in `folder`, which exists; null where this machine does not let us mount one. */
export function mountRamDisk(folder: string, megabytes: number): Mount | null {
  if (
    process.platform !== 'linux' ||
    !run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'marbre', folder)
  )
    return null;
  return {
    folder,
    readOnly: (isReadOnly) => must('mount', '-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder),
    remove: () => void run('umount', '-l', folder),
  };
}

/** What lies in `source`, mounted at `folder`, too: it can be taken away under an app that has it open. */
export function mountTwice(source: string, folder: string): boolean {
  return process.platform === 'linux' && run('mount', '--bind', source, folder);
}

/** Makes a folder that is in use one that can only be read; gives what takes that back, or null. */
export function lockFolder(folder: string): (() => void) | null {
  if (!mountTwice(folder, folder)) return null;
  must('mount', '-o', 'remount,bind,ro', folder);
  return () => pull(folder);
}

/** As when a disk is pulled: whatever was open in it goes nowhere. */
export function pull(folder: string): void {
  must('umount', '-l', folder);
}

export const cannotMount =
  'this machine lets us mount no file system (it takes root on Linux): not tested here';
