import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure, type Result, success } from '#core/failure';
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
export async function readChosenFile(path: string, limit: SizeLimit): Promise<Result<Uint8Array>> {
  const name = basename(path);
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const entry = await handle.stat();
      if (!entry.isFile()) return failure('io.read', { name }, 'not a file');
      if (entry.size > limit.bytes) return failure('input.too-large', { name, limit: limit.words });
      return success(new Uint8Array(await handle.readFile()));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}
