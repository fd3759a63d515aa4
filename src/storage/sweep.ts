import { join } from 'node:path';
import { names } from './article-folder';
import { temporaryFile } from './atomic-write';
import { marker } from './confidential/marker';
import type { FileSystem } from './file-system';

/** A temporary file younger than this (milliseconds) may belong to a save that is under way in another process. */
const safeAge = 60_000;

/**
 * Removes what killed saves left behind in the desk and in its article folders. Failing to is no harm. Gives the folders
 * where copies in clear of sealed files are marked to go.
 */
export async function sweepTemporaryFiles(fs: FileSystem, desk: string): Promise<string[]> {
  const marked: string[] = [];
  const articles = join(desk, names.articles);
  const folders = await fs.list(articles).catch(() => []);
  await sweepFolder(fs, desk);
  await sweepFolder(fs, join(desk, names.confidential));
  for (const name of folders) {
    const folder = join(articles, name);
    const entries = await sweepFolder(fs, folder);
    // A file of evidence may be large: one that was being copied when the program was killed must not stay for ever.
    if (!entries.includes(names.evidence)) continue;
    const files = await sweepFolder(fs, join(folder, names.evidence));
    if (files.includes(marker)) marked.push(folder);
  }
  return marked;
}

/** Gives what is in the folder. */
async function sweepFolder(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const entries = await fs.list(folder).catch(() => []);
  for (const entry of entries.filter((name) => temporaryFile.test(name))) {
    const path = join(folder, entry);
    const info = await fs.info(path).catch(() => null);
    if (info?.kind === 'file' && Date.now() - info.modified > safeAge)
      await fs.unlink(path).catch(() => undefined);
  }
  return entries;
}
