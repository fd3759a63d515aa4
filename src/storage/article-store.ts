import { basename, join } from 'node:path';
import { withHeadline } from '#core/article/create';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { slugify } from '#core/article/slug';
import { type ArticleSummary, summarize } from '#core/article/summary';
import type { Scale } from '#core/claims/scale';
import { defaultScale } from '#core/claims/values';
import { type Failure, failure, type Result, success } from '#core/failure';
import type { Packed } from '#core/formats/types';
import type { SnapshotReason } from '#core/history/snapshots';
import { folderOf, idInFolder, inFolder, names, originalName } from './article-folder';
import { ArticleFolders, listShelf, type Shelf } from './article-folders';
import { writeAtomically } from './atomic-write';
import { KeyStore } from './confidential/key-store';
import type { SealedFiles } from './confidential/sealed-files';
import { Sealer, type Sealing } from './confidential/sealer';
import { createFolder } from './create-folder';
import { EvidenceStore } from './evidence-store';
import { errorCode, type FileSystem, patiently } from './file-system';
import { fileHash } from './hash';
import { HistoryStore } from './history-store';
import { newId } from './ids';
import { ioFailure } from './io-failure';
import { withFileLock } from './lock';
import { PictureStore } from './picture-store';
import { deskGone } from './presence';
import { quarantineCopy } from './quarantine';
import { duplicateId, readArticleFolder } from './read-folder';
import { recoverArticle } from './recover';
import { seal, sealOf } from './seal';

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

/** The articles of one desk: each a folder, found by the id at the end of its name. */
export class ArticleStore {
  private readonly fs: FileSystem;
  private readonly desk: string;
  private readonly folders: ArticleFolders;
  /** What outcomes mean on this desk. */
  private readonly scale: () => Scale;
  /** By base: the hashes of what was written in its place, and is not known to be safe. */
  private readonly unsure = new Map<string, Set<string>>();
  /** Files of evidence, in the articles' folders. */
  readonly evidence: EvidenceStore;
  private readonly pictures: PictureStore;
  private readonly sealer: Sealer;

  constructor(
    fs: FileSystem,
    desk: string,
    scale: () => Scale = () => defaultScale,
    keys: KeyStore = new KeyStore(fs, desk),
  ) {
    this.fs = fs;
    this.sealer = new Sealer(fs, keys);
    this.desk = desk;
    this.scale = scale;
    this.folders = new ArticleFolders(fs, desk);
    this.evidence = new EvidenceStore(fs, desk, this.folders);
    this.pictures = new PictureStore(fs, desk, this.folders);
  }

  /**
   * Every article on a shelf, newest change first, and every folder that is not a readable one. Reads every file: lists
   * that people wait for come from the index.
   */
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

  /** Codes: `article.not-found`, `article.invalid`, `article.missing`, `article.newer-version`, `io.…`. */
  async read(id: string): Promise<Result<StoredArticle>> {
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const read = await readArticleFolder(this.fs, folder.value);
    if (!read.ok) return read;
    const { article, bytes } = read.value;
    return success({ article, base: fileHash(bytes), isChangedOutside: sealOf(bytes) === 'wrong' });
  }

  /** The SHA-256 of an article's file as it is now; null when there is none that can be read. */
  async base(id: string): Promise<string | null> {
    const folder = await this.folders.find(id);
    const bytes = folder.ok && (await this.fs.readFile(inFolder.article(folder.value)).catch(() => null));
    return bytes ? fileHash(bytes) : null;
  }

  /** Puts a new article on the desk, with what it was imported from and the pictures in it: all of it, or nothing. */
  create(
    article: Article,
    original?: Uint8Array,
    pictures: ReadonlyMap<string, Uint8Array> = new Map(),
  ): Promise<Result<StoredArticle>> {
    const files = new Map([...pictures].map(([name, bytes]) => [`${names.assets}/${name}`, bytes]));
    if (original && article.original)
      files.set(`${names.original}/${originalName(article.original.name)}`, original);
    return this.createWhole({ article, files });
  }

  /** The encrypted files of an article; null when it is not on the desk. */
  async sealed(id: string): Promise<SealedFiles | null> {
    const folder = await this.folders.find(id);
    return folder.ok ? this.sealedIn(folder.value) : null;
  }

  /** The encrypted files in an article's folder. */
  sealedIn(folder: string): SealedFiles {
    return this.sealer.filesIn(folder);
  }

  /**
   * Saves an article over the version that it was read from. When the file is not `base` any more somebody else
   * changed it: `article.conflict`, and nothing is written — or, with `force`, their version is first kept in the
   * history. Gives the new base.
   */
  async save(article: Article, base: string, force = false): Promise<Result<string>> {
    const saved = await this.saveSealed(article, base, force);
    return saved.ok ? success(saved.value.base) : saved;
  }

  /** The same; gives the article as it was written, where confidential sources may have been sealed. */
  async saveSealed(article: Article, base: string, force = false): Promise<Result<StoredArticle>> {
    const folder = await this.folders.find(article.id);
    if (!folder.ok) return folder;
    return this.locked(folder.value, () => this.saveLocked(folder.value, article, base, force));
  }

