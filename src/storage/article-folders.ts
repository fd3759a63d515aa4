import { basename, join } from 'node:path';
import { failure, type Result, success } from '#core/failure';
import { idInFolder, names } from './article-folder';
import { errorCode, type FileSystem, makeDurableFolder, patiently } from './file-system';
import { ioFailure } from './io-failure';

export type Shelf = typeof names.articles | typeof names.trash;

/**
 * The names on a shelf. One that is not there is empty (git keeps no empty folders), as long as the desk itself is:
 * a disk that was pulled has not lost its articles. Rejects when the disk does not answer.
 */
export async function listShelf(fs: FileSystem, desk: string, shelf: Shelf): Promise<string[]> {
  try {
    return await fs.list(join(desk, shelf));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || (await fs.info(join(desk, names.desk))) === null) throw error;
    return [];
  }
}

/** Where the articles of a desk lie. */
export class ArticleFolders {
  private readonly fs: FileSystem;
  private readonly desk: string;
  /** Where articles were found, by shelf and id: a desk may have 100,000 folders. */
  private readonly folders = new Map<string, string>();

  constructor(fs: FileSystem, desk: string) {
    this.fs = fs;
    this.desk = desk;
  }

  /**
   * The folder of an article; one look at the disk while it stands where it did.
   * Codes: `article.not-found`, `io.…` when the desk cannot be looked at.
   */
  async find(id: string, shelf: Shelf = names.articles): Promise<Result<string>> {
    const key = `${shelf}/${id}`;
    const known = this.folders.get(key);
    if (known !== undefined && (await this.fs.info(known).catch(() => null))?.kind === 'folder')
      return success(known);
    this.folders.delete(key);
    try {
      // Whoever asks for one article often asks for many: where the others lie is seen in the same look. The first of
      // two folders with one id counts.
      for (const folder of (await listShelf(this.fs, this.desk, shelf)).toReversed()) {
        const found = idInFolder(folder);
        if (found !== null) this.folders.set(`${shelf}/${found}`, join(this.desk, shelf, folder));
      }
      const found = this.folders.get(key);
      // A link named like an article would lead out of the desk, for reading and for writing.
      const isFolder = found !== undefined && (await this.fs.info(found))?.kind === 'folder';
      return isFolder ? success(found) : failure('article.not-found', { id });
    } catch (error) {
      return ioFailure(error, 'read', basename(this.desk));
    }
  }

  async shelve(id: string, from: Shelf, to: Shelf): Promise<Result<null>> {
    const folder = await this.find(id, from);
    return folder.ok ? this.move(folder.value, join(this.desk, to, basename(folder.value))) : folder;
  }

  /** Moves a folder, so that it stays moved. */
  async move(from: string, to: string): Promise<Result<null>> {
    if (from === to) return success(null);
    try {
      await makeDurableFolder(this.fs, join(to, '..'));
      await patiently(this.fs, () => this.fs.rename(from, to));
      await this.fs.syncFolder(join(to, '..'));
      if (join(from, '..') !== join(to, '..')) await this.fs.syncFolder(join(from, '..'));
      return success(null);
    } catch (error) {
      return ioFailure(error, 'write', basename(from));
    }
  }

  /** The ids that begin like this, as folders are named: no article is read. */
  async idsBeginning(beginning: string): Promise<string[]> {
    const folders = await listShelf(this.fs, this.desk, names.articles).catch(() => []);
    const ids = folders.map(idInFolder).filter((id) => id?.startsWith(beginning));
    return [...new Set(ids.filter((id) => id !== null))];
  }
}
