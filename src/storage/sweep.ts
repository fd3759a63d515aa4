import { join } from 'node:path';
import { names } from './article-folder';
import { temporaryFile } from './atomic-write';
import { marker } from './confidential/marker';
import type { FileSystem } from './file-system';

/** A temporary file younger than this (milliseconds) may belong to a save that is under way in another process. */
const safeAge = 60_000;
/** An article that is being made may be copying a large original. */
const safeFolderAge = 3_600_000;
/** A stale lock that was taken away, and not removed. */
const takenLock = /^\.(?:save|vocabulary|templates|desk)\.lock\.[0-9a-f-]{36}$/;

/** What an article keeps beside its text. */
const parts: readonly string[] = [names.evidence, names.assets, names.original, names.history];

/**
 * Removes what killed saves left behind in the desk and in its article folders. Failing to is no harm. Gives the folders
 * where copies in clear of sealed files are marked to go.
 */
export async function sweepTemporaryFiles(fs: FileSystem, desk: string): Promise<string[]> {
  const marked: string[] = [];
  const articles = join(desk, names.articles);
  await sweepFolder(fs, desk);
  await sweepFolder(fs, join(desk, names.cache));
  await sweepFolder(fs, join(desk, names.confidential));
  for (const name of await sweepFolder(fs, articles)) {
    const folder = join(articles, name);
    const entries = await sweepFolder(fs, folder);
    for (const part of parts.filter((one) => entries.includes(one))) {
      const files = await sweepFolder(fs, join(folder, part));
      if (part === names.evidence && files.includes(marker)) marked.push(folder);
    }
  }
  return marked;
}

/** Gives what is in the folder. */
async function sweepFolder(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const entries = await fs.list(folder).catch(() => []);
  for (const entry of entries.filter((name) => temporaryFile.test(name) || takenLock.test(name)))
    await sweepEntry(fs, join(folder, entry));
  return entries;
}

async function sweepEntry(fs: FileSystem, path: string): Promise<void> {
  const info = await fs.info(path).catch(() => null);
  const age = info ? fs.now() - info.modified : 0;
  if (info?.kind === 'file' && age > safeAge) await fs.unlink(path).catch(() => undefined);
  if (info?.kind === 'folder' && age > safeFolderAge) await fs.removeFolder(path).catch(() => undefined);
}
