import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { type BackupManifest, backupName, manifestVersion } from '#core/backup/manifest';
import { type Retention, retained, usualRetention } from '#core/backup/retention';
import { failure, type Result, success } from '#core/failure';
import type { Problem } from '../article-reader';
import { writeAtomically } from '../atomic-write';
import type { DeskStore } from '../desk-store';
import { type FileSystem, makeDurableFolder, patiently } from '../file-system';
import { ioFailure } from '../io-failure';
import { jsonBytes } from '../json-file';
import { type Copied, copyDesk, type Earlier } from './copy-files';
import {
  abandonedAfter,
  areNested,
  backupIn,
  backupsOn,
  contentName,
  manifestName,
  pulseName,
  readManifest,
  shelfFor,
  unfinished,
} from './layout';

/** A sign of life so often, in milliseconds. */
const pulseEvery = 30_000;

export interface BackupOptions {
  /** ISO instant. */
  readonly now: string;
  readonly keep?: Retention;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface BackupReport {
  /** Absolute: the new backup. */
  readonly folder: string;
  /** ISO instant. */
  readonly made: string;
  readonly files: number;
  /** Bytes of all files, whether copied or not. */
  readonly size: number;
  /** How many files are second names of those of the backup before. */
  readonly linked: number;
  /** How many old backups were let go. */
  readonly removed: number;
  /** What of the desk could not be read, and is not in it. */
  readonly problems: readonly Problem[];
}

/**
 * Copies a desk into `<target>/<desk name>--<desk id>/<instant>/desk/`: under another name until its manifest is written, so
 * that a backup with its own name is whole. Every file is read back after it was written. Then lets go of old ones
 * (`retained`). `target` must be there: a disk that is not plugged in must not become a folder.
 * Codes: `backup.inside`, `backup.stopped`, `io.…`; after any of them there is no new backup, and the old ones stand.
 */
export async function backUp(
  desk: DeskStore,
  target: string,
  { now, keep = usualRetention, signal, onProgress }: BackupOptions,
): Promise<Result<BackupReport>> {
  const { fs, settings } = desk;
  const name = basename(target);
  try {
    if ((await fs.info(target))?.kind !== 'folder') {
      // A link to a folder is as good as one.
      if ((await fs.info(target)) === null || (await fs.info(await fs.realPath(target)))?.kind !== 'folder')
        return failure('io.not-found', { name });
    }
    if (await areNested(fs, desk.folder, target)) return failure('backup.inside', { name });
    const shelf = await shelfFor(fs, target, settings);
    await makeDurableFolder(fs, shelf);
    await sweepUnfinished(fs, shelf);
    const before = await backupsOn(fs, shelf);
    let instant = Date.parse(now);
    while (before.includes(instant)) instant += 1;
    const made = new Date(instant).toISOString();
    const filled = await fill(desk, shelf, {
      made,
      earlier: await newestWhole(fs, shelf, before),
      signal,
      onProgress,
    });
    if (!filled.ok) return filled;
    const removed = await letGo(fs, shelf, { id: settings.id, instant, before, keep, now: Date.parse(now) });
    const { files, linked, problems } = filled.value;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const folder = backupIn(shelf, instant);
    return success({ folder, made, files: files.length, size, linked, removed, problems });
  } catch (error) {
    return ioFailure(error, 'write', name);
  }
}

interface Filling extends Pick<BackupOptions, 'signal' | 'onProgress'> {
  readonly made: string;
  readonly earlier: Earlier | null;
}

async function fill(desk: DeskStore, shelf: string, filling: Filling): Promise<Result<Copied>> {
  const { fs } = desk;
  const instant = Date.parse(filling.made);
  const half = unfinishedIn(shelf, instant);
  const done = await fillHalf(desk, half, filling).catch((error: unknown) =>
    ioFailure(error, 'write', basename(shelf)),
  );
  if (!done.ok) {
    await fs.removeFolder(half).catch(() => {
      // The disk is gone or full beyond deleting: the next backup sweeps it.
    });
    return done;
  }
  try {
    await patiently(fs, () => fs.rename(half, backupIn(shelf, instant)));
    await fs.syncFolder(shelf);
    return done;
  } catch (error) {
    await fs.removeFolder(half).catch(() => undefined);
    return ioFailure(error, 'write', basename(shelf));
  }
}

async function fillHalf(
  { fs, folder, settings }: DeskStore,
  half: string,
  { made, earlier, signal, onProgress }: Filling,
): Promise<Result<Copied>> {
  await makeDurableFolder(fs, half);
  await makeDurableFolder(fs, join(half, contentName));
  let pulse = Number.NEGATIVE_INFINITY;
  const beat = async (): Promise<void> => {
    if (fs.now() - pulse < pulseEvery) return;
    pulse = fs.now();
    await writeAtomically(fs, join(half, pulseName), new Uint8Array());
  };
  const onFile = async (done: number, total: number): Promise<void> => {
    onProgress?.(done, total);
    await beat();
  };
  const copied = await copyDesk({ fs, desk: folder, into: join(half, contentName), earlier, signal, onFile });
  if (!copied.ok) return copied;
  const { files, problems } = copied.value;
  const manifest: BackupManifest = {
    format: 'marbre-backup',
    version: manifestVersion,
    desk: { id: settings.id, name: settings.name },
    made,
    files: [...files],
    unread: problems.map(({ name }) => name).filter((path) => !path.includes('\\')),
  };
  if ((await fs.info(join(half, pulseName))) !== null) await fs.unlink(join(half, pulseName));
  const written = await writeAtomically(fs, join(half, manifestName), jsonBytes(manifest));
  return written.ok ? copied : written;
}

function unfinishedIn(shelf: string, instant: number): string {
  return join(shelf, `.${backupName(instant)}.${randomBytes(6).toString('hex')}.tmp`);
}

async function newestWhole(
  fs: FileSystem,
  shelf: string,
  instants: readonly number[],
): Promise<Earlier | null> {
  for (const instant of instants) {
    const folder = backupIn(shelf, instant);
    const manifest = await readManifest(fs, folder, backupName(instant));
    if (manifest.ok)
      return {
        folder: join(folder, contentName),
        hashes: new Map(manifest.value.files.map(({ path, sha256 }) => [path, sha256])),
      };
  }
  return null;
}

interface Letting {
  readonly id: string;
  /** The backup that was just made. */
  readonly instant: number;
  readonly before: readonly number[];
  readonly keep: Retention;
  readonly now: number;
}

/** Deletes what need not be kept, and nothing that we did not make. Failing to is no harm: the next one tries again. */
async function letGo(
  fs: FileSystem,
  shelf: string,
  { id, instant, before, keep, now }: Letting,
): Promise<number> {
  const kept = retained([instant, ...before], now, keep);
  let removed = 0;
  for (const old of before.filter((one) => one !== instant && !kept.has(one))) {
    const folder = backupIn(shelf, old);
    const manifest = await readManifest(fs, folder, backupName(old));
    if (!manifest.ok || manifest.value.desk.id !== id) continue;
    const going = unfinishedIn(shelf, old);
    try {
      // Under another name first: a backup that is half deleted must not look like a whole one.
      await fs.rename(folder, going);
      await fs.removeFolder(going);
      removed += 1;
    } catch {
      // A file in it is held by somebody.
    }
  }
  return removed;
}

/** Removes what killed backups left behind; one that still moves belongs to another Marbre. */
async function sweepUnfinished(fs: FileSystem, shelf: string): Promise<void> {
  for (const entry of (await fs.list(shelf)).filter((name) => unfinished.test(name))) {
    const folder = join(shelf, entry);
    const pulse = await fs.info(join(folder, pulseName)).catch(() => null);
    const moved = Math.max((await fs.info(folder).catch(() => null))?.modified ?? 0, pulse?.modified ?? 0);
    if (fs.now() - moved > abandonedAfter) await fs.removeFolder(folder).catch(() => undefined);
  }
}
