import { join } from 'node:path';
import { parseArticle } from '#core/article/envelope';
import { idInFolder, inFolder, names } from './article-folder';
import type { FileSystem } from './file-system';
import { isSettled, quarantine } from './quarantine';
import { isBeingMerged, sealOf } from './seal';

/**
 * Whether these bytes of an `article.json` are damage, and no file of a newer Marbre or of another program, nor one that
 * somebody is about to mend. What has a right hash is as Marbre wrote it: if it cannot be read, that is not the disk's
 * doing.
 */
export function isDamagedArticle(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const parsed = parseArticle(text);
  if (parsed.ok || parsed.code === 'article.newer-version') return false;
  return sealOf(bytes) !== 'right' && !isBeingMerged(bytes) && !isForeign(text);
}

/** Whole JSON that has nothing of an article's envelope. */
function isForeign(text: string): boolean {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null) return true;
    return !['format', 'version', 'article'].some((key) => Object.hasOwn(content, key));
  } catch {
    return false;
  }
}

/**
 * Moves a damaged file into quarantine when it has lain there for a while and reads as damaged twice: a disk or a cable
 * may give one wrong answer. Null when it stays where it is.
 */
export async function setAsideFile(
  fs: FileSystem,
  desk: string,
  path: string,
  isDamaged: (bytes: Uint8Array) => boolean,
): Promise<string | null> {
  try {
    if (!(await isSettled(fs, path)) || !isDamaged(await fs.readFile(path))) return null;
    const moved = await quarantine(fs, desk, path);
    return moved.ok ? moved.value : null;
  } catch {
    // It could not be read just now: that is no reason to touch it.
    return null;
  }
}

/** The same for the articles in these folders, on whichever shelf; the folders themselves stay where they are. */
export async function setAsideDamaged(
  fs: FileSystem,
  desk: string,
  folders: readonly string[],
): Promise<void> {
  for (const folder of folders.filter((name) => idInFolder(name) !== null)) {
    for (const shelf of [names.articles, names.trash]) {
      const path = inFolder.article(join(desk, shelf, folder));
      await setAsideFile(fs, desk, path, isDamagedArticle);
    }
  }
}
