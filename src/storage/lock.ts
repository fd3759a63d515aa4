import { randomUUID } from 'node:crypto';
import { errorCode, type FileSystem } from './file-system';

/** A lock older than this many milliseconds was left by somebody who died. No save takes that long. */
const staleAfter = 10_000;
const waitTime = 15;

/**
 * Runs `work` while no other process saves the same article: closes the gap between "is the file still the one I
 * read?" and the rename. The lock is a file that exists for milliseconds; one that was left behind is taken over.
 */
export async function withFileLock<T>(fs: FileSystem, path: string, work: () => Promise<T>): Promise<T> {
  await acquire(fs, path);
  try {
    return await work();
  } finally {
    await fs.unlink(path).catch(() => {
      // Taken over as stale by somebody else: then it is theirs.
    });
  }
}

async function acquire(fs: FileSystem, path: string): Promise<void> {
  for (;;) {
    try {
      const handle = await fs.createExclusive(path, 0o644);
      await handle.close();
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      await breakIfStale(fs, path);
      await new Promise((resolve) => setTimeout(resolve, waitTime));
    }
  }
}

/** Renamed first and removed then, so that of two who find it stale only one removes it. */
async function breakIfStale(fs: FileSystem, path: string): Promise<void> {
  const info = await fs.info(path);
  // From the future it is nobody's either: a clock was put back, or somebody wants every save to wait for ever.
  if (!info || Math.abs(Date.now() - info.modified) < staleAfter) return;
  const taken = `${path}.${randomUUID()}`;
  await fs.rename(path, taken).then(
    () => fs.unlink(taken),
    () => undefined,
  );
}
