import { failure, type Result, success } from '#core/failure';
import type { DeskView } from '#core/ipc/contract';
import { type DeskStore, type DeskWatcher, openDesk, watchDesk } from '#storage/index';
import type { MainWindow } from './main-window';
import type { SettingsStore } from './settings';

/** The desk that the window shows, and what this process knows of its files. */
export class DeskSession {
  private current: DeskStore | null = null;
  private watcher: DeskWatcher | null = null;
  /** The mark of every article as we last read or wrote it: what is not in here was changed by somebody else. */
  private readonly bases = new Map<string, string>();
  private readonly settings: SettingsStore;
  private readonly window: () => MainWindow | null;

  constructor(settings: SettingsStore, window: () => MainWindow | null) {
    this.settings = settings;
    this.window = window;
  }

  /** Opens the desk in `folder` and remembers it. */
  async open(folder: string): Promise<Result<DeskView>> {
    const opened = await openDesk(folder);
    return opened.ok ? success(this.enter(opened.value)) : opened;
  }

  enter(desk: DeskStore): DeskView {
    this.watcher?.close();
    this.bases.clear();
    this.current = desk;
    this.watcher = watchDesk(desk.folder, (ids) => void this.noticeChanges(ids));
    const { id, name } = desk.settings;
    this.settings.remember({ id, name, folder: desk.folder });
    return this.view(desk);
  }

  view(desk: DeskStore): DeskView {
    const { id, name, language, frenchSpace, outcomeScale, gate, onePerson } = desk.settings;
    return { id, name, language, frenchSpace, outcomeScale, gate, onePerson, readOnly: desk.readOnly };
  }

  get desk(): DeskStore | null {
    return this.current;
  }

  /** Runs `task` on the open desk. */
  async with<T>(task: (desk: DeskStore) => Promise<Result<T>>): Promise<Result<T>> {
    return this.current ? task(this.current) : failure('desk.none-open');
  }

  know(id: string, base: string): void {
    this.bases.set(id, base);
  }

  private async noticeChanges(ids: ReadonlySet<string>): Promise<void> {
    for (const id of ids) {
      const known = this.bases.get(id);
      if (known === undefined) continue;
      const base = await this.current?.articles.base(id);
      // Most changes are our own saves: they need not be read and checked as a whole.
      if (base === known || base === this.bases.get(id)) continue;
      const stored = await this.current?.articles.read(id);
      // Read again after the wait: one of our own saves may have finished meanwhile.
      if (stored?.ok && stored.value.base !== known && stored.value.base !== this.bases.get(id)) {
        this.window()?.send('article.changed-outside', { id });
      }
    }
    this.window()?.send('library.changed', null);
  }

  close(): void {
    this.watcher?.close();
  }
}
