import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { failure, type Result, success } from '#core/failure';
import type { SizeLimit } from '../chosen-file';
import { ioFailure } from '../io-failure';

/** Links are not followed; a pipe without a writer does not block. Windows knows neither flag. */
const plainOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a plain file that lies in `root`, a path without a link in it. The folder may have changed since somebody
 * looked: a link, wherever it stands on the way, is not followed out of it. Codes: `input.no-file`, `input.too-large`,
 * `io.…`.
 */
export async function readInside(root: string, place: string, limit: SizeLimit): Promise<Result<Uint8Array>> {
  const path = join(root, ...place.split('/'));
  const name = basename(path);
  try {
    const real = await realpath(path);
    const isInside = real.startsWith(root.endsWith(sep) ? root : root + sep);
    if (!isInside || !(await lstat(path)).isFile()) return failure('input.no-file', { name });
    const handle = await open(path, plainOnly);
    try {
      const entry = await handle.stat();
      if (!entry.isFile()) return failure('input.no-file', { name });
      if (entry.size > limit.bytes) return failure('input.too-large', { name, limit: limit.words });
      return success(new Uint8Array(await handle.readFile()));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}
