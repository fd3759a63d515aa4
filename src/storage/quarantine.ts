import { randomBytes } from 'node:crypto';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Result, success } from '#core/failure';
import { names } from './article-folder';
import { writeAtomically } from './atomic-write';
import { type FileSystem, makeDurableFolder, patiently } from './file-system';
import { ioFailure } from './io-failure';

/**
 * A file that was written or changed less than this many milliseconds ago may still be on its way, from a
 * synchronised folder or another program: it is told of, and stays where it is.
 */
const settledAfter = 60_000;

/** Whether a file has lain there for a while. One from the future, after the clock went back, has not. */
export async function isSettled(fs: FileSystem, path: string): Promise<boolean> {
  const info = await fs.info(path);
  return info?.kind === 'file' && fs.now() - Math.max(info.modified, info.changed) > settledAfter;
}

/**
 * Where a damaged file goes: the same path below `quarantine/`, with the instant and a random ending, so that nothing
 * that lies there already is ever replaced.
 */
async function placeFor(fs: FileSystem, desk: string, path: string): Promise<string> {
  let folder = join(desk, names.quarantine);
  await makeDurableFolder(fs, folder);
  for (const part of dirname(relative(desk, path)).split(sep)) {
    if (part === '.') continue;
    folder = join(folder, part);
    await makeDurableFolder(fs, folder);
  }
  const stamp = new Date(fs.now()).toISOString().replace(/[:.]/g, '-');
  return join(folder, `${basename(path)}.${stamp}-${randomBytes(4).toString('hex')}`);
}

/**
 * Moves a damaged file of a desk out of the way, whole; it is never deleted. Gives where it is now, as a path below the
 * desk with slashes. One move: whatever stops it, the file is in the one place or in the other.
 */
export async function quarantine(fs: FileSystem, desk: string, path: string): Promise<Result<string>> {
  try {
    const place = await placeFor(fs, desk, path);
    await patiently(fs, () => fs.rename(path, place));
    await fs.syncFolder(dirname(place));
    await fs.syncFolder(dirname(path));
    return success(shown(desk, place));
  } catch (error) {
    return ioFailure(error, 'write', names.quarantine);
  }
}

/** Puts a copy of a damaged file into quarantine, before its place is taken by what is right. */
export async function quarantineCopy(
  fs: FileSystem,
  desk: string,
  path: string,
  bytes: Uint8Array,
): Promise<Result<string>> {
  try {
    const place = await placeFor(fs, desk, path);
    const written = await writeAtomically(fs, place, bytes);
    return written.ok ? success(shown(desk, place)) : written;
  } catch (error) {
    return ioFailure(error, 'write', names.quarantine);
  }
}

function shown(desk: string, path: string): string {
  return relative(desk, path).split(sep).join('/');
}
