import { basename, dirname } from 'node:path';
import { failure } from '#core/failure';
import { formatById } from '#core/formats/registry';
import { makeFolder, writeWork } from '#storage/write-files';
import { convertTo, takeIn } from './conversion';
import { readFrom } from './files';
import { type Outcome, refused, type Task } from './outcome';

/** Reads, converts and writes one file; nothing is written unless all of it could be read. */
export async function convertFile(task: Task): Promise<Outcome> {
  const { path, name, target, to, reading, publication } = task;
  if (path === target) return refused(name, failure('io.denied', { name: basename(target) }));
  const file = await readFrom(path);
  if (!file.ok) return refused(name, file);
  const taken = takeIn(file.value, reading);
  if (!taken.ok) return refused(name, taken);
  const converted = convertTo(formatById(to), taken.value, publication);
  if (!converted.ok) return refused(name, converted);
  const made = await makeFolder(dirname(target));
  const written = made.ok ? await writeWork(target, converted.value) : made;
  if (!written.ok) return refused(name, written);
  const { format, warnings } = taken.value;
  return { name, failure: null, from: format, warnings, lost: converted.value.lost };
}
