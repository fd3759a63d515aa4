import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { failure, type Result, success } from '#core/failure';
import { maximumImportBytes } from '#core/formats/types';
import type { Work } from '#core/formats/work';
import { writeAtomically } from '#storage/atomic-write';
import { diskFileSystem } from '#storage/file-system';
import type { Incoming } from '#storage/import-file';
import { ioFailure } from '#storage/io-failure';
import { writeWork } from '#storage/write-files';
import type { Console } from './console';

/** A file by its path, or standard input for `-`. Codes: `input.not-found`, `input.too-large`, `io.…`. */
export async function readFileOrInput(io: Console, path: string): Promise<Result<Incoming>> {
  return path === '-' ? sized('-', await io.readInput(maximumImportBytes + 1)) : readFrom(path);
}

/** A file by its path. Codes: `input.not-found`, `input.too-large`, `io.…`. */
export async function readFrom(path: string): Promise<Result<Incoming>> {
  const name = basename(path);
  try {
    const info = await diskFileSystem.info(resolve(path));
    if (info === null) return failure('input.not-found', { name });
    if (info.kind === 'folder') return failure('io.read', { name });
    if (info.size > maximumImportBytes) return tooLarge(name);
    // Links and pipes too: a shell hands over `<(command)` as one. A device never ends, so it is not asked for more.
    return sized(name, await readMost(createReadStream(resolve(path)), maximumImportBytes + 1));
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}

/** What a stream holds, as far as `most` bytes. */
export async function readMost(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= most) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function sized(name: string, bytes: Uint8Array): Result<Incoming> {
  return bytes.byteLength > maximumImportBytes ? tooLarge(name) : success({ name, bytes });
}

function tooLarge(name: string): Result<never> {
  return failure('input.too-large', { name, limit: '20 MB' });
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

/** Writes a work to a file and beside it; on standard output there is room for the file alone. */
export async function writeWorkOrOutput(
  io: Console,
  path: string | undefined,
  work: Work,
): Promise<Result<null>> {
  if (path !== undefined && path !== '-') return writeWork(resolve(path), work);
  io.out(work.bytes);
  return success(null);
}
