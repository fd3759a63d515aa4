import { join } from 'node:path';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import {
  prunable,
  readSnapshotId,
  type SnapshotInfo,
  type SnapshotReason,
  snapshotId,
} from '#core/history/snapshots';
import { writeAtomically } from './atomic-write';
import type { FileSystem } from './file-system';
import { ioFailure } from './io-failure';

const ending = '.json';

/** The versions of one article that were kept, in its folder's `history/`. */
export class HistoryStore {
  private readonly fs: FileSystem;
  private readonly folder: string;

  constructor(fs: FileSystem, folder: string) {
    this.fs = fs;
    this.folder = folder;
  }

  /** Newest first. Files that are no snapshots are left alone and not listed. */
  async list(): Promise<SnapshotInfo[]> {
    if (!(await this.isOwn())) return [];
    const names = await this.fs.list(this.folder).catch(() => []);
    const found: SnapshotInfo[] = [];
    for (const name of names.filter((one) => one.endsWith(ending))) {
      const known = readSnapshotId(name.slice(0, -ending.length));
      const info = known && (await this.fs.info(join(this.folder, name)).catch(() => null));
      if (known && info?.kind === 'file') found.push({ ...known, size: info.size });
    }
    return found.sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Codes: `history.not-found`, `article.invalid`, `article.newer-version`, `input.malformed`. */
  async read(id: string): Promise<Result<Article>> {
    try {
      if (!(await this.isOwn())) return failure('history.not-found');
      const bytes = await this.fs.readFile(join(this.folder, `${id}${ending}`));
      return parseArticle(new TextDecoder().decode(bytes));
    } catch {
      return failure('history.not-found');
    }
  }

  /**
   * Keeps a version, unless the newest snapshot is the same text to the byte and nobody gave this one a name. Then
   * prunes by age.
   */
  async keep(article: Article, reason: SnapshotReason, name: string, now: string): Promise<Result<null>> {
    const bytes = new TextEncoder().encode(serializeArticle(article));
    return this.keepBytes(bytes, reason, name, now);
  }

  async keepBytes(
    bytes: Uint8Array,
    reason: SnapshotReason,
    name: string,
    now: string,
  ): Promise<Result<null>> {
    try {
      await this.fs.makeFolder(this.folder);
    } catch (error) {
      return ioFailure(error, 'write', 'history');
    }
    const before = await this.list();
    if (name === '' && (await this.isNewest(before[0], bytes))) return success(null);
    const path = join(this.folder, `${snapshotId(now, reason, name)}${ending}`);
    const written = await writeAtomically(this.fs, path, bytes);
    if (written.ok) await this.prune(now);
    return written;
  }

  private async isNewest(newest: SnapshotInfo | undefined, bytes: Uint8Array): Promise<boolean> {
    if (newest?.size !== bytes.byteLength) return false;
    const known = await this.fs.readFile(join(this.folder, `${newest.id}${ending}`)).catch(() => null);
    return known !== null && Buffer.compare(known, bytes) === 0;
  }

  /** Removes one version for good. Codes: `history.not-found`, `io.…`. */
  async forget(id: string): Promise<Result<null>> {
    try {
      if (!(await this.isOwn())) return failure('history.not-found');
      await this.fs.unlink(join(this.folder, `${id}${ending}`));
      return success(null);
    } catch (error) {
      return ioFailure(error, 'write', 'history');
    }
  }

  /** A link in the place of the folder leads to somebody else's files: none of them is read, and none removed. */
  private async isOwn(): Promise<boolean> {
    return (await this.fs.info(this.folder).catch(() => null))?.kind === 'folder';
  }

  private async prune(now: string): Promise<void> {
    // What cannot be removed today is superfluous tomorrow as well.
    for (const { id } of prunable(await this.list(), Date.parse(now))) await this.forget(id);
  }
}
