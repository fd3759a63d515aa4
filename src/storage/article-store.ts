import { basename } from 'node:path';
import type { Article } from '#core/article/schema';
import type { Scale } from '#core/claims/scale';
import { defaultScale } from '#core/claims/values';
import { type Result, success } from '#core/failure';
import type { Packed } from '#core/formats/types';
import { inFolder, names, originalName } from './article-folder';
import { ArticleFolders, type Shelf } from './article-folders';
import { ArticleReader, type Listing, type StoredArticle } from './article-reader';
import { ArticleWriter } from './article-writer';
import { KeyStore } from './confidential/key-store';
import type { SealedFiles } from './confidential/sealed-files';
import { Sealer } from './confidential/sealer';
import { EvidenceStore } from './evidence-store';
import type { FileSystem } from './file-system';
import { HistoryStore } from './history-store';
import { PictureStore } from './picture-store';

/** The articles of one desk: each a folder, found by the id at the end of its name. What is behind it reads or writes. */
export class ArticleStore {
  private readonly fs: FileSystem;
  private readonly folders: ArticleFolders;
  private readonly reader: ArticleReader;
  private readonly writer: ArticleWriter;
  private readonly pictures: PictureStore;
  private readonly sealer: Sealer;
  /** Files of evidence, in the articles' folders. */
  readonly evidence: EvidenceStore;

  /** `scale`: what outcomes mean on this desk. */
  constructor(
    fs: FileSystem,
    desk: string,
    scale: () => Scale = () => defaultScale,
    keys: KeyStore = new KeyStore(fs, desk),
  ) {
    this.fs = fs;
    const folders = new ArticleFolders(fs, desk);
    const reader = new ArticleReader(fs, desk, folders, scale);
    const sealer = new Sealer(fs, keys);
    this.folders = folders;
    this.reader = reader;
    this.sealer = sealer;
    this.writer = new ArticleWriter({ fs, desk, folders, reader, sealer });
    this.evidence = new EvidenceStore(fs, desk, folders);
    this.pictures = new PictureStore(fs, desk, folders);
  }

  /**
   * Every article on a shelf, newest change first, and every folder that is not a readable one. Reads every file: lists
   * that people wait for come from the index.
   */
  list(shelf: Shelf = names.articles): Promise<Listing> {
    return this.reader.list(shelf);
  }

  /** Codes: `article.not-found`, `article.invalid`, `article.missing`, `article.newer-version`, `io.…`. */
  read(id: string): Promise<Result<StoredArticle>> {
    return this.reader.read(id);
  }

  /** The SHA-256 of an article's file as it is now; null when there is none that can be read. */
  base(id: string): Promise<string | null> {
    return this.reader.base(id);
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

  /**
   * Puts an article on the desk as it is: the same id, the same files by relative path, byte for byte. Where its id is
   * taken it gets a new one, so that neither writes over the other.
   */
  createWhole(packed: Packed): Promise<Result<StoredArticle>> {
    return this.writer.createWhole(packed);
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
  saveSealed(article: Article, base: string, force = false): Promise<Result<StoredArticle>> {
    return this.writer.saveSealed(article, base, force);
  }

  /** Everything in an article's folder but `article.json`, by relative path. Codes: `article.not-found`, `io.…`. */
  filesOf(id: string): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
    return this.reader.filesOf(id);
  }

  /** Keeps a version that lost a conflict in the article's history. */
  setAside(article: Article): Promise<Result<null>> {
    return this.writer.setAside(article);
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
  recover(id: string): Promise<Result<StoredArticle>> {
    return this.writer.recover(id);
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

  /** Where the articles of both shelves lie, in their order. For work on whole folders; other callers ask by id. */
  folderPaths(): Promise<string[]> {
    return this.reader.folderPaths();
  }

  /** Removes copies in clear of what was sealed, where a killed save had no time to. */
  removeClear(folder: string): Promise<void> {
    return this.sealer.removeClear(folder);
  }

  /**
   * Seals what is confidential and in clear in one folder and its kept versions; gives whether there was anything.
   * Codes: those of `read`, `io.…`.
   */
  protect(folder: string): Promise<Result<boolean>> {
    return this.writer.protect(folder);
  }

  /**
   * Gives an article another headline; its slug and its folder's name follow. A folder that cannot be moved keeps its
   * name: it is for people only. `now` is an ISO instant.
   */
  rename(id: string, title: string, now: string): Promise<Result<StoredArticle>> {
    return this.writer.rename(id, title, now);
  }

  trash(id: string): Promise<Result<null>> {
    return this.folders.shelve(id, names.articles, names.trash);
  }

  restore(id: string): Promise<Result<null>> {
    return this.folders.shelve(id, names.trash, names.articles);
  }

  /** The bytes that an article was imported from; null when it was written here. */
  original(id: string): Promise<Result<{ readonly article: Article; readonly bytes: Uint8Array } | null>> {
    return this.reader.original(id);
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
