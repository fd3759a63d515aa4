import { basename, join } from 'node:path';
import { withHeadline } from '#core/article/create';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { slugify } from '#core/article/slug';
import { failure, type Result, success } from '#core/failure';
import type { Packed } from '#core/formats/types';
import type { SnapshotReason } from '#core/history/snapshots';
import { folderOf, inFolder, names } from './article-folder';
import type { ArticleFolders } from './article-folders';
import type { ArticleReader, StoredArticle } from './article-reader';
import { writeAtomically } from './atomic-write';
import type { Sealer, Sealing } from './confidential/sealer';
import { createFolder } from './create-folder';
import { errorCode, type FileSystem, patiently } from './file-system';
import { fileHash } from './hash';
import { HistoryStore } from './history-store';
import { newId } from './ids';
import { ioFailure } from './io-failure';
import { withFileLock } from './lock';
import { deskGone } from './presence';
import { quarantineCopy } from './quarantine';
import { readArticleFolder } from './read-folder';
import { recoverArticle } from './recover';
import { seal, sealOf } from './seal';

interface WriterParts {
  readonly fs: FileSystem;
  readonly desk: string;
  readonly folders: ArticleFolders;
  readonly reader: ArticleReader;
  readonly sealer: Sealer;
}

/** Every way in which an article's file comes onto the disk or becomes another one. Each method as `ArticleStore` says. */
export class ArticleWriter {
  private readonly fs: FileSystem;
  private readonly desk: string;
  private readonly folders: ArticleFolders;
  private readonly reader: ArticleReader;
  private readonly sealer: Sealer;
  /** By base: the hashes of what was written in its place, and is not known to be safe. */
  private readonly unsure = new Map<string, Set<string>>();

  constructor({ fs, desk, folders, reader, sealer }: WriterParts) {
    this.fs = fs;
    this.desk = desk;
    this.folders = folders;
    this.reader = reader;
    this.sealer = sealer;
  }

  async createWhole({ article, files }: Packed): Promise<Result<StoredArticle>> {
    const gone = await deskGone(this.fs, this.desk);
    if (gone) return gone;
    const isTaken = (await this.folders.find(article.id)).ok;
    const own = isTaken ? { ...article, id: newId() } : article;
    const bytes = articleBytes(own);
    const folder = join(this.desk, names.articles, folderOf(own));
    const created = await createFolder(this.fs, folder, { article: bytes, files });
    if (!created.ok) return created;
    // Fresh copy has no sources yet: an import of thousands need not be read again to find none.
    const mayHoldSecrets = own.claims.length > 0 || hasHistory(files);
    const isSealed = mayHoldSecrets ? await this.protect(folder) : success(false);
    if (!isSealed.ok) return isSealed;
    if (isSealed.value) return this.reader.read(own.id);
    return success({ article: own, base: fileHash(bytes), isChangedOutside: false });
  }

  async saveSealed(article: Article, base: string, force = false): Promise<Result<StoredArticle>> {
    const folder = await this.folders.find(article.id);
    if (!folder.ok) return folder;
    return this.locked(folder.value, () => this.saveLocked(folder.value, article, base, force));
  }

  private async saveLocked(
    folder: string,
    article: Article,
    base: string,
    force: boolean,
  ): Promise<Result<StoredArticle>> {
    const current = await this.readIfThere(inFolder.article(folder));
    const isOurs = current !== null && this.isOurs(fileHash(current), base);
    if (!isOurs && !force) return failure('article.conflict');
    const kept = current === null ? success(null) : await this.keepReplaced(folder, current, isOurs);
    if (!kept.ok) return kept;
    const sealing = await this.sealer.seal(folder, article);
    if (!sealing.ok) return sealing;
    const hash = fileHash(articleBytes(sealing.value.article));
    this.unsure.set(base, (this.unsure.get(base) ?? new Set()).add(hash));
    const written = await this.writeSealed(folder, sealing.value);
    if (written.ok) this.unsure.delete(base);
    return written;
  }

  /** Ours is also what an earlier attempt has put there, which could not be called safe. */
  private isOurs(hash: string, base: string): boolean {
    return hash === base || this.unsure.get(base)?.has(hash) === true;
  }

  /** What a disk does not let us read is no conflict: nothing may be written over it. */
  private async readIfThere(path: string): Promise<Uint8Array | null> {
    try {
      return await patiently(this.fs, () => this.fs.readFile(path));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      return null;
    }
  }

  /** Keeps what a save is about to replace and what stands nowhere else. */
  private async keepReplaced(folder: string, current: Uint8Array, isOurs: boolean): Promise<Result<unknown>> {
    if (isOurs && sealOf(current) !== 'wrong') return success(null);
    const parsed = parseArticle(new TextDecoder().decode(current));
    if (!parsed.ok) return quarantineCopy(this.fs, this.desk, inFolder.article(folder), current);
    return this.keep(folder, parsed.value, isOurs ? 'outside' : 'conflict');
  }

  private async writeSealed(folder: string, { article, finish }: Sealing): Promise<Result<StoredArticle>> {
    const bytes = articleBytes(article);
    const written = await writeAtomically(this.fs, inFolder.article(folder), bytes);
    if (!written.ok) return written;
    await finish();
    return success({ article, base: fileHash(bytes), isChangedOutside: false });
  }

  async setAside(article: Article): Promise<Result<null>> {
    const folder = await this.folders.find(article.id);
    return folder.ok ? this.keep(folder.value, article, 'set-aside') : folder;
  }

  private async keep(folder: string, article: Article, why: SnapshotReason): Promise<Result<null>> {
    const history = new HistoryStore(this.fs, inFolder.history(folder));
    const sealed = await this.sealer.sealVersion(folder, article);
    if (!sealed.ok) return sealed;
    return history.keep(sealed.value, why, '', new Date(this.fs.now()).toISOString());
  }

  async recover(id: string): Promise<Result<StoredArticle>> {
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const done = await this.locked(folder.value, () => recoverArticle(this.fs, this.desk, folder.value));
    return done.ok ? this.reader.read(id) : done;
  }

  async protect(folder: string): Promise<Result<boolean>> {
    return this.locked(folder, async () => {
      const read = await readArticleFolder(this.fs, folder);
      if (!read.ok) return read;
      const sealing = await this.sealer.seal(folder, read.value.article, true);
      // An article in which nothing was in clear is not touched, not even for a newer version of its format.
      if (!sealing.ok || sealing.value.count === 0) return sealing.ok ? success(false) : sealing;
      const written = await this.writeSealed(folder, sealing.value);
      return written.ok ? success(true) : written;
    });
  }

  async rename(id: string, title: string, now: string): Promise<Result<StoredArticle>> {
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const stored = await this.reader.read(id);
    if (!stored.ok) return stored;
    const { article, base } = stored.value;
    const renamed: Article = {
      ...article,
      body: withHeadline(article.body, title),
      metadata: { ...article.metadata, slug: slugify(title), modified: now },
    };
    const saved = await this.saveSealed(renamed, base);
    if (!saved.ok) return saved;
    await this.folders.move(folder.value, join(this.desk, names.articles, folderOf(renamed)));
    return saved;
  }

  private async locked<T>(folder: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await withFileLock(this.fs, join(folder, '.save.lock'), work);
    } catch (error) {
      return ioFailure(error, 'write', basename(folder));
    }
  }
}

function hasHistory(files: Packed['files']): boolean {
  return [...files.keys()].some((path) => path.startsWith(`${names.history}/`));
}

/** The bytes of an article's file, with their hash. */
export function articleBytes(article: Article): Uint8Array {
  return seal(serializeArticle(article));
}
