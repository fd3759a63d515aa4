import { basename } from 'node:path';
import { failure, type Result, success } from '#core/failure';
import type { DeskView } from '#core/ipc/contract';
import {
  type DeskStore,
  diskFileSystem,
  idInFolder,
  indexFile,
  type KeyOptions,
  openDesk,
} from '#storage/index';
import { LibraryService } from './library/library-service';
import type { LibraryNews } from './library/protocol';
import type { MainWindow } from './main-window';
import type { SettingsStore } from './settings';

interface DeskOptions {
  /** Where the indexes of desks lie that nothing can be written to. */
  readonly cache: string;
  /** Another desk takes the place of the open one. */
  readonly onLeave: () => void;
  readonly keys: KeyOptions;
}

/** The desk that the window shows, its library, and what this process knows of its files. */
export class DeskSession {
  readonly library: LibraryService;
  private current: DeskStore | null = null;
  /** The mark of every article as we last read or wrote it: what is not in here was changed by somebody else. */
  private readonly bases = new Map<string, string>();
  private readonly settings: SettingsStore;
  private readonly window: () => MainWindow | null;
  private readonly options: DeskOptions;

  constructor(settings: SettingsStore, window: () => MainWindow | null, options: DeskOptions) {
    this.settings = settings;
    this.window = window;
    this.options = options;
    this.library = new LibraryService((news) => void this.hear(news));
  }

  /** Opens the desk in `folder` and remembers it. */
  async open(folder: string): Promise<Result<DeskView>> {
    const opened = await openDesk(folder, diskFileSystem, this.options.keys);
    return opened.ok ? success(this.enter(opened.value)) : opened;
  }

  enter(desk: DeskStore): DeskView {
    this.bases.clear();
    this.options.onLeave();
    this.current = desk;
    this.library.open(desk.folder, indexFile(desk, this.options.cache));
    const { id, name } = desk.settings;
    this.settings.remember({ id, name, folder: desk.folder });
    return this.view(desk);
  }

  view(desk: DeskStore): DeskView {
    const { format: _format, version: _version, cutRules: _cutRules, ...shown } = desk.settings;
    return { ...shown, readOnly: desk.readOnly };
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

  /** Has the library read what was just written to articles; it answers once they can be found as they are now. */
  async written(folders: readonly (string | null)[]): Promise<void> {
    const known = folders.flatMap((folder) => (folder === null ? [] : [basename(folder)]));
    // A library that does not answer tells so itself when it is asked; what was written stays written.
    if (known.length > 0) await this.library.ask('refresh', { folders: known });
  }

  private async hear(news: LibraryNews): Promise<void> {
    const window = this.window();
    if (news.type === 'progress') window?.send('library.progress', news.status);
    if (news.type === 'settings') await this.readSettings();
    if (news.type !== 'changed') return;
    await this.noticeChanges(news.folders?.map(idInFolder) ?? [...this.bases.keys()]);
    window?.send('library.changed', null);
  }

  private async readSettings(): Promise<void> {
    const desk = this.current;
    const read = await desk?.reload();
    if (desk && read?.ok) this.window()?.send('desk.changed', this.view(desk));
  }

  private async noticeChanges(ids: readonly (string | null)[]): Promise<void> {
    for (const id of ids) {
      const known = id === null ? undefined : this.bases.get(id);
      if (id === null || known === undefined) continue;
      const base = await this.current?.articles.base(id);
      // Most changes are our own saves: they need not be read and checked as a whole.
      if (base === known || base === this.bases.get(id)) continue;
      const stored = await this.current?.articles.read(id);
      // Read again after the wait: one of our own saves may have finished meanwhile.
      if (stored?.ok && stored.value.base !== known && stored.value.base !== this.bases.get(id)) {
        this.window()?.send('article.changed-outside', { id });
      }
    }
  }

  close(): void {
    this.library.close();
  }
}
