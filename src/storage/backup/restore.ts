import { basename, dirname, join } from 'node:path';
import type { BackupFile, BackupManifest } from '#core/backup/manifest';
import { type Failure, failure, type Result, success } from '#core/failure';
import { names } from '../article-folder';
import type { Problem } from '../article-reader';
import { writeAtomically } from '../atomic-write';
import { diskFileSystem, type FileSystem, makeDurableFolder } from '../file-system';
import { fileHash } from '../hash';
import { ioFailure } from '../io-failure';
import { areNested, contentName, readManifest } from './layout';
import { isGone } from './walk';

export interface ReadingOptions {
  readonly fs?: FileSystem;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface BackupCheck {
  readonly desk: BackupManifest['desk'];
  /** ISO instant. */
  readonly made: string;
  /** How many files it holds by its manifest. */
  readonly files: number;
  /** Files that are missing or altered, by their path in the desk. */
  readonly problems: readonly Problem[];
}

/** Reads every file of a backup and compares its hash. Codes: `backup.none`, `backup.invalid`, `backup.stopped` … */
export async function verifyBackup(
  folder: string,
  options: ReadingOptions = {},
): Promise<Result<BackupCheck>> {
  return eachFile(folder, options, async () => success(null));
}

/**
 * Copies a backup into a folder that is new or empty, and never over a desk. What is missing or altered in the backup is
 * left out and told. `desk.json` comes last: a folder is a desk from then on. One that is stopped or fails takes back
 * what it has put there.
 * Codes: `desk.not-empty`, `backup.inside`, `io.…`, and those of `verifyBackup`.
 */
export async function restoreBackup(
  folder: string,
  target: string,
  options: ReadingOptions = {},
): Promise<Result<BackupCheck>> {
  const { fs = diskFileSystem } = options;
  const name = basename(target);
  const manifest = await readManifest(fs, folder, basename(folder));
  if (!manifest.ok) return manifest;
  let isNew: boolean;
  try {
    if (await areNested(fs, folder, target)) return failure('backup.inside', { name });
    const info = await fs.info(target);
    const isFree = info === null || (info.kind === 'folder' && (await fs.list(target)).length === 0);
    if (!isFree) return failure('desk.not-empty', { name });
    isNew = info === null;
  } catch (error) {
    return ioFailure(error, 'write', name);
  }
  const done = await fill(folder, target, options);
  if (!done.ok) await takeBack(fs, target, manifest.value.files, isNew);
  return done;
}

const firstParts = [names.articles, names.trash] as const;

async function fill(folder: string, target: string, options: ReadingOptions): Promise<Result<BackupCheck>> {
  const { fs = diskFileSystem } = options;
  try {
    await makeDurableFolder(fs, target);
    for (const part of firstParts) await makeDurableFolder(fs, join(target, part));
    return await eachFile(folder, options, (file, bytes) => place(fs, target, file, bytes));
  } catch (error) {
    return ioFailure(error, 'write', basename(target));
  }
}

/** Removes what a restore has put into a folder that was empty, and nothing that somebody else has put there since. */
async function takeBack(
  fs: FileSystem,
  target: string,
  files: readonly BackupFile[],
  isNew: boolean,
): Promise<void> {
  const parts = new Set<string>(firstParts);
  for (const { path } of files) parts.add(path.split('/')[0] ?? path);
  try {
    for (const part of parts) await fs.removeFolder(join(target, part));
    if (isNew && (await fs.list(target)).length === 0) await fs.removeFolder(target);
  } catch {
    // The disk is gone or full beyond deleting. Without its desk.json it is no desk.
  }
}

async function place(
  fs: FileSystem,
  target: string,
  { path }: BackupFile,
  bytes: Uint8Array,
): Promise<Result<null>> {
  const whole = join(target, ...path.split('/'));
  try {
    if ((await fs.info(dirname(whole))) === null) await fs.makeFolder(dirname(whole));
    return await writeAtomically(fs, whole, bytes);
  } catch (error) {
    return ioFailure(error, 'write', path);
  }
}

/** Hands every file that is whole to `work`; `desk.json` last. */
async function eachFile(
  folder: string,
  { fs = diskFileSystem, signal, onProgress }: ReadingOptions,
  work: (file: BackupFile, bytes: Uint8Array) => Promise<Result<null>>,
): Promise<Result<BackupCheck>> {
  const manifest = await readManifest(fs, folder, basename(folder));
  if (!manifest.ok) return manifest;
  const { desk, made, files } = manifest.value;
  const isLast = ({ path }: BackupFile): boolean => path === names.desk;
  const ordered = [...files.filter((file) => !isLast(file)), ...files.filter(isLast)];
  const problems: Problem[] = [];
  for (const [index, file] of ordered.entries()) {
    if (signal?.aborted) return failure('backup.stopped');
    const bytes = await readWhole(fs, folder, file);
    const done = bytes.ok ? await work(file, bytes.value) : success(null);
    if (!done.ok) return done;
    if (!bytes.ok) problems.push({ name: file.path, failure: bytes });
    onProgress?.(index + 1, ordered.length);
  }
  return success({ desk, made, files: files.length, problems });
}

async function readWhole(
  fs: FileSystem,
  folder: string,
  { path, sha256 }: BackupFile,
): Promise<Result<Uint8Array>> {
  try {
    const bytes = await fs.readFile(join(folder, contentName, ...path.split('/')));
    return fileHash(bytes) === sha256 ? success(bytes) : failure('backup.file-changed', { name: path });
  } catch (error) {
    return unread(error, path);
  }
}

function unread(error: unknown, path: string): Failure {
  return isGone(error) ? failure('backup.file-missing', { name: path }) : ioFailure(error, 'read', path);
}
