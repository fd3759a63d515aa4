import { basename, join } from 'node:path';
import { type Failure, failure } from '#core/failure';
import { names } from './article-folder';
import type { FileSystem } from './file-system';
import { ioFailure } from './io-failure';

/**
 * `io.not-found` when the desk is not where it was: its disk was pulled, its folder moved. Null when it is there. Where
 * a disk was mounted an empty folder is left, and what is written into it would be hidden once the disk is back.
 */
export async function deskGone(fs: FileSystem, desk: string): Promise<Failure | null> {
  const name = basename(desk);
  try {
    const settings = await fs.info(join(desk, names.desk));
    return settings?.kind === 'file' ? null : failure('io.not-found', { name });
  } catch (error) {
    return ioFailure(error, 'write', name);
  }
}
