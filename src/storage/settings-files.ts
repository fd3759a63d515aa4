import { basename, join } from 'node:path';
import { type Desk, deskMigrations, deskSchema, deskVersion } from '#core/desk/schema';
import { failure } from '#core/failure';
import { names } from './article-folder';
import type { Problem } from './article-reader';
import { writeAtomically } from './atomic-write';
import { type FileSystem, makeDurableFolder } from './file-system';
import { ioFailure } from './io-failure';
import { type Expected, parseJsonFile } from './json-file';
import { isSettled, quarantineCopy } from './quarantine';
import { isBeingMerged, sealOf } from './seal';
import { templatesFile } from './templates-file';
import { vocabularyFile } from './vocabulary-store';

export const deskFile: Expected<Desk> = {
  schema: deskSchema,
  newestVersion: deskVersion,
  migrations: deskMigrations,
  name: names.desk,
  codes: { missing: 'desk.not-found', invalid: 'desk.invalid', newer: 'desk.newer-version' },
};

/** The files that stand for a whole desk. */
export const settingsFiles: readonly (readonly [name: string, expected: Expected<unknown>])[] = [
  [names.desk, deskFile],
  [names.vocabulary, vocabularyFile],
  [names.templates, templatesFile],
];

/**
 * Keeps a copy of each settings file that is whole in `.marbre/`; one that is damaged goes into quarantine, and the copy
 * takes its place. Where there is no copy, or the file may still be on its way, it is left as it is and told.
 */
export async function tendSettings(fs: FileSystem, desk: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [name, expected] of settingsFiles) {
    try {
      const problem = await tend(fs, desk, name, expected);
      if (problem) problems.push(problem);
    } catch (error) {
      problems.push({ name, failure: ioFailure(error, 'read', name) });
    }
  }
  return problems;
}

async function tend(
  fs: FileSystem,
  desk: string,
  name: string,
  expected: Expected<unknown>,
): Promise<Problem | null> {
  const path = join(desk, name);
  const copy = join(desk, names.cache, name);
  if ((await fs.info(path))?.kind !== 'file') return null;
  const bytes = await fs.readFile(path);
  const read = parseJsonFile(bytes, expected);
  const known = (await fs.info(copy))?.kind === 'file' ? await fs.readFile(copy) : null;
  if (read.ok) {
    if (known === null || Buffer.compare(known, bytes) !== 0) await keepCopy(fs, copy, bytes);
    return null;
  }
  if (read.code !== expected.codes.invalid) return null;
  const isOurs = sealOf(bytes) === 'right' || isBeingMerged(bytes) || !(await isSettled(fs, path));
  if (isOurs || known === null || !parseJsonFile(known, expected).ok) return { name, failure: read };
  const kept = await quarantineCopy(fs, desk, path, bytes);
  if (!kept.ok) return { name, failure: kept };
  const written = await writeAtomically(fs, path, known);
  if (!written.ok) return { name, failure: written };
  return { name, failure: failure('desk.restored', { name }), quarantined: kept.value };
}

/** A convenience: a desk without copies is as good, until something happens to it. */
async function keepCopy(fs: FileSystem, copy: string, bytes: Uint8Array): Promise<void> {
  if (sealOf(bytes) === 'wrong') return;
  await makeDurableFolder(fs, join(copy, '..'));
  await writeAtomically(fs, copy, bytes);
}

/** Settings that cannot be read, or were changed outside. */
export async function settingsProblems(fs: FileSystem, desk: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [name, expected] of settingsFiles) {
    const bytes = await fs.readFile(join(desk, name)).catch(() => null);
    if (bytes === null) continue;
    const read = parseJsonFile(bytes, { ...expected, name: name === names.desk ? basename(desk) : name });
    if (!read.ok) problems.push({ name, failure: read });
    else if (sealOf(bytes) === 'wrong') problems.push({ name, failure: failure('file.changed-outside') });
  }
  return problems;
}
