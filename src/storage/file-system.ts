import { constants } from 'node:fs';
import {
  access,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** One open file, as the writer needs it. */
export interface FileHandle {
  /** Writes from `bytes` and gives how many bytes were taken, which may be fewer than were offered. */
  write(bytes: Uint8Array): Promise<number>;
  sync(): Promise<void>;
  /** Size in bytes as the file system has it. */
  size(): Promise<number>;
  close(): Promise<void>;
}

export interface EntryInfo {
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970: when the content was written, as far as whoever wrote it tells the truth. */
  readonly modified: number;
  /** Milliseconds since 1970: when anything of it was changed; tools that copy files cannot set this one. */
  readonly changed: number;
}

/**
 * The file-system calls that storage makes, and no others: small enough to be replaced by a double that fails on
 * purpose. Every call rejects with Node's error (`code` is `ENOSPC`, `EACCES` …).
 */
export interface FileSystem {
  /** Creates a file that must not exist yet. */
  createExclusive(path: string, mode: number): Promise<FileHandle>;
  /** The bytes of a plain file; what is none (a link, a pipe, a device) is refused at once with `EINVAL`. */
  readFile(path: string): Promise<Uint8Array>;
  /** `length` bytes from `start`; fewer where the file ends before. */
  readRange(path: string, start: number, length: number): Promise<Uint8Array>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Gives a file a second name; many disks cannot. */
  link(from: string, to: string): Promise<void>;
  /** The path without any link in it. What it names must be there. */
  realPath(path: string): Promise<string>;
  /** Makes what happened in a folder (a rename) survive a power cut; nothing where the platform cannot. */
  syncFolder(path: string): Promise<void>;
  /** Makes a folder where none is. Refuses a link (`ENOTDIR`): what is written behind it would leave the desk. */
  makeFolder(path: string): Promise<void>;
  /** Removes a folder and all that is in it. */
  removeFolder(path: string): Promise<void>;
  list(path: string): Promise<string[]>;
  /** Null when nothing is there. Links are not followed: a link is `other`. */
  info(path: string): Promise<EntryInfo | null>;
  isWritable(path: string): Promise<boolean>;
  /** The clock on the wall, in milliseconds since 1970: it may jump, and go backwards. */
  now(): number;
  /** Waits for so many milliseconds. */
  pause(ms: number): Promise<void>;
  /** How long each attempt waits for whoever holds a file for a moment, in milliseconds (`patiently`). */
  readonly waits: readonly number[];
}

/** Windows answers so while a scanner or an indexer holds a file; it lets go within a moment. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);
/** Scanners take up to two seconds. Elsewhere nobody holds files, and EACCES means what it says. */
export const windowsWaits: readonly number[] = [20, 40, 80, 160, 320, 640, 800];
const otherWaits: readonly number[] = [20, 40, 80];

/** Tries again what somebody else may be in the way of for a moment; what lasts longer is thrown. */
export async function patiently<T>(
  fs: Pick<FileSystem, 'waits' | 'pause'>,
  work: () => Promise<T>,
): Promise<T> {
  for (const wait of fs.waits) {
    try {
      return await work();
    } catch (error) {
      if (!passing.has(errorCode(error))) throw error;
      await fs.pause(wait);
    }
  }
  return work();
}

/**
 * Makes a folder whose parent is there, so that it survives a power cut: a file in it is worth nothing when the folder
 * itself is not found again.
 */
export async function makeDurableFolder(fs: FileSystem, path: string): Promise<void> {
  if ((await fs.info(path))?.kind !== 'folder') await fs.makeFolder(path);
  // Also of one that is there: whoever made it may have been stopped before this.
  await fs.syncFolder(dirname(path));
}

/** Network and foreign disks that cannot sync a folder answer so: there is nothing more that could be done. */
const cannotSync = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']);

export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** A pipe without a writer would block whoever opens it, a link lead elsewhere; Windows knows neither flag. */
const plainOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a plain file and nothing else. A desk comes from anywhere: a pipe in it would hang every save, a device never
 * end, and a link show what lies outside. The flags hold where somebody swaps the file behind the look at it.
 */
async function openPlain(path: string): ReturnType<typeof open> {
  if (!(await lstat(path)).isFile()) throw refusal('EINVAL', 'not a plain file');
  return open(path, plainOnly);
}

function refusal(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** The real disk. */
export const diskFileSystem: FileSystem = {
  async createExclusive(path, mode) {
    const handle = await open(path, 'wx', mode);
    return {
      write: async (bytes) => (await handle.write(bytes, 0, bytes.byteLength)).bytesWritten,
      sync: () => handle.sync(),
      size: async () => (await handle.stat()).size,
      close: () => handle.close(),
    };
  },
  async readFile(path) {
    const handle = await openPlain(path);
    const bytes = await handle.readFile().finally(() => handle.close());
    // Not a copy where the bytes have their memory to themselves: every save reads back what it wrote.
    return bytes.byteLength === bytes.buffer.byteLength
      ? new Uint8Array(bytes.buffer)
      : new Uint8Array(bytes);
  },
  async readRange(path, start, length) {
    const handle = await openPlain(path);
    try {
      const bytes = new Uint8Array(length);
      let taken = 0;
      while (taken < length) {
        const { bytesRead } = await handle.read(bytes, taken, length - taken, start + taken);
        if (bytesRead === 0) break;
        taken += bytesRead;
      }
      return bytes.subarray(0, taken);
    } finally {
      await handle.close();
    }
  },
  rename,
  unlink,
  link,
  realPath: (path) => realpath(path),
  async syncFolder(path) {
    // Windows cannot open a folder; its rename is on disk when the journal is.
    if (process.platform === 'win32') return;
    const handle = await open(path, constants.O_RDONLY);
    try {
      await handle.sync();
    } catch (error) {
      if (!cannotSync.has(errorCode(error))) throw error;
    } finally {
      await handle.close();
    }
  },
  async makeFolder(path) {
    try {
      await mkdir(path, { recursive: true });
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      // On a disk that can only be read Node says so of its recursive form; the plain one tells the truth.
      await mkdir(path);
    }
    if (!(await lstat(path)).isDirectory()) throw refusal('ENOTDIR', 'a link');
  },
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  list: (path) => readdir(path),
  async info(path) {
    try {
      const entry = await lstat(path);
      const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
      return { kind, size: entry.size, modified: entry.mtimeMs, changed: entry.ctimeMs };
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw error;
    }
  },
  async isWritable(path) {
    try {
      await stat(path);
      await access(path, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
  now: () => Date.now(),
  pause: async (ms) => void (await pause(ms)),
  waits: process.platform === 'win32' ? windowsWaits : otherWaits,
};
