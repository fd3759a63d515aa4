import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { Language } from '#core/article/schema';
import type { Result } from '#core/failure';
import { createTranslate } from '#core/messages/index';
import { type DeskStore, diskFileSystem, ioFailure, openDesk } from '#storage/index';
import type { SettingsStore } from './settings';

/** The desk that was open last; on the first launch the sample desk, so that there is something to try at once. */
export async function openFirstDesk(settings: SettingsStore, language: Language): Promise<Result<DeskStore>> {
  const last = settings.get('recentDesks')[0];
  const opened = last ? await openDesk(last.folder) : null;
  return opened?.ok ? opened : openSampleDesk(language);
}

/** Opens the person's own copy of the sample desk; makes it when it is not there yet. */
export async function openSampleDesk(language: Language): Promise<Result<DeskStore>> {
  const name = createTranslate(language)('dialog.desk.sample');
  const folder = join(samplePlace(), name);
  try {
    if ((await diskFileSystem.info(folder)) === null) await layOut(folder);
  } catch (error) {
    return ioFailure(error, 'write', name);
  }
  return openDesk(folder);
}

/** Copied beside its place and moved in whole: half a desk would look like a desk at the next start. */
async function layOut(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(join(dirname(folder), '.sample-'));
  try {
    const copy = join(work, 'desk');
    await copyFolder(join(app.getAppPath(), 'resources/sample-desk'), copy);
    await rename(copy, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What `cp` of Node does; it cannot read from the archive that the packaged program lives in, these two can. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else await writeFile(target, await readFile(source), { flag: 'wx' });
  }
}

/** Beside the person's documents; for tests, which bring their own settings folder, inside of that. */
function samplePlace(): string {
  return process.env.MARBRE_USER_DATA ?? join(app.getPath('documents'), 'Marbre');
}
