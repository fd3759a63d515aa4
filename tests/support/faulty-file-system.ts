import { diskFileSystem, type FileSystem } from '#storage/index';

export interface Fault {
  /** Which call fails, counted from 1. */
  readonly call: number;
  /** Node's error code, e.g. `ENOSPC`. */
  readonly code: string;
  /** Once, or this call and every one behind it. */
  readonly forever?: boolean;
}

/** The real disk, with one call that fails on purpose. Counts its calls, and remembers their names. */
export function faultyFileSystem(fault: Fault | null) {
  const calls: string[] = [];
  const check = (name: string): void => {
    calls.push(name);
    if (!fault) return;
    const isDue = fault.forever ? calls.length >= fault.call : calls.length === fault.call;
    if (isDue) throw Object.assign(new Error(`${fault.code} on purpose in ${name}`), { code: fault.code });
  };
  const fs: FileSystem = {
    ...diskFileSystem,
    async createExclusive(path, mode) {
      check('createExclusive');
      const handle = await diskFileSystem.createExclusive(path, mode);
      return {
        write: async (bytes) => {
          check('write');
          return handle.write(bytes);
        },
        sync: async () => {
          check('sync');
          await handle.sync();
        },
        size: async () => {
          check('size');
          return handle.size();
        },
        close: () => handle.close(),
      };
    },
    readFile: async (path) => {
      check('readFile');
      return diskFileSystem.readFile(path);
    },
    rename: async (from, to) => {
      check('rename');
      await diskFileSystem.rename(from, to);
    },
    syncFolder: async (path) => {
      check('syncFolder');
      await diskFileSystem.syncFolder(path);
    },
  };
  return { fs, calls };
}
