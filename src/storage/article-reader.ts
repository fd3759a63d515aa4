import { basename, join } from 'node:path';
import type { Article } from '#core/article/schema';
import { type ArticleSummary, summarize } from '#core/article/summary';
import type { Scale } from '#core/claims/scale';
import { type Failure, failure, type Result, success } from '#core/failure';
import { idInFolder, inFolder, names } from './article-folder';
import { type ArticleFolders, listShelf, type Shelf } from './article-folders';
import type { FileSystem } from './file-system';
import { fileHash } from './hash';
import { ioFailure } from './io-failure';
import { duplicateId, readArticleFolder } from './read-folder';
import { sealOf } from './seal';

/** An article and the SHA-256 of the file that it was read from: what a later save must still find there. */
export interface StoredArticle {
  readonly article: Article;
  readonly base: string;
  /** The file is whole, but something else than Marbre has written it: a person, a program or a bad disk. */
  readonly isChangedOutside: boolean;
}

export interface Problem {
  /** The folder's own name, or the file's. */
  readonly name: string;
  readonly failure: Failure;
  /** Where the damaged file lies now, as a path below the desk. */
  readonly quarantined?: string;
}

export interface Listing {
  readonly articles: readonly ArticleSummary[];
  readonly problems: readonly Problem[];
}

/** What lies in the articles' folders of one desk, as it is on the disk; writes nothing. Each method as `ArticleStore` says. */
export class ArticleReader {
  private readonly fs: FileSystem;
  private readonly desk: string;
  private readonly folders: ArticleFolders;
  /** What outcomes mean on this desk. */
  private readonly scale: () => Scale;

  constructor(fs: FileSystem, desk: string, folders: ArticleFolders, scale: () => Scale) {
    this.fs = fs;
    this.desk = desk;
    this.folders = folders;
    this.scale = scale;
  }

  async list(shelf: Shelf = names.articles): Promise<Listing> {
    const articles = new Map<string, ArticleSummary>();
    const problems: Problem[] = [];
    let folders: string[] = [];
    try {
      folders = await listShelf(this.fs, this.desk, shelf);
    } catch (error) {
      problems.push({ name: shelf, failure: ioFailure(error, 'read', shelf) });
    }
    for (const name of folders.filter((entry) => !entry.startsWith('.')).sort()) {
      const read = await readArticleFolder(this.fs, join(this.desk, shelf, name));
      if (!read.ok) problems.push({ name, failure: read });
      else if (articles.has(read.value.article.id)) problems.push({ name, failure: duplicateId });
      else articles.set(read.value.article.id, summarize(read.value.article, this.scale()));
    }
    const newestFirst = [...articles.values()].sort((a, b) => (a.modified < b.modified ? 1 : -1));
    return { articles: newestFirst, problems };
  }

  async read(id: string): Promise<Result<StoredArticle>> {
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const read = await readArticleFolder(this.fs, folder.value);
    if (!read.ok) return read;
    const { article, bytes } = read.value;
    return success({ article, base: fileHash(bytes), isChangedOutside: sealOf(bytes) === 'wrong' });
  }

  async base(id: string): Promise<string | null> {
    const folder = await this.folders.find(id);
    const bytes = folder.ok && (await this.fs.readFile(inFolder.article(folder.value)).catch(() => null));
    return bytes ? fileHash(bytes) : null;
  }

  async filesOf(id: string): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const files = new Map<string, Uint8Array>();
    try {
      for (const part of [names.original, names.assets, names.evidence, names.history])
        for (const name of await listed(this.fs, join(folder.value, part)))
          files.set(`${part}/${name}`, await this.fs.readFile(join(folder.value, part, name)));
    } catch (error) {
      return ioFailure(error, 'read', basename(folder.value));
    }
    return success(files);
  }

  async folderPaths(): Promise<string[]> {
    const found: string[] = [];
    for (const shelf of [names.articles, names.trash] as const) {
      const folders = await listShelf(this.fs, this.desk, shelf).catch(() => []);
      const own = folders.filter((one) => idInFolder(one)).sort();
      found.push(...own.map((one) => join(this.desk, shelf, one)));
    }
    return found;
  }

  async original(
    id: string,
  ): Promise<Result<{ readonly article: Article; readonly bytes: Uint8Array } | null>> {
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const stored = await this.read(id);
    if (!stored.ok) return stored;
    const { article } = stored.value;
    if (!article.original) return success(null);
    const { name } = article.original;
    try {
      const kept = await this.fs.info(join(folder.value, names.original));
      if (kept?.kind !== 'folder') return failure('io.not-found', { name });
      return success({ article, bytes: await this.fs.readFile(inFolder.original(folder.value, name)) });
    } catch (error) {
      return ioFailure(error, 'read', name);
    }
  }
}

/** The files in a folder that is there, without those that are being written. */
async function listed(fs: FileSystem, folder: string): Promise<string[]> {
  if ((await fs.info(folder))?.kind !== 'folder') return [];
  const found: string[] = [];
  for (const name of (await fs.list(folder)).filter((entry) => !entry.startsWith('.')).sort())
    if ((await fs.info(join(folder, name)))?.kind === 'file') found.push(name);
  return found;
}
