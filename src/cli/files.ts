import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { failure, type Result, success } from '#core/failure';
import { maximumImportBytes } from '#core/formats/types';
import { diskFileSystem, type Incoming, ioFailure, writeAtomically } from '#storage/index';
import type { Console } from './console';

/** A file by its path, or standard input for `-`. */
export async function readFileOrInput(io: Console, path: string): Promise<Result<Incoming>> {
  if (path === '-') return success({ name: '-', bytes: await io.readInput() });
  return readFrom(path);
}

/** A file by its path. Codes: `input.not-found`, `input.too-large`, `io.…`. */
export async function readFrom(path: string): Promise<Result<Incoming>> {
  const name = basename(path);
  try {
    const info = await diskFileSystem.info(resolve(path));
    if (info === null) return failure('input.not-found', { name });
    if (info.kind === 'folder') return failure('io.read', { name });
    if (info.size > maximumImportBytes) return failure('input.too-large', { name, limit: '20 MB' });
    // Links and pipes too: a shell hands over `<(command)` as one.
    return success({ name, bytes: new Uint8Array(await readFile(resolve(path))) });
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}

/** Writes data to a file, whole or not at all, or to standard output. */
export async function writeFileOrOutput(
  io: Console,
  path: string | undefined,
  bytes: Uint8Array,
): Promise<Result<null>> {
  if (path !== undefined && path !== '-') return writeAtomically(diskFileSystem, resolve(path), bytes);
  io.out(bytes);
  return success(null);
}
