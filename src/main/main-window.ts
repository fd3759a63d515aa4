import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { EventName, Events } from '#core/ipc/contract';
import { eventChannel } from '#core/ipc/names';
import type { Dialogs } from './dialogs';
import { logBug } from './log-bug';
import { appOrigin } from './protocol';
import { webPreferences } from './security';
import type { SettingsStore } from './settings';
import { WindowHealth } from './window-health';

const usual = { width: 1360, height: 880 };
/** How long a window that does not answer may hold up closing, in milliseconds. */
const patience = 5_000;

/** The one window: remembers its place, and closes only when its text is on disk. */
export class MainWindow {
  readonly browser: BrowserWindow;
  readonly health: WindowHealth;
  private mayClose = false;
  private isQuitting = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: SettingsStore, dialogs: Dialogs) {
    this.browser = new BrowserWindow({
      ...usual,
      ...visibleBounds(settings),
      minWidth: 720,
      minHeight: 480,
      // Shown at once, in the colour of its paper: waiting for the first paint costs what it saves.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fdfcf9',
      title: 'Marbre',
      webPreferences: { ...webPreferences, preload: join(app.getAppPath(), 'out/preload/index.cjs') },
    });
    this.browser.on('close', (event) => {
      settings.set('bounds', this.browser.getNormalBounds());
      if (this.mayClose) return;
      event.preventDefault();
      this.askToClose();
    });
    app.on('before-quit', () => {
      this.isQuitting = true;
    });
    this.health = new WindowHealth(this.browser, dialogs, {
      // Its text died with it: nothing is left to wait for.
      mayReopen: () => this.waiting === undefined && !this.mayClose,
      close: () => this.close(),
    });
    // Chromium asks nobody before it goes to about:blank; the window would stand empty until somebody starts it anew.
    this.browser.webContents.on('did-navigate', (_event, url) => {
      if (!url.startsWith(`${appOrigin}/`)) this.load();
    });
    this.load();
  }

  private load(): void {
    // Rejects when another way home is taken meanwhile.
    this.browser.loadURL(`${appOrigin}/index.html`).catch((error) => logBug('window', error));
  }

  send<E extends EventName>(event: E, payload: Events[E]): void {
    if (!this.browser.isDestroyed()) this.browser.webContents.send(eventChannel, event, payload);
  }

  /** The window's text is on disk. */
  close(): void {
    clearTimeout(this.waiting);
    this.mayClose = true;
    if (this.isQuitting) app.quit();
    else this.browser.close();
  }

  /** The window wants to stay: its text could not be saved, and a person is being asked. */
  keepOpen(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.isQuitting = false;
  }

  private askToClose(): void {
    this.send('window.closing', null);
    // Only a window that has crashed or hangs does not answer.
    this.waiting ??= setTimeout(() => this.close(), patience);
  }
}

/** The remembered place, when a screen still shows it. */
function visibleBounds(settings: SettingsStore): Electron.Rectangle | undefined {
  const bounds = settings.get('bounds');
  if (!bounds) return undefined;
  const { workArea } = screen.getDisplayMatching(bounds);
  const isVisible =
    bounds.x < workArea.x + workArea.width - 80 &&
    bounds.x + bounds.width > workArea.x + 80 &&
    bounds.y >= workArea.y - 20 &&
    bounds.y < workArea.y + workArea.height - 80;
  return isVisible ? bounds : undefined;
}
