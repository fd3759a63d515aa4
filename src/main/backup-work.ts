import { basename } from 'node:path';
import { type BackupPlan, isBackupDue, noPlan } from '#core/backup/schedule';
import { type Failure, failure, type Result, success } from '#core/failure';
import type { BackupView } from '#core/ipc/contract';
import { backUp, type DeskStore } from '#storage/index';
import type { MainContext } from './main-context';

/** How often it is looked whether a backup is due, in milliseconds. */
const lookEvery = 60_000;

/**
 * Backups of the open desk: one at a time, when they are due or asked for. Closing waits for none: one that is half made
 * is swept by the next.
 */
export class BackupWork {
  private readonly context: Pick<MainContext, 'session' | 'settings' | 'window'>;
  private running: AbortController | null = null;
  /** When a backup was last begun, by the desk's id. */
  private readonly tried = new Map<string, number>();

  constructor(context: Pick<MainContext, 'session' | 'settings' | 'window'>) {
    this.context = context;
  }

  /** Looks from now on whether a backup is due. */
  follow(): void {
    setInterval(() => void this.look(), lookEvery).unref();
  }

  stop(): void {
    this.running?.abort();
  }

  plan({ settings }: DeskStore): BackupPlan {
    return this.context.settings.get('backups')[settings.id] ?? noPlan;
  }

  view(desk: DeskStore): BackupView {
    const { folder, isOn, hours, last } = this.plan(desk);
    return { place: folder && basename(folder), isOn, hours, last, isRunning: this.running !== null };
  }

  change(desk: DeskStore, change: Partial<BackupPlan>): BackupView {
    const plan = { ...this.plan(desk), ...change };
    const backups = this.context.settings.get('backups');
    this.context.settings.set('backups', { ...backups, [desk.settings.id]: plan });
    return this.view(desk);
  }

  /** Codes: `backup.busy`, `backup.off`, those of `backUp`. */
  async run(desk: DeskStore): Promise<Result<BackupView>> {
    const { folder } = this.plan(desk);
    if (this.running) return failure('backup.busy');
    if (folder === null) return failure('backup.off');
    const running = new AbortController();
    this.running = running;
    this.tried.set(desk.settings.id, Date.now());
    const done = await this.copy(desk, folder, running.signal).finally(() => {
      this.running = null;
      this.context.window()?.send('backup.progress', null);
    });
    if (!done.ok) return done;
    const { made, files, problems } = done.value;
    this.change(desk, { last: { made, files, unread: problems.length } });
    return success(this.view(desk));
  }

  private copy(desk: DeskStore, folder: string, signal: AbortSignal) {
    const now = new Date().toISOString();
    return backUp(desk, folder, {
      now,
      signal,
      onProgress: (done, total) => {
        // One message for each file would be more work than the file.
        if (done % 50 === 0) this.context.window()?.send('backup.progress', { done, total });
      },
    });
  }

  private async look(): Promise<void> {
    const { desk } = this.context.session;
    if (!desk || this.running) return;
    if (!isBackupDue(this.plan(desk), Date.now(), this.tried.get(desk.settings.id) ?? null)) return;
    const done = await this.run(desk);
    if (!done.ok) this.complain(done);
  }

  complain({ code, params = {} }: Failure): void {
    this.context.window()?.send('backup.failed', { code, params });
  }
}
