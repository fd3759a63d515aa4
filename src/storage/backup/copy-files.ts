import { basename, dirname, join } from 'node:path';
import { type BackupFile, backupPathSchema } from '#core/backup/manifest';
import { failure, type Result, success } from '#core/failure';
import type { Problem } from '../article-reader';
import { writeAtomically } from '../atomic-write';
import { type FileSystem, makeDurableFolder, patiently } from '../file-system';
import { fileHash } from '../hash';
import { ioFailure } from '../io-failure';
import { deskFiles, isGone } from './walk';

/** The backup before this one: files that are the same become second names of its files. */
export interface Earlier {
  readonly folder: string;
  /** SHA-256 by path. */
  readonly hashes: ReadonlyMap<string, string>;
}

export interface Copying {
  readonly fs: FileSystem;
  readonly desk: string;
  /** The folder that is being filled; it is there. */
  readonly into: string;
  readonly earlier: Earlier | null;
  readonly signal: AbortSignal | undefined;
  /** Awaited after each file. */
  readonly onFile: (done: number, total: number) => Promise<void>;
}

export interface Copied {
  readonly files: readonly BackupFile[];
  readonly problems: readonly Problem[];
  readonly linked: number;
}

/** A desk on which somebody works does not stand still: what came meanwhile is fetched, so many times at most. */
const maximumPasses = 5;

/** Copies a desk into a folder. Codes: `backup.stopped`, and `io.…` of what could not be written. */
export async function copyDesk(copying: Copying): Promise<Result<Copied>> {
  try {
    return await new DeskCopy(copying).run();
  } catch (error) {
    return ioFailure(error, 'read', basename(copying.desk));
  }
}

class DeskCopy {
  private readonly copying: Copying;
  private readonly done = new Map<string, BackupFile>();
  private readonly problems = new Map<string, Problem>();
  private readonly folders = new Set<string>();
  private linked = 0;

  constructor(copying: Copying) {
    this.copying = copying;
  }

  async run(): Promise<Result<Copied>> {
    let there = await this.look();
    for (let pass = 1; pass <= maximumPasses; pass += 1) {
      const wanted = there.filter((path) => !this.done.has(path) && !this.problems.has(path));
      if (pass > 1 && wanted.length === 0) break;
      for (const path of wanted) {
        if (this.copying.signal?.aborted) return failure('backup.stopped');
        const copied = await this.copy(path);
        if (!copied.ok) return copied;
        await this.copying.onFile(this.done.size, Math.max(there.length, this.done.size));
      }
      there = await this.look();
    }
    await this.dropMoved(there);
    const files = [...this.done.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
    return success({ files, problems: [...this.problems.values()], linked: this.linked });
  }

  private look(): Promise<string[]> {
    const { fs, desk } = this.copying;
    return deskFiles(fs, desk, (path, error) => this.note(path, error));
  }

  private note(path: string, error: unknown): void {
    this.problems.set(path, { name: path, failure: ioFailure(error, 'read', path) });
  }

  /** One file: read once, so that what is hashed is what is written. One that is gone again is nothing. */
  private async copy(path: string): Promise<Result<null>> {
    const { fs, desk } = this.copying;
    let bytes: Uint8Array;
    try {
      // A name that another system could not have, or would take for a way out of the folder.
      if (!backupPathSchema.safeParse(path).success) throw new Error('a name that cannot be kept');
      bytes = await patiently(fs, () => fs.readFile(join(desk, ...path.split('/'))));
    } catch (error) {
      if (!isGone(error)) this.note(path, error);
      return success(null);
    }
    const sha256 = fileHash(bytes);
    const target = join(this.copying.into, ...path.split('/'));
    try {
      await this.makeFolders(dirname(target));
    } catch (error) {
      return ioFailure(error, 'write', path);
    }
    const isLinked = await this.link(path, sha256, target);
    const written = isLinked ? success(null) : await writeAtomically(fs, target, bytes);
    if (!written.ok) return written;
    if (isLinked) this.linked += 1;
    this.done.set(path, { path, size: bytes.byteLength, sha256 });
    return success(null);
  }

  private async makeFolders(folder: string): Promise<void> {
    if (folder === this.copying.into || this.folders.has(folder)) return;
    await this.makeFolders(dirname(folder));
    await makeDurableFolder(this.copying.fs, folder);
    this.folders.add(folder);
  }

  /** A second name for the same file of the backup before, read again: what has rotted there is written anew. */
  private async link(path: string, sha256: string, target: string): Promise<boolean> {
    const { fs, earlier } = this.copying;
    if (earlier?.hashes.get(path) !== sha256) return false;
    try {
      await fs.link(join(earlier.folder, ...path.split('/')), target);
    } catch {
      // Another disk, one without second names, or a backup that went away: then it is copied.
      return false;
    }
    const linked = await fs.readFile(target).catch(() => null);
    if (linked && fileHash(linked) === sha256) return true;
    // The atomic write puts another file under this name: the rotten one keeps its first name only.
    return false;
  }

  /** An article that was moved meanwhile, to the trash or under another slug, is kept where it is now. */
  private async dropMoved(there: readonly string[]): Promise<void> {
    const { fs, desk, into } = this.copying;
    const standing = new Set(there.map(folderOf));
    const missing = new Set([...this.done.keys()].map(folderOf).filter((folder) => !standing.has(folder)));
    for (const folder of missing) {
      // Not seen may also mean that it could not be listed just now: what was copied of that is kept.
      const info = await fs.info(join(desk, ...folder.split('/'))).catch(() => undefined);
      if (info !== null) continue;
      await fs.removeFolder(join(into, ...folder.split('/')));
      for (const path of [...this.done.keys()].filter((one) => folderOf(one) === folder))
        this.done.delete(path);
    }
  }
}

/** The article's folder, for all that lies in one. */
function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
