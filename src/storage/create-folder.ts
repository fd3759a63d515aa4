import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Result, success } from '#core/failure';
import { inFolder } from './article-folder';
import { writeAtomically } from './atomic-write';
import { type FileSystem, makeDurableFolder, patiently } from './file-system';
import { ioFailure } from './io-failure';

interface Content {
  /** The bytes of `article.json`. */
  readonly article: Uint8Array;
  /** Everything beside it, by relative path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Makes the folder of a new article under another name and moves it into place as a whole: what stops it leaves no
 * folder that is half an article. One that was left behind is swept when the desk is opened.
 */
export async function createFolder(fs: FileSystem, folder: string, content: Content): Promise<Result<null>> {
  const temporary = join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}.tmp`);
  const made = await fill(fs, folder, temporary, content);
  if (!made.ok) {
    await fs.removeFolder(temporary).catch(() => {
      // Never made, or the disk is gone.
    });
  }
  return made;
}

async function fill(
  fs: FileSystem,
  folder: string,
  temporary: string,
  { article, files }: Content,
): Promise<Result<null>> {
  try {
    await makeDurableFolder(fs, dirname(folder));
    await fs.makeFolder(temporary);
    for (const [relative, bytes] of files) {
      const path = join(temporary, ...relative.split('/'));
      await makeDurableFolder(fs, dirname(path));
      const kept = await writeAtomically(fs, path, bytes);
      if (!kept.ok) return kept;
    }
    const written = await writeAtomically(fs, inFolder.article(temporary), article);
    if (!written.ok) return written;
    await patiently(fs, () => fs.rename(temporary, folder));
    await fs.syncFolder(dirname(folder));
    return success(null);
  } catch (error) {
    return ioFailure(error, 'write', basename(folder));
  }
}
