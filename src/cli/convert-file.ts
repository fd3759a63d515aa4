import { basename, dirname } from 'node:path';
import { failure, type Result, success } from '#core/failure';
import { formatById } from '#core/formats/registry';
import { makeFolder, writeWork } from '#storage/write-files';
import { convertTo, takeInFor } from './conversion';
import { readFrom } from './files';
import { type Outcome, refused, type Task } from './outcome';

/** Reads, converts and writes one file; nothing is written unless all of it could be read. */
export async function convertFile(task: Task): Promise<Outcome> {
  const { path, name, target, to, reading, publication } = task;
  if (path === target) return refused(name, failure('io.denied', { name: basename(target) }));
  const file = await readFrom(path);
  if (!file.ok) return refused(name, file);
  const format = formatById(to);
  const taken = takeInFor(format, file.value, reading);
  if (!taken.ok) return refused(name, taken);
  const converted = convertTo(format, taken.value, publication);
  if (!converted.ok) return refused(name, converted);
  const made = await makeFolderOnce(dirname(target));
  const written = made.ok ? await writeWork(target, converted.value) : made;
  if (!written.ok) return refused(name, written);
  const { format: from, warnings } = taken.value;
  return { name, failure: null, from, warnings, lost: converted.value.lost };
}

const madeFolders = new Set<string>();

/** A thousand files for one folder need not ask for it a thousand times. */
async function makeFolderOnce(path: string): Promise<Result<null>> {
  if (madeFolders.has(path)) return success(null);
  const made = await makeFolder(path);
  if (made.ok) madeFolders.add(path);
  return made;
}
