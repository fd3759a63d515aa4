import { join } from 'node:path';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import {
  isForEver,
  prunable,
  readSnapshotId,
  type SnapshotInfo,
  type SnapshotReason,
  snapshotId,
} from '#core/history/snapshots';
import { names } from './article-folder';
import { writeAtomically } from './atomic-write';
import { errorCode, type FileSystem, makeDurableFolder } from './file-system';
import { ioFailure } from './io-failure';
import { seal, sealOf } from './seal';

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
    const entries = await this.fs.list(this.folder).catch(() => []);
    const found: SnapshotInfo[] = [];
    for (const name of entries.filter((one) => one.endsWith(ending))) {
      const known = readSnapshotId(name.slice(0, -ending.length));
      const info = known && (await this.fs.info(join(this.folder, name)).catch(() => null));
      if (known && info?.kind === 'file') found.push({ ...known, size: info.size });
    }
    return found.sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Codes: `history.not-found`, `history.damaged`, `article.newer-version`, `io.…`. */
  async read(id: string): Promise<Result<Article>> {
    try {
      if (!(await this.isOwn())) return failure('history.not-found');
      return readSnapshot(await this.fs.readFile(this.path(id)));
    } catch (error) {
      return errorCode(error) === 'ENOENT'
        ? failure('history.not-found')
        : ioFailure(error, 'read', names.history);
    }
  }

  private path(id: string): string {
    return join(this.folder, `${id}${ending}`);
  }

  /**
   * Keeps a version, unless the newest snapshot is the same text to the byte and nobody gave this one a name. Then
   * prunes by age.
   */
  async keep(article: Article, reason: SnapshotReason, name: string, now: string): Promise<Result<null>> {
    const bytes = seal(serializeArticle(article));
    try {
      const before = await this.list();
      if (name === '' && (await this.isNewest(before[0], bytes, reason))) return success(null);
      await makeDurableFolder(this.fs, this.folder);
      const path = this.path(await this.freeId(now, reason, name));
      const written = await writeAtomically(this.fs, path, bytes);
      // What is there but not safe would be taken for a kept version by the next attempt.
      if (!written.ok) await this.fs.unlink(path).catch(() => undefined);
      else await this.prune(now);
      return written;
    } catch (error) {
      return ioFailure(error, 'write', names.history);
    }
  }

  /** Writes a version anew in the place of what it was: for what must not stay in it. */
  replace(id: string, article: Article): Promise<Result<null>> {
    return writeAtomically(this.fs, this.path(id), seal(serializeArticle(article)));
  }

  /** Two versions of one instant, or of an instant that came twice because a clock went back, are still two. */
  private async freeId(now: string, reason: SnapshotReason, name: string): Promise<string> {
    for (let at = Date.parse(now); ; at += 1) {
      const id = snapshotId(new Date(at).toISOString(), reason, name);
      if ((await this.fs.info(this.path(id))) === null) return id;
    }
  }

  /** The newest version is this one, and stays as long as it shall. */
  private async isNewest(
    newest: SnapshotInfo | undefined,
    bytes: Uint8Array,
    reason: SnapshotReason,
  ): Promise<boolean> {
    if (newest?.size !== bytes.byteLength) return false;
    if (isForEver(reason) && !isForEver(newest.reason)) return false;
    const known = await this.fs.readFile(this.path(newest.id)).catch(() => null);
    return known !== null && Buffer.compare(known, bytes) === 0;
  }

  /** Removes one version for good. Codes: `history.not-found`, `io.…`. */
  async forget(id: string): Promise<Result<null>> {
    try {
      if (!(await this.isOwn())) return failure('history.not-found');
      await this.fs.unlink(this.path(id));
      return success(null);
    } catch (error) {
      return ioFailure(error, 'write', names.history);
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

/**
 * A kept version from its bytes. Nobody writes these by hand: one whose hash is wrong was altered by the disk.
 * Codes: `history.damaged`, `article.newer-version`.
 */
export function readSnapshot(bytes: Uint8Array): Result<Article> {
  const parsed = parseArticle(new TextDecoder().decode(bytes));
  if (parsed.ok) return sealOf(bytes) === 'wrong' ? failure('history.damaged') : parsed;
  return parsed.code === 'article.newer-version' ? parsed : failure('history.damaged', {}, parsed.detail);
}
