import { basename, dirname, join } from 'node:path';
import type { Failure, Result } from '#core/failure';
import { failure, success } from '#core/failure';
import type { Feature } from '#core/formats/features';
import { formatById } from '#core/formats/registry';
import type { FormatId, Publication, Warning } from '#core/formats/types';
import { diskFileSystem, ioFailure, writeAtomically } from '#storage/index';
import { type Converted, convertTo, type Reading, takeIn } from './conversion';
import { readFrom } from './files';

/** One file to convert; plain data, so that it can be handed to another thread. */
export interface Task {
  /** Absolute. */
  readonly path: string;
  /** As the person named it. */
  readonly name: string;
  /** Absolute, with its ending. */
  readonly target: string;
  readonly to: FormatId;
  readonly reading: Reading;
  readonly publication?: Publication | undefined;
}

/** What became of it. */
export interface Outcome {
  readonly name: string;
  readonly failure: Failure | null;
  readonly from?: FormatId;
  /** The article on the desk that it has been imported as before. */
  readonly known?: string;
  readonly warnings: readonly Warning[];
  readonly lost: readonly Feature[];
}

/** Reads, converts and writes one file; nothing is written unless all of it could be read. */
export async function convertFile(task: Task): Promise<Outcome> {
  const { path, name, target, to, reading, publication } = task;
  const refused = (failed: Failure): Outcome => ({ name, failure: failed, warnings: [], lost: [] });
  if (path === target) return refused(failure('io.denied', { name: basename(target) }));
  const file = await readFrom(path);
  if (!file.ok) return refused(file);
  const taken = takeIn(file.value, reading);
  if (!taken.ok) return refused(taken);
  const converted = convertTo(formatById(to), taken.value, publication);
  if (!converted.ok) return refused(converted);
  const made = await makeFolder(dirname(target));
  const written = made.ok ? await writeConverted(target, converted.value) : made;
  if (!written.ok) return refused(written);
  const { format, warnings } = taken.value;
  return { name, failure: null, from: format, warnings, lost: converted.value.lost };
}

/** Writes what an article became, and what stands beside it: pictures in `assets/`, the second file with its name. */
export async function writeConverted(
  target: string,
  { bytes, sibling, pictures }: Converted,
): Promise<Result<null>> {
  const beside = new Map(pictures);
  const stem = basename(target).replace(/\.[^.]*$/, '');
  if (sibling) beside.set(`${stem}.${sibling.extension}`, sibling.bytes);
  return writeFiles(dirname(target), new Map([...beside, [basename(target), bytes]]));
}

/** Writes files into a folder that is there, and into folders below it, which are made; each is whole or not there. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Result<null>> {
  for (const [path, bytes] of files) {
    const target = join(folder, ...path.split('/'));
    const made = path.includes('/') ? await makeFolder(dirname(target)) : success(null);
    const written = made.ok ? await writeAtomically(diskFileSystem, target, bytes) : made;
    if (!written.ok) return written;
  }
  return success(null);
}

/** Makes a folder and those above it, where they are missing. */
export async function makeFolder(path: string): Promise<Result<null>> {
  try {
    await diskFileSystem.makeFolder(path);
    return success(null);
  } catch (error) {
    return ioFailure(error, 'write', basename(path));
  }
}
