import { type Failure, failure } from '#core/failure';
import type { BackupView, Events, Input } from '#core/ipc/contract';
import { call, on } from '../bridge/bridge';
import { desk } from './app-session';
import { complain, tell } from './notices';
import { createStore } from './store';

/** How the backups of the open desk stand; null until it is known. */
export const backup = createStore<BackupView | null>(null);
/** How far the backup is that is being made or brought back; null when there is none. */
export const backupProgress = createStore<Events['backup.progress']>(null);

export function followBackups(): (() => void)[] {
  return [
    on('backup.progress', (progress) => {
      backupProgress.set(progress);
      // The last backup is another one now.
      if (progress === null && backup.get()) void readBackup();
    }),
    on('backup.failed', ({ code, params }) => report(failure(code, params))),
  ];
}

/** One that was stopped did what somebody wanted. */
function report(problem: Failure): void {
  if (problem.code === 'backup.stopped') tell('backup.stopped');
  else complain(problem);
}

export function stopBackup(): void {
  void call('backup.stop');
}

/** Makes a desk from a backup, both chosen by the person, and gives whether there is one now. */
export async function restoreBackup(): Promise<boolean> {
  const restored = await call('backup.restore');
  if (!restored.ok) report(restored);
  else if (restored.value !== null) tell('backup.restored', { count: restored.value.files });
  return restored.ok && restored.value !== null;
}

export async function readBackup(): Promise<void> {
  const { id } = desk.get() ?? {};
  const read = await call('backup.status');
  if (desk.get()?.id === id) backup.set(read.ok ? read.value : null);
}

export async function changeBackup(change: Input<'backup.change'>): Promise<void> {
  const changed = await call('backup.change', change);
  if (changed.ok) backup.set(changed.value);
  else complain(changed);
}

export async function chooseBackupFolder(): Promise<void> {
  const chosen = await call('backup.choose');
  if (chosen.ok) backup.set(chosen.value);
  else complain(chosen);
}

export async function backUpNow(): Promise<void> {
  const done = await call('backup.now');
  if (!done.ok) return report(done);
  backup.set(done.value);
  const { files = 0 } = done.value.last ?? {};
  tell('backup.done', { count: files });
}
