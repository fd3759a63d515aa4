import { basename, dirname } from 'node:path';
import { type Result, success } from '#core/failure';
import { writeAtomically } from './atomic-write';
import { type FileSystem, makeDurableFolder } from './file-system';
import { ioFailure } from './io-failure';
import { quarantineCopy } from './quarantine';

/**
 * Writes a file that is named after its hash. One that is there already is kept, unless the disk has spoiled it: then
 * it goes into quarantine, and the right bytes take its place.
 */
export async function placeHashed(
  fs: FileSystem,
  desk: string,
  path: string,
  bytes: Uint8Array,
): Promise<Result<null>> {
  try {
    await makeDurableFolder(fs, dirname(path));
    const known = (await fs.info(path)) === null ? null : await fs.readFile(path);
    if (known && Buffer.compare(known, bytes) === 0) {
      // Whoever wrote it may have been told that it is not safe yet.
      await fs.syncFolder(dirname(path));
      return success(null);
    }
    const kept = known === null ? null : await quarantineCopy(fs, desk, path, known);
    return kept?.ok === false ? kept : writeAtomically(fs, path, bytes);
  } catch (error) {
    return ioFailure(error, 'write', basename(dirname(path)));
  }
}
