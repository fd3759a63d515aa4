import { randomBytes } from 'node:crypto';
import { errorCode, type FileSystem } from './file-system';
import { isOwnerDead, ownerMark } from './lock-owner';

/**
 * A lock older than this many milliseconds was left by somebody who died, on a machine that we cannot ask. No save
 * takes that long.
 */
const staleAfter = 10_000;
const waitTime = 15;

/**
 * Runs `work` while no other process saves the same article: closes the gap between "is the file still the one I
 * read?" and the rename. The lock is a file that exists for milliseconds; one that was left behind is taken over: at
 * once when its owner was killed on this machine, since the next edit may not wait, else when it is old.
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
      // A full disk takes no byte of it: the lock then holds by being there.
      await handle.write(ownerMark()).catch(() => 0);
      await handle.close();
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      await breakIfStale(fs, path);
      await new Promise((resolve) => setTimeout(resolve, waitTime));
    }
  }
}

/**
 * Renamed first and removed then, so that of two who find it stale only one removes it; to a name that the sweep knows,
 * should this be killed in between.
 */
async function breakIfStale(fs: FileSystem, path: string): Promise<void> {
  const info = await fs.info(path);
  if (!info) return;
  const isOld = Date.now() - info.modified >= staleAfter;
  if (!isOld && !isOwnerDead(await fs.readFile(path).catch(() => new Uint8Array()))) return;
  const taken = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await fs.rename(path, taken).then(
    () => fs.unlink(taken),
    () => undefined,
  );
}
