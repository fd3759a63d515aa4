import { basename, resolve } from 'node:path';
import { failureSentence } from '#core/messages/index';
import { type BackupCheck, backUp, openDesk, restoreBackup, verifyBackup } from '#storage/index';
import { type Console, exitCodes, fail, printJson } from './console';
import { describeProblem, problemSentence, type Verb } from './desk-verbs';
import { readOptions } from './options';

/**
 * `marbre backup <target> --desk <dir>` and `marbre backup verify <backup>`. Exit 1 when a file could not be read, or is
 * not what it was.
 */
export const backup: Verb = async (io, args) =>
  args[0] === 'verify' ? verify(io, args.slice(1)) : make(io, args);

const make: Verb = async (io, args) => {
  const options = readOptions(io, args, ['json', 'desk'], { least: 1, most: 1, name: '<target>' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { json } = options.value;
  const desk = await openDesk(resolve(options.value.desk ?? '.'));
  if (!desk.ok) return fail(io, desk, json);
  const target = resolve(options.value.files[0] ?? '.');
  const done = await backUp(desk.value, target, { now: io.now(), onProgress: progressOn(io) });
  io.progress('');
  if (!done.ok) return fail(io, done, json);
  const { folder, files, linked, removed, problems } = done.value;
  if (json)
    printJson(io, { ...done.value, problems: problems.map((problem) => describeProblem(io, problem)) });
  else {
    io.out(`${folder}\n`);
    io.say(io.t('cli.backup.made', { count: files, fresh: files - linked, removed }));
    for (const problem of problems) io.say(problemSentence(io, problem));
  }
  return problems.length === 0 ? exitCodes.done : exitCodes.wrong;
};

const verify: Verb = async (io, args) => {
  const options = readOptions(io, args, ['json'], { least: 1, most: 1, name: '<backup>' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { json, files } = options.value;
  const found = await verifyBackup(resolve(files[0] ?? '.'), { onProgress: progressOn(io) });
  io.progress('');
  if (!found.ok) return fail(io, found, json);
  return tell(io, found.value, json, io.t('cli.backup.whole', { count: found.value.files }));
};

/** `marbre restore <backup> <new dir>`: into a new or empty folder only. */
export const restore: Verb = async (io, args) => {
  const options = readOptions(io, args, ['json'], { least: 2, most: 2, name: '<backup> <new dir>' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { json, files } = options.value;
  const [from = '.', to = '.'] = files.map((file) => resolve(file));
  const done = await restoreBackup(from, to, { onProgress: progressOn(io) });
  io.progress('');
  if (!done.ok) return fail(io, done, json);
  const count = done.value.files - done.value.problems.length;
  return tell(io, done.value, json, io.t('cli.restore.done', { count, name: basename(to) }));
};

/** What was found in a backup, and exit 1 when something is wrong with it. */
function tell(io: Console, check: BackupCheck, json: boolean, sentence: string): number {
  const { problems } = check;
  if (json) printJson(io, { ...check, problems: problems.map((problem) => describeProblem(io, problem)) });
  else {
    // The sentence of such a problem names the file itself.
    io.out(problems.map(({ failure }) => `${failureSentence(io.t, failure)}\n`).join(''));
    if (problems.length === 0) io.say(sentence);
    else io.say(io.t('cli.backup.damaged', { count: problems.length }));
  }
  return problems.length === 0 ? exitCodes.done : exitCodes.wrong;
}

function progressOn(io: Console) {
  return (done: number, total: number): void => io.progress(io.t('cli.convert.progress', { done, total }));
}
