import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Result, success } from '#core/failure';
import { errorCode, type FileHandle, type FileSystem } from './file-system';
import { ioFailure } from './io-failure';

/** Files that a save left behind when it was killed: `.<name>.<12 hex>.tmp`. Swept when a desk is opened. */
export const temporaryFile = /^\..+\.[0-9a-f]{12}\.tmp$/;

const fileMode = 0o644;

/** Windows answers so while a scanner or an indexer holds the target; it lets go within a moment. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);
/** Waits between attempts at the rename, in milliseconds: about two seconds in all. */
const renameWaits = process.platform === 'win32' ? [20, 40, 80, 160, 320, 640, 800] : [20, 40, 80];

/**
 * Replaces a file by `bytes` so that, whatever happens, the old or the new content is there, whole (design decision
 * 5): a new file beside it, every byte written, fsync, size and content read back, rename, fsync of the folder.
 * Success means that all of it returned. After any failure the old file stands and the temporary one is gone; a
 * failed fsync is never tried again on the same file, because the kernel may have dropped the pages and would then
 * call the second one a success.
 * Codes: `io.disk-full`, `io.denied`, `io.not-found`, `io.write`.
 */
export async function writeAtomically(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
): Promise<Result<null>> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeWhole(fs, temporary, bytes);
    await renameOver(fs, temporary, path);
  } catch (error) {
    await fs.unlink(temporary).catch(() => {
      // It was never created, or the disk is gone: the sweep at the next opening removes what is left.
    });
    return ioFailure(error, 'write', basename(path));
  }
  try {
    await fs.syncFolder(dirname(path));
  } catch (error) {
    // The new file is in place, but a power cut could bring the old one back: that is not "saved".
    return ioFailure(error, 'write', basename(path));
  }
  return success(null);
}

async function writeWhole(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.createExclusive(path, fileMode);
  try {
    await writeAll(handle, bytes);
    await handle.sync();
    if ((await handle.size()) !== bytes.byteLength)
      throw new Error('the file is shorter than what was written');
  } finally {
    await handle.close();
  }
  const written = await fs.readFile(path);
  if (Buffer.compare(written, bytes) !== 0) throw new Error('the file reads back differently');
}

/** A file system may take fewer bytes than it was given and call that a success: go on until it has them all. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.byteLength) {
    const taken = await handle.write(bytes.subarray(offset));
    if (taken <= 0) throw Object.assign(new Error('no byte was taken'), { code: 'ENOSPC' });
    offset += taken;
  }
}

async function renameOver(fs: FileSystem, from: string, to: string): Promise<void> {
  for (const wait of [...renameWaits, null]) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      if (wait === null || !passing.has(errorCode(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