  private async locked<T>(folder: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await withFileLock(this.fs, join(folder, '.save.lock'), work);
    } catch (error) {
      return ioFailure(error, 'write', basename(folder));
    }
  }

  /**
   * Puts an article on the desk as it is: the same id, the same files by relative path, byte for byte. Where its id is
   * taken it gets a new one, so that neither writes over the other.
   */
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
    if (isSealed.value) return this.read(own.id);
    return success({ article: own, base: fileHash(bytes), isChangedOutside: false });
  }

  /** Everything in an article's folder but `article.json`, by relative path. Codes: `article.not-found`, `io.…`. */
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

  /** Keeps a version that lost a conflict in the article's history. */
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

  /** The kept versions of an article. Codes: `article.not-found`, `io.…`. */
  async history(id: string): Promise<Result<HistoryStore>> {
    const folder = await this.folders.find(id);
    return folder.ok ? success(new HistoryStore(this.fs, inFolder.history(folder.value))) : folder;
  }

  /**
   * Puts the newest whole version of the history in the place of an article whose file is damaged or gone; what is left
   * of the file goes into quarantine first. An article that can be read is given as it is.
   * Codes: `history.none-whole`, `article.newer-version`, `article.not-found`, `io.…`.
   */
  async recover(id: string): Promise<Result<StoredArticle>> {
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const done = await this.locked(folder.value, () => recoverArticle(this.fs, this.desk, folder.value));
    return done.ok ? this.read(id) : done;
  }

  /** Copies a picture into an article and gives its name there. Codes: those of `PictureStore.add`. */
  addPicture(id: string, bytes: Uint8Array): Promise<Result<string>> {
    return this.pictures.add(id, bytes);
  }

  /** The pictures of an article by name; those whose files are gone are left out. */
  async picturesOf(article: Article): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    for (const block of article.body) {
      if (block.type !== 'picture') continue;
      const bytes = await this.picture(article.id, block.asset);
      if (bytes) found.set(block.asset, bytes);
    }
    return found;
  }

  /** The bytes of one picture; null when there is no such file, or it is not what its name says. */
  picture(id: string, asset: string): Promise<Uint8Array | null> {
    return this.pictures.read(id, asset);
  }

  private async writeSealed(folder: string, { article, finish }: Sealing): Promise<Result<StoredArticle>> {
    const bytes = articleBytes(article);
    const written = await writeAtomically(this.fs, inFolder.article(folder), bytes);
    if (!written.ok) return written;
    await finish();
    return success({ article, base: fileHash(bytes), isChangedOutside: false });
  }

  /** Where the articles of both shelves lie, in their order. For work on whole folders; other callers ask by id. */
  async folderPaths(): Promise<string[]> {
    const found: string[] = [];
    for (const shelf of [names.articles, names.trash] as const) {
      const folders = await listShelf(this.fs, this.desk, shelf).catch(() => []);
      const own = folders.filter((one) => idInFolder(one)).sort();
      found.push(...own.map((one) => join(this.desk, shelf, one)));
    }
    return found;
  }

  /** Removes copies in clear of what was sealed, where a killed save had no time to. */
  removeClear(folder: string): Promise<void> {
    return this.sealer.removeClear(folder);
  }

  /**
   * Seals what is confidential and in clear in one folder and its kept versions; gives whether there was anything.
   * Codes: those of `read`, `io.…`.
   */
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

  /**
   * Gives an article another headline; its slug and its folder's name follow. A folder that cannot be moved keeps its
   * name: it is for people only. `now` is an ISO instant.
   */
  async rename(id: string, title: string, now: string): Promise<Result<StoredArticle>> {
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const stored = await this.read(id);
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

  trash(id: string): Promise<Result<null>> {
    return this.folders.shelve(id, names.articles, names.trash);
  }

  restore(id: string): Promise<Result<null>> {
    return this.folders.shelve(id, names.trash, names.articles);
  }

  /** The bytes that an article was imported from; null when it was written here. */
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

  /** The ids that begin like this, as folders are named: no article is read. */
  idsBeginning(beginning: string): Promise<string[]> {
    return this.folders.idsBeginning(beginning);
  }

  /** The name of an article's folder; null when it is not on the desk. */
  async folderName(id: string): Promise<string | null> {
    const folder = await this.folders.find(id);
    return folder.ok ? basename(folder.value) : null;
  }
}

function hasHistory(files: Packed['files']): boolean {
  return [...files.keys()].some((path) => path.startsWith(`${names.history}/`));
}

/** The files in a folder that is there, without those that are being written. */
async function listed(fs: FileSystem, folder: string): Promise<string[]> {
  if ((await fs.info(folder))?.kind !== 'folder') return [];
  const found: string[] = [];
  for (const name of (await fs.list(folder)).filter((entry) => !entry.startsWith('.')).sort())
    if ((await fs.info(join(folder, name)))?.kind === 'file') found.push(name);
  return found;
}

/** The bytes of an article's file, with their hash. */
export function articleBytes(article: Article): Uint8Array {
  return seal(serializeArticle(article));
}
