import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Failure, failure, type Result, success } from '#core/failure';
import { ioFailure } from './io-failure';

/** How much is taken: in bytes, and as it is said to people. */
export interface SizeLimit {
  readonly bytes: number;
  readonly words: string;
}

/**
 * A file that a person has pointed at. Links are followed, for it is their disk; what is no file (a pipe, a device) is
 * refused at once, where reading would hang or never end. Codes: `input.too-large`, `io.…`.
 */
export function readChosenFile(path: string, limit: SizeLimit): Promise<Result<Uint8Array>> {
  const other = failure('io.read', { name: basename(path) }, 'not a file');
  return readPlainFile(path, { limit, flags: 0, other });
}

interface PlainFile {
  readonly limit: SizeLimit;
  /** Beside those for reading. */
  readonly flags: number;
  /** What is said of anything that is no plain file. */
  readonly other: Failure;
}

/** The bytes of a plain file, looked at once it is open: nobody can put something else in its place. */
export async function readPlainFile(
  path: string,
  { limit, flags, other }: PlainFile,
): Promise<Result<Uint8Array>> {
  const name = basename(path);
  try {
    // A pipe without a writer does not block. Windows does not know the flag.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
    try {
      const entry = await handle.stat();
      if (!entry.isFile()) return other;
      if (entry.size > limit.bytes) return failure('input.too-large', { name, limit: limit.words });
      return success(new Uint8Array(await handle.readFile()));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}
