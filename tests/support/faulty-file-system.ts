import { diskFileSystem, type FileSystem } from '#storage/index';

export interface Fault {
  /** Which call fails, counted from 1. */
  readonly call: number;
  /** Node's error code, e.g. `ENOSPC`. */
  readonly code: string;
  /** Once, or this call and every one behind it. */
  readonly forever?: boolean;
}

/** Every call of the port that can fail, as it is counted; those of an open file by their own names. */
export type CallName =
  | Exclude<keyof FileSystem, 'now' | 'pause' | 'waits'>
  | 'write'
  | 'sync'
  | 'size'
  | 'close';

export interface Options {
  /** What the calls that do not fail are made on; the real disk when it is left out. */
  readonly under?: FileSystem;
  /** The most bytes that one `write` takes. */
  readonly most?: number;
  /** Asked before each call: the code with which it fails, or null. Beside `fault`. */
  readonly refuse?: (name: CallName, path: string, call: number) => string | null;
}

/** A file system on which calls fail on purpose. Counts its calls, and remembers their names. */
export function faultyFileSystem(fault: Fault | null, options: Options = {}) {
  const { under = diskFileSystem, most = Number.POSITIVE_INFINITY, refuse } = options;
  const calls: CallName[] = [];
  const check = (name: CallName, path: string): void => {
    calls.push(name);
    const isDue = fault && (fault.forever ? calls.length >= fault.call : calls.length === fault.call);
    const code = isDue ? fault.code : (refuse?.(name, path, calls.length) ?? null);
    if (code !== null) throw Object.assign(new Error(`${code} on purpose in ${name}`), { code });
  };
  const on =
    <A extends readonly [string, ...unknown[]], T>(name: CallName, work: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      check(name, given[0]);
      return work(...given);
    };
  const fs: FileSystem = {
    createExclusive: on('createExclusive', async (path: string, mode: number) => {
      const handle = await under.createExclusive(path, mode);
      return {
        write: async (bytes) => {
          check('write', path);
          return handle.write(bytes.subarray(0, most));
        },
        sync: on('sync', () => handle.sync()).bind(null, path),
        size: on('size', () => handle.size()).bind(null, path),
        // Whatever it answers, the file is closed: a program has only so many.
        close: () => handle.close().then(() => check('close', path)),
      };
    }),
    readFile: on('readFile', under.readFile),
    readRange: on('readRange', under.readRange),
    rename: on('rename', under.rename),
    unlink: on('unlink', under.unlink),
    link: on('link', under.link),
    realPath: on('realPath', under.realPath),
    syncFolder: on('syncFolder', under.syncFolder),
    makeFolder: on('makeFolder', under.makeFolder),
    removeFolder: on('removeFolder', under.removeFolder),
    list: on('list', under.list),
    info: on('info', under.info),
    isWritable: (path) => on('isWritable', under.isWritable)(path).catch(() => false),
    now: () => under.now(),
    pause: (ms) => under.pause(ms),
    waits: under.waits,
  };
  return { fs, calls };
}
