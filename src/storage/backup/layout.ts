import { dirname, join, resolve, sep } from 'node:path';
import { slugify } from '#core/article/slug';
import {
  type BackupManifest,
  backupInstant,
  backupName,
  manifestSchema,
  manifestVersion,
} from '#core/backup/manifest';
import type { Desk } from '#core/desk/schema';
import { failure, type Result } from '#core/failure';
import type { FileSystem } from '../file-system';
import { readJsonFile } from '../json-file';
import { sealOf } from '../seal';

export const manifestName = 'manifest.json';
/** The files of the desk, in a folder of their own: a desk may have a `manifest.json` itself. */
export const contentName = 'desk';
/** Written again while a backup is being made, so that another Marbre lets it be. */
export const pulseName = '.pulse';
/** A half-made backup that has not moved for so many milliseconds belongs to nobody any more. */
export const abandonedAfter = 600_000;
/** A backup that is being made, or being deleted. */
export const unfinished = /^\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.[0-9a-f]{12}\.tmp$/;

const manifestFile = {
  schema: manifestSchema,
  newestVersion: manifestVersion,
  codes: { missing: 'backup.none', invalid: 'backup.invalid', newer: 'backup.newer-version' },
} as const;

/** The manifest of one backup. Codes: `backup.none`, `backup.invalid`, `backup.newer-version`, `io.…`. */
export async function readManifest(
  fs: FileSystem,
  folder: string,
  name: string,
): Promise<Result<BackupManifest>> {
  const path = join(folder, manifestName);
  const read = await readJsonFile(fs, path, { ...manifestFile, name });
  if (!read.ok) return read;
  const bytes = await fs.readFile(path).catch(() => new Uint8Array());
  // Whoever changes a hash in it changes what “whole” means.
  return sealOf(bytes) === 'right' ? read : failure('backup.invalid', { name });
}

/** Where the backups of a desk lie: `<desk name>--<desk id>`; one that a desk had under an earlier name is kept. */
export async function shelfFor(fs: FileSystem, target: string, { id, name }: Desk): Promise<string> {
  const known = (await fs.list(target)).filter((entry) => entry.endsWith(`--${id}`)).sort();
  return join(target, known[0] ?? `${slugify(name, 'desk')}--${id}`);
}

/** The instants of what looks like backups, newest first. */
export async function backupsOn(fs: FileSystem, shelf: string): Promise<readonly number[]> {
  const entries = await fs.list(shelf);
  return entries
    .map(backupInstant)
    .filter((instant) => instant !== null)
    .sort((one, other) => other - one);
}

export function backupIn(shelf: string, made: number): string {
  return join(shelf, backupName(made));
}

/** Whether one of the two lies in the other, or both are the same folder; links are followed. */
export async function areNested(fs: FileSystem, one: string, other: string): Promise<boolean> {
  const [first, second] = [await realPlace(fs, one), await realPlace(fs, other)];
  const below = (inner: string, outer: string): boolean =>
    inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
  return below(first, second) || below(second, first);
}

/** A path without links, also of something that is not there yet. */
async function realPlace(fs: FileSystem, path: string): Promise<string> {
  const whole = resolve(path);
  if (whole === dirname(whole) || (await fs.info(whole)) !== null) return fs.realPath(whole);
  return join(await realPlace(fs, dirname(whole)), whole.slice(dirname(whole).length));
}
