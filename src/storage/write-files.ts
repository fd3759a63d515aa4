import { basename, dirname, join } from 'node:path';
import { type Result, success } from '#core/failure';
import type { Work } from '#core/formats/work';
import { writeAtomically } from './atomic-write';
import { diskFileSystem } from './file-system';
import { ioFailure } from './io-failure';

/**
 * Writes a work: pictures below its folder, the second file under its name. The file itself goes last, for it says that
 * all is done. Codes: `io.…`.
 */
export async function writeWork(target: string, { bytes, sibling, pictures }: Work): Promise<Result<null>> {
  const name = basename(target);
  const beside = new Map(pictures);
  if (sibling) beside.set(`${name.replace(/\.[^.]*$/, '')}.${sibling.extension}`, sibling.bytes);
  return writeFiles(dirname(target), [...beside, [name, bytes]]);
}

/**
 * Writes files into a folder that is there, in this order, and into folders below it, which are made. Each is whole or
 * not there. Paths are relative, with forward slashes. Codes: `io.…`.
 */
export async function writeFiles(
  folder: string,
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
): Promise<Result<null>> {
  for (const [path, bytes] of files) {
    const target = join(folder, ...path.split('/'));
    const made = path.includes('/') ? await makeFolder(dirname(target)) : success(null);
    const written = made.ok ? await writeAtomically(diskFileSystem, target, bytes) : made;
    if (!written.ok) return written;
  }
  return success(null);
}

/** Makes a folder and those above it, where they are missing. Codes: `io.…`. */
export async function makeFolder(path: string): Promise<Result<null>> {
  try {
    await diskFileSystem.makeFolder(path);
    return success(null);
  } catch (error) {
    return ioFailure(error, 'write', basename(path));
  }
}
