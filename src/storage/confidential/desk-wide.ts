import { currentKey } from '#core/confidential/keys';
import type { SealReport } from '#core/confidential/values';
import { failure, type Result, success } from '#core/failure';
import type { DeskStore } from '../desk-store';
import type { FileSystem } from '../file-system';
import { type NewKey, SealedFiles } from './sealed-files';

/** How far long work is, and what stops it between two steps. */
export interface WorkOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Seals what was confidential and in clear before the desk had a passphrase, on both shelves. */
export async function sealDesk(
  desk: DeskStore,
  { signal, onProgress, onSealed }: WorkOptions & { readonly onSealed?: (folder: string) => void },
): Promise<SealReport> {
  const folders = await desk.articles.folderPaths();
  let [done, refused] = [0, 0];
  for (const [at, folder] of folders.entries()) {
    if (signal.aborted) return { done, refused, cancelled: true };
    const sealed = await desk.articles.protect(folder);
    if (!sealed.ok) refused += 1;
    else if (sealed.value) {
      done += 1;
      onSealed?.(folder);
    }
    onProgress(at + 1, folders.length);
  }
  return { done, refused, cancelled: false };
}

/**
 * Encrypts every file of a desk for a new key, with the passphrase of the old one; each file is for the old key or for
 * the new one at any moment. Stopped or killed, it goes on where it was: the old key stays until nothing needs it.
 * Codes: those of `KeyStore.changeKey`.
 */
export async function changeDeskKey(
  fs: FileSystem,
  desk: DeskStore,
  {
    passphrase,
    now,
    signal,
    onProgress,
  }: WorkOptions & { readonly passphrase: string; readonly now: string },
): Promise<Result<SealReport>> {
  const identities = await desk.keys.changeKey(passphrase, now);
  if (!identities.ok) return identities;
  const keys = await desk.keys.read();
  if (!keys.ok || !keys.value) return keys.ok ? failure('confidential.not-set-up') : keys;
  const { recipient } = currentKey(keys.value);
  // The current key is opened first.
  const [identity, ...old] = identities.value;
  if (identity === undefined) return failure('confidential.wrong-passphrase');
  const work = { fs, desk, old, key: { identity, recipient } };
  let report = await renewAll(work, { signal, onProgress });
  // What somebody sealed for the old key while this was running is found in a second look.
  if (!report.cancelled && report.done > 0)
    report = sum(report, await renewAll(work, { signal, onProgress: () => undefined }));
  if (report.cancelled || report.refused > 0) return success(report);
  const finished = await desk.keys.finishKeyChange();
  return finished.ok ? success(report) : finished;
}

interface Renewal {
  readonly fs: FileSystem;
  readonly desk: DeskStore;
  readonly old: readonly string[];
  readonly key: NewKey;
}

async function renewAll(
  { fs, desk, old, key }: Renewal,
  { signal, onProgress }: WorkOptions,
): Promise<SealReport> {
  const files: { readonly folder: SealedFiles; readonly name: string }[] = [];
  for (const path of await desk.articles.folderPaths()) {
    const folder = new SealedFiles(fs, desk.keys.age, path);
    for (const name of await folder.list()) files.push({ folder, name });
  }
  let [done, refused] = [0, 0];
  for (const [at, { folder, name }] of files.entries()) {
    if (signal.aborted) return { done, refused, cancelled: true };
    const renewed = await folder.renew(name, { old, now: key });
    if (renewed.ok && renewed.value) done += 1;
    // Files of a key that was given up belong to neither; everything else that was refused still needs the old one.
    if (!renewed.ok && renewed.code !== 'confidential.other-key') refused += 1;
    onProgress(at + 1, files.length);
  }
  return { done, refused, cancelled: false };
}

function sum(one: SealReport, other: SealReport): SealReport {
  return { done: one.done + other.done, refused: other.refused, cancelled: other.cancelled };
}
