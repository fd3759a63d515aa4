import { randomUUID } from 'node:crypto';
import { errorCode, type FileSystem, patiently } from './file-system';
import { isOwnerDead, ownerMark } from './lock-owner';

/**
 * A lock older than this many milliseconds was left by somebody who died, on a machine that we cannot ask. No save takes
 * that long.
 */
const staleAfter = 10_000;
const waitTime = 15;
/** Who cannot get a lock for so many milliseconds says so instead of waiting for ever. */
const patience = 15_000;

/** Locks of ours that could not be removed, with the time of the file: nobody else has to wait for them. */
const leftBehind = new Map<string, number>();

/**
 * Runs `work` while no other process saves the same article: closes the gap between "is the file still the one I
 * read?" and the rename. The lock is a file that exists for milliseconds; one that was left behind is taken over: at
 * once when its owner was killed on this machine, since the next edit may not wait, else when it is old.
 * Rejects with the disk's error when there can be no lock, with `EBUSY` when somebody keeps it.
 */
export async function withFileLock<T>(fs: FileSystem, path: string, work: () => Promise<T>): Promise<T> {
  await acquire(fs, path);
  try {
    return await work();
  } finally {
    await release(fs, path);
  }
}

async function release(fs: FileSystem, path: string): Promise<void> {
  try {
    await patiently(fs, () => fs.unlink(path));
  } catch {
    // Taken over as stale by somebody else, then it is theirs; or the disk is gone, and the lock on it still ours.
    const info = await fs.info(path).catch(() => undefined);
    if (info !== null) leftBehind.set(path, info?.modified ?? fs.now());
  }
}

async function acquire(fs: FileSystem, path: string): Promise<void> {
  let waited = 0;
  let seen = Number.NaN;
  let unchanged = 0;
  for (;;) {
    if (await create(fs, path)) return;
    const modified = (await fs.info(path))?.modified;
    unchanged = modified === seen ? unchanged + waitTime : 0;
    seen = modified ?? Number.NaN;
    // By the clock on the wall, or, as that may have gone back, by how long it was looked at.
    const isFree =
      modified !== undefined &&
      (isOurs(path, modified) || isStale(fs, modified, unchanged) || (await isOrphan(fs, path)));
    if (isFree) await takeAway(fs, path);
    else if (waited > patience) throw Object.assign(new Error('the lock is kept'), { code: 'EBUSY' });
    await fs.pause(waitTime);
    waited += waitTime;
  }
}

async function create(fs: FileSystem, path: string): Promise<boolean> {
  try {
    const handle = await patiently(fs, () => fs.createExclusive(path, 0o644));
    leftBehind.delete(path);
    // A full disk takes no byte of it: the lock then holds by being there.
    await handle.write(ownerMark()).catch(() => 0);
    await handle.close().catch(() => undefined);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

function isOurs(path: string, modified: number): boolean {
  const left = leftBehind.get(path);
  return left !== undefined && modified <= left;
}

function isStale(fs: FileSystem, modified: number, unchanged: number): boolean {
  // From the future it is nobody's either: a clock was put back, or somebody wants every save to wait for ever.
  return Math.abs(fs.now() - modified) >= staleAfter || unchanged >= staleAfter;
}

/** Whether its owner is known to be dead. */
async function isOrphan(fs: FileSystem, path: string): Promise<boolean> {
  return isOwnerDead(await fs.readFile(path).catch(() => new Uint8Array()));
}

/** Renamed first and removed then, so that of two who find it stale only one removes it. */
async function takeAway(fs: FileSystem, path: string): Promise<void> {
  const taken = `${path}.${randomUUID()}`;
  try {
    await fs.rename(path, taken);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  await fs.unlink(taken).catch(() => {
    // It hinders nobody under this name, and the next sweep removes it.
  });
}
