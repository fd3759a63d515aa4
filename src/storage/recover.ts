import { basename } from 'node:path';
import { serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import type { SnapshotInfo } from '#core/history/snapshots';
import { idInFolder, inFolder } from './article-folder';
import { writeAtomically } from './atomic-write';
import type { FileSystem } from './file-system';
import { HistoryStore } from './history-store';
import { quarantineCopy } from './quarantine';
import { readArticleFolder } from './read-folder';
import { seal } from './seal';

/** See `ArticleStore.recover`; the folder is locked. Stopped anywhere, it can be done again. */
export async function recoverArticle(fs: FileSystem, desk: string, folder: string): Promise<Result<null>> {
  const path = inFolder.article(folder);
  const read = await readArticleFolder(fs, folder);
  if (read.ok) return success(null);
  if (read.code !== 'article.invalid' && read.code !== 'article.missing') return read;
  const article = await newestWhole(fs, folder);
  if (article === null) return failure('history.none-whole');
  if (read.code === 'article.invalid') {
    if ((await fs.info(path))?.kind !== 'file') return read;
    // A copy: the damaged file stays in its place until the right one takes it.
    const kept = await quarantineCopy(fs, desk, path, await fs.readFile(path));
    if (!kept.ok) return kept;
  }
  return writeAtomically(fs, path, seal(serializeArticle(article)));
}

/** The newest version that is whole; what was changed outside only when there is no other. */
async function newestWhole(fs: FileSystem, folder: string): Promise<Article | null> {
  const history = new HistoryStore(fs, inFolder.history(folder));
  const versions = await history.list();
  const isOutside = ({ reason }: SnapshotInfo): boolean => reason === 'outside';
  const inOrder = [...versions.filter((one) => !isOutside(one)), ...versions.filter(isOutside)];
  for (const { id } of inOrder) {
    const read = await history.read(id);
    if (read.ok && read.value.id === idInFolder(basename(folder))) return read.value;
  }
  return null;
}
