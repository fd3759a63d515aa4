import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Result, success } from '#core/failure';
import { type FileHandle, type FileSystem, patiently } from './file-system';
import { ioFailure } from './io-failure';

/** Files that a save left behind when it was killed: `.<name>.<12 hex>.tmp`. Swept when a desk is opened. */
export const temporaryFile = /^\..+\.[0-9a-f]{12}\.tmp$/;

const fileMode = 0o644;

/**
 * Replaces a file by `bytes` so that, whatever happens, the old or the new content is there, whole (design decision
 * 5): a new file beside it, every byte written, fsync, size and content read back, rename, fsync of the folder.
 * Success means that all of it returned. After any failure the old file stands and the temporary one is gone; a
 * failed fsync is never tried again on the same file, because the kernel may have dropped the pages and would then
 * call the second one a success.
 * Codes: `io.disk-full`, `io.denied`, `io.busy`, `io.not-found`, `io.write`.
 */
export async function writeAtomically(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
): Promise<Result<null>> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeWhole(fs, temporary, bytes);
    await patiently(fs, () => fs.rename(temporary, path));
  } catch (error) {
    await patiently(fs, () => fs.unlink(temporary)).catch(() => {
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
  const handle = await patiently(fs, () => fs.createExclusive(path, fileMode));
  try {
    await writeAll(handle, bytes);
    await handle.sync();
    if ((await handle.size()) !== bytes.byteLength)
      throw new Error('the file is shorter than what was written');
  } finally {
    await handle.close();
  }
  const written = await patiently(fs, () => fs.readFile(path));
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
