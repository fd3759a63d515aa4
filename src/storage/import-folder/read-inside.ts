import { constants } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { failure, type Result } from '#core/failure';
import { readPlainFile, type SizeLimit } from '../chosen-file';
import { ioFailure } from '../io-failure';

/**
 * Reads a plain file that lies in `root`, a path without a link in it. The folder may have changed since somebody
 * looked: a link, wherever it stands on the way, is not followed out of it. Codes: `input.no-file`, `input.too-large`,
 * `io.…`.
 */
export async function readInside(root: string, place: string, limit: SizeLimit): Promise<Result<Uint8Array>> {
  const path = join(root, ...place.split('/'));
  const name = basename(path);
  const other = failure('input.no-file', { name });
  try {
    const real = await realpath(path);
    const isInside = real.startsWith(root.endsWith(sep) ? root : root + sep);
    if (!isInside || !(await lstat(path)).isFile()) return other;
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
  // Windows does not know the flag.
  return readPlainFile(path, { limit, flags: constants.O_NOFOLLOW ?? 0, other });
}
