import { join } from 'node:path';
import { names } from '../article-folder';
import { temporaryFile } from '../atomic-write';
import { errorCode, type FileSystem } from '../file-system';

/** The locks of a desk and of its articles, and those that were taken away as stale. */
const lockFile = /^\.(?:save|vocabulary|templates|desk)\.lock(?:\.[0-9a-f-]{36})?$/;

const isOurs = (entry: string): boolean => !temporaryFile.test(entry) && !lockFile.test(entry);

/**
 * Every file of a desk by its path with slashes: all but the cache, temporary files, locks and links. A folder that
 * cannot be listed is given to `onUnread`; one that went away meanwhile is nothing. Rejects when the desk itself cannot
 * be listed.
 */
export async function deskFiles(
  fs: FileSystem,
  desk: string,
  onUnread: (path: string, error: unknown) => void,
): Promise<string[]> {
  const found: string[] = [];
  const visit = async (path: string): Promise<void> => {
    const info = await fs.info(join(desk, ...path.split('/')));
    if (info?.kind === 'file') found.push(path);
    if (info?.kind !== 'folder') return;
    const entries = await fs.list(join(desk, ...path.split('/')));
    for (const entry of entries.filter(isOurs).sort()) await enter(`${path}/${entry}`);
  };
  const enter = async (path: string): Promise<void> => {
    try {
      await visit(path);
    } catch (error) {
      if (!isGone(error)) onUnread(path, error);
    }
  };
  const top = await fs.list(desk);
  for (const entry of top.filter((name) => isOurs(name) && name !== names.cache).sort()) await enter(entry);
  return found;
}

/** Whether a file or folder is simply not there any more. */
export function isGone(error: unknown): boolean {
  return errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
}
