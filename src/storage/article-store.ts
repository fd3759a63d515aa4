import { basename, join } from 'node:path';
import { withHeadline } from '#core/article/create';
import { serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { slugify } from '#core/article/slug';
import { type ArticleSummary, summarize } from '#core/article/summary';
import type { Scale } from '#core/claims/scale';
import { defaultScale } from '#core/claims/values';
import { type Failure, failure, type Result, success } from '#core/failure';
import { assetName, maximumPictureBytes, pictureKind } from '#core/pictures';
import { folderOf, idInFolder, inFolder, names } from './article-folder';
import { writeAtomically } from './atomic-write';
import { EvidenceStore } from './evidence-store';
import type { FileSystem } from './file-system';
import { fileHash } from './hash';
import { HistoryStore } from './history-store';
import { ioFailure } from './io-failure';
import { withFileLock } from './lock';
import { duplicateId, readArticleFolder } from './read-folder';

/** An article and the SHA-256 of the file that it was read from: what a later save must still find there. */
export interface StoredArticle {
  readonly article: Article;
  readonly base: string;
}

export interface Problem {
  /** The folder's own name. */
  readonly name: string;
  readonly failure: Failure;
}

export interface Listing {
  readonly articles: readonly ArticleSummary[];
  readonly problems: readonly Problem[];
}

type Shelf = typeof names.articles | typeof names.trash;

/** The articles of one desk: each a folder, found by the id at the end of its name. */
export class ArticleStore {
  private readonly fs: FileSystem;
  private readonly desk: string;
  /** Where articles were found, by shelf and id: a desk may have 100,000 folders. */
  private readonly folders = new Map<string, string>();

  /** What outcomes mean on this desk. */
  private readonly scale: () => Scale;
  /** Files of evidence, in the articles' folders. */
  readonly evidence: EvidenceStore;

  constructor(fs: FileSystem, desk: string, scale: () => Scale = () => defaultScale) {
    this.fs = fs;
    this.desk = desk;
    this.scale = scale;
    this.evidence = new EvidenceStore(fs, (id) => this.find(id));
  }

  /**
   * Every article on a shelf, newest change first, and every folder that is not a readable one. Reads every file: lists
   * that people wait for come from the index.
   */
  async list(shelf: Shelf = names.articles): Promise<Listing> {
    const articles = new Map<string, ArticleSummary>();
    const problems: Problem[] = [];
    const folders = await this.fs.list(join(this.desk, shelf)).catch(() => []);
    for (const name of folders.filter((entry) => !entry.startsWith('.')).sort()) {
      const read = await this.readFolder(join(this.desk, shelf, name));
      if (!read.ok) problems.push({ name, failure: read });
      else if (articles.has(read.value.article.id)) problems.push({ name, failure: duplicateId });
      else articles.set(read.value.article.id, summarize(read.value.article, this.scale()));
    }
    const newestFirst = [...articles.values()].sort((a, b) => (a.modified < b.modified ? 1 : -1));
    return { articles: newestFirst, problems };
  }

  /** Codes: `article.not-found`, `article.invalid`, `article.newer-version`, `input.malformed`, `io.read`. */
  async read(id: string): Promise<Result<StoredArticle>> {
    const folder = await this.find(id);
    return folder === null ? failure('article.not-found', { id }) : this.readFolder(folder);
  }

  /** The SHA-256 of an article's file as it is now; null when there is none that can be read. */
  async base(id: string): Promise<string | null> {
    const folder = await this.find(id);
    const bytes = folder && (await this.fs.readFile(inFolder.article(folder)).catch(() => null));
    return bytes ? fileHash(bytes) : null;
  }

  private async readFolder(folder: string): Promise<Result<StoredArticle>> {
    const read = await readArticleFolder(this.fs, folder);
    if (!read.ok) return read;
    return success({ article: read.value.article, base: fileHash(read.value.bytes) });
  }

  /** Puts a new article on the desk, with the bytes that it was imported from. */
  async create(article: Article, original?: Uint8Array): Promise<Result<StoredArticle>> {
    const folder = join(this.desk, names.articles, folderOf(article));
    try {
      await this.fs.makeFolder(folder);
      if (original && article.original) {
        await this.fs.makeFolder(join(folder, names.original));
        const path = inFolder.original(folder, article.original.name);
        const kept = await writeAtomically(this.fs, path, original);
        if (!kept.ok) return kept;
      }
    } catch (error) {
      return ioFailure(error, 'write', basename(folder));
    }
    const written = await this.write(folder, article);
    if (!written.ok) return written;
    await this.fs.syncFolder(join(this.desk, names.articles)).catch(() => undefined);
    return success({ article, base: written.value });
  }

  /**
   * Saves an article over the version that it was read from. When the file is not `base` any more somebody else
   * changed it: `article.conflict`, and nothing is written — or, with `force`, their version is first kept in the
   * history. Gives the new base.
   */
  async save(article: Article, base: string, force = false): Promise<Result<string>> {
    const folder = await this.find(article.id);
    if (folder === null) return failure('article.not-found', { id: article.id });
    try {
      return await withFileLock(this.fs, join(folder, '.save.lock'), async () => {
        const current = await this.fs.readFile(inFolder.article(folder)).catch(() => null);
        const isOurs = current !== null && fileHash(current) === base;
        if (!isOurs && !force) return failure('article.conflict');
        if (!isOurs && current) {
          const kept = await this.keep(folder, current, 'conflict');
          if (!kept.ok) return kept;
        }
        return this.write(folder, article);
      });
    } catch (error) {
      return ioFailure(error, 'write', basename(folder));
    }
  }

  /** Keeps a version that lost a conflict in the article's history. */
  async setAside(article: Article): Promise<Result<null>> {
    const folder = await this.find(article.id);
    if (folder === null) return failure('article.not-found', { id: article.id });
    return this.keep(folder, new TextEncoder().encode(serializeArticle(article)), 'set-aside');
  }

  private async keep(
    folder: string,
    bytes: Uint8Array,
    why: 'conflict' | 'set-aside',
  ): Promise<Result<null>> {
    const history = new HistoryStore(this.fs, inFolder.history(folder));
    return history.keepBytes(bytes, why, '', new Date().toISOString());
  }

  /** The kept versions of an article; null when it is not on the desk. */
  async history(id: string): Promise<HistoryStore | null> {
    const folder = await this.find(id);
    return folder === null ? null : new HistoryStore(this.fs, inFolder.history(folder));
  }

  /**
   * Copies a picture into an article and gives its name there. The same bytes are the same file.
   * Codes: `picture.unknown`, `input.too-large`, `article.not-found`, `io.…`.
   */
  async addPicture(id: string, bytes: Uint8Array): Promise<Result<string>> {
    if (bytes.byteLength > maximumPictureBytes) return failure('input.too-large', { limit: '40 MB' });
    const kind = pictureKind(bytes);
    if (kind === null) return failure('picture.unknown');
    const folder = await this.find(id);
    if (folder === null) return failure('article.not-found', { id });
    const asset = `${fileHash(bytes)}.${kind}`;
    const path = inFolder.asset(folder, asset);
    try {
      if (await this.fs.info(path)) return success(asset);
      await this.fs.makeFolder(join(folder, names.assets));
    } catch (error) {
      return ioFailure(error, 'write', names.assets);
    }
    const written = await writeAtomically(this.fs, path, bytes);
    return written.ok ? success(asset) : written;
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
  async picture(id: string, asset: string): Promise<Uint8Array | null> {
    const folder = assetName.test(asset) ? await this.find(id) : null;
    if (folder === null) return null;
    const path = inFolder.asset(folder, asset);
    const info = await this.fs.info(path).catch(() => null);
    if (info?.kind !== 'file' || info.size > maximumPictureBytes) return null;
    const bytes = await this.fs.readFile(path).catch(() => null);
    return bytes && asset.startsWith(fileHash(bytes)) ? bytes : null;
  }

  private async write(folder: string, article: Article): Promise<Result<string>> {
    const bytes = new TextEncoder().encode(serializeArticle(article));
    const written = await writeAtomically(this.fs, inFolder.article(folder), bytes);
    return written.ok ? success(fileHash(bytes)) : written;
  }

  /** Gives an article another headline; its slug and its folder's name follow. `now` is an ISO instant. */
  async rename(id: string, title: string, now: string): Promise<Result<StoredArticle>> {
    const folder = await this.find(id);
    const stored = await this.read(id);
    if (!stored.ok) return stored;
    if (folder === null) return failure('article.not-found', { id });
    const { article, base } = stored.value;
    const renamed: Article = {
      ...article,
      body: withHeadline(article.body, title),
      metadata: { ...article.metadata, slug: slugify(title), modified: now },
    };
    const saved = await this.save(renamed, base);
    if (!saved.ok) return saved;
    const moved = await this.move(folder, join(this.desk, names.articles, folderOf(renamed)));
    return moved.ok ? success({ article: renamed, base: saved.value }) : moved;
  }

  trash(id: string): Promise<Result<null>> {
    return this.shelve(id, names.articles, names.trash);
  }

  restore(id: string): Promise<Result<null>> {
    return this.shelve(id, names.trash, names.articles);
  }

  private async shelve(id: string, from: Shelf, to: Shelf): Promise<Result<null>> {
    const folder = await this.find(id, from);
    if (folder === null) return failure('article.not-found', { id });
    return this.move(folder, join(this.desk, to, basename(folder)));
  }

  private async move(from: string, to: string): Promise<Result<null>> {
    if (from === to) return success(null);
    try {
      await this.fs.makeFolder(join(to, '..'));
      await this.fs.rename(from, to);
      await this.fs.syncFolder(join(to, '..'));
      return success(null);
    } catch (error) {
      return ioFailure(error, 'write', basename(from));
    }
  }

  /** The bytes that an article was imported from; null when it was written here. */
  async original(
    id: string,
  ): Promise<Result<{ readonly article: Article; readonly bytes: Uint8Array } | null>> {
    const folder = await this.find(id);
    const stored = await this.read(id);
    if (!stored.ok) return stored;
    const { article } = stored.value;
    if (folder === null || !article.original) return success(null);
    const { name } = article.original;
    try {
      const kept = await this.fs.info(join(folder, names.original));
      if (kept?.kind !== 'folder') return failure('io.not-found', { name });
      return success({
        article,
        bytes: await this.fs.readFile(inFolder.original(folder, name)),
      });
    } catch (error) {
      return ioFailure(error, 'read', name);
    }
  }

  /** The ids that begin like this, as folders are named: no article is read. */
  async idsBeginning(beginning: string): Promise<string[]> {
    const folders = await this.fs.list(join(this.desk, names.articles)).catch(() => []);
    const ids = folders.map(idInFolder).filter((id) => id?.startsWith(beginning));
    return [...new Set(ids.filter((id) => id !== null))];
  }

  /** The name of an article's folder; null when it is not on the desk. */
  async folderName(id: string): Promise<string | null> {
    const folder = await this.find(id);
    return folder === null ? null : basename(folder);
  }

  /** The folder of an article; null when it is not on that shelf. One look at the disk while it stands where it did. */
  private async find(id: string, shelf: Shelf = names.articles): Promise<string | null> {
    const key = `${shelf}/${id}`;
    const known = this.folders.get(key);
    if (known !== undefined && (await this.fs.info(known).catch(() => null))?.kind === 'folder') return known;
    const entries = await this.fs.list(join(this.desk, shelf)).catch(() => []);
    this.folders.delete(key);
    // Whoever asks for one article often asks for many: where the others lie is seen in the same look. The first of
    // two folders with one id counts.
    for (const folder of entries.toReversed()) {
      const found = idInFolder(folder);
      if (found !== null) this.folders.set(`${shelf}/${found}`, join(this.desk, shelf, folder));
    }
    const folder = this.folders.get(key);
    // A link named like an article would lead out of the desk, for reading and for writing.
    return folder !== undefined && (await this.fs.info(folder).catch(() => null))?.kind === 'folder'
      ? folder
      : null;
  }
}
