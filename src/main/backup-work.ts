import { basename } from 'node:path';
import { type BackupPlan, isBackupDue, noPlan } from '#core/backup/schedule';
import { type Failure, failure, type Result, success } from '#core/failure';
import type { BackupProgress, BackupView, RestoredView } from '#core/ipc/contract';
import { type BackupOptions, backUp, type DeskStore, restoreBackup } from '#storage/index';
import type { MainContext } from './main-context';

/** How often it is looked whether a backup is due, in milliseconds. */
const lookEvery = 60_000;
/** A message so often at most, in milliseconds; what is done within one is not told of at all. */
const tellEvery = 100;

type Copying = Required<Pick<BackupOptions, 'signal' | 'onProgress'>>;

/**
 * Backups of the open desk, and desks from backups: one at a time, when they are due or asked for. Closing waits for
 * none: one that is half made is swept by the next.
 */
export class BackupWork {
  private readonly context: Pick<MainContext, 'session' | 'settings' | 'window'>;
  private running: AbortController | null = null;
  /** When a backup was last begun, by the desk's id. */
  private readonly tried = new Map<string, number>();
  /** Why the last one failed, by the desk's id: each hour it would be the same sentence. */
  private readonly told = new Map<string, string>();
  /** The folder of the desk that was brought back last. */
  restored: string | null = null;

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
    if (change.folder !== undefined) this.told.delete(desk.settings.id);
    const plan = { ...this.plan(desk), ...change };
    const backups = this.context.settings.get('backups');
    this.context.settings.set('backups', { ...backups, [desk.settings.id]: plan });
    return this.view(desk);
  }

  /** Codes: `backup.busy`, `backup.off`, those of `backUp`. */
  async run(desk: DeskStore): Promise<Result<BackupView>> {
    const { folder } = this.plan(desk);
    if (folder === null) return failure('backup.off');
    const { id } = desk.settings;
    if (!this.running) this.tried.set(id, Date.now());
    const now = new Date().toISOString();
    const done = await this.alone('backup', (options) => backUp(desk, folder, { now, ...options }));
    if (!done.ok) return done;
    this.told.delete(id);
    const { made, files, problems } = done.value;
    this.change(desk, { last: { made, files, unread: problems.length } });
    return success(this.view(desk));
  }

  /** Makes a desk in `folder` from a backup. Codes: `backup.busy`, those of `restoreBackup`. */
  async restore(backup: string, folder: string): Promise<Result<RestoredView>> {
    const done = await this.alone('restore', (options) => restoreBackup(backup, folder, options));
    if (!done.ok) return done;
    const { files, problems } = done.value;
    const [first] = problems;
    if (first) this.complain(first.failure);
    this.restored = folder;
    return success({ files: files - problems.length, unread: problems.length });
  }

  private async alone<T>(
    work: BackupProgress['work'],
    task: (options: Copying) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (this.running) return failure('backup.busy');
    const running = new AbortController();
    this.running = running;
    let told = performance.now();
    const onProgress = (done: number, total: number): void => {
      if (performance.now() - told < tellEvery) return;
      told = performance.now();
      this.context.window()?.send('backup.progress', { work, done, total });
    };
    return task({ signal: running.signal, onProgress }).finally(() => {
      this.running = null;
      this.context.window()?.send('backup.progress', null);
    });
  }

  /** Makes a backup if one is due. */
  async look(): Promise<void> {
    const { desk } = this.context.session;
    if (!desk || this.running) return;
    const { id } = desk.settings;
    if (!isBackupDue(this.plan(desk), Date.now(), this.tried.get(id) ?? null)) return;
    const done = await this.run(desk);
    if (done.ok) return;
    const reason = JSON.stringify([done.code, done.params]);
    if (this.told.get(id) !== reason) this.complain(done);
    this.told.set(id, reason);
  }

  complain({ code, params = {} }: Failure): void {
    this.context.window()?.send('backup.failed', { code, params });
  }
}
