import type { BrowserWindow } from 'electron';
import type { Dialogs } from './dialogs';

const minute = 60_000;
/** So often in a minute the window is opened again without a question. */
const mostReloads = 2;

interface Owner {
  /** False when the window is on its way out. */
  readonly mayReopen: () => boolean;
  /** Ends the window, and the app where it is quitting. */
  readonly close: () => void;
}

/**
 * Brings a window back whose process has died or hangs. Articles are on disk within a second of typing and this process
 * writes them, so nothing older is lost with it. What is logged says why, never what was in the window.
 */
export class WindowHealth {
  /** When its process has died lately, in milliseconds since 1970. */
  private lost: readonly number[] = [];
  private isRecovered = false;
  private question: AbortController | null = null;
  private readonly browser: BrowserWindow;
  private readonly dialogs: Pick<Dialogs, 'askAfterCrash' | 'askWhileHanging'>;
  private readonly owner: Owner;

  constructor(browser: BrowserWindow, dialogs: WindowHealth['dialogs'], owner: Owner) {
    this.browser = browser;
    this.dialogs = dialogs;
    this.owner = owner;
    browser.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return;
      console.error(`window: its process is gone (${reason}, ${exitCode})`);
      // Reloading inside of this event takes Electron itself down with it.
      setImmediate(() => void this.bringBack());
    });
    browser.on('unresponsive', () => void this.askWhileHanging());
    browser.on('responsive', () => this.question?.abort());
  }

  /** Whether the window was lost since this was last asked. */
  takeRecovered(): boolean {
    const was = this.isRecovered;
    this.isRecovered = false;
    return was;
  }

  private async bringBack(): Promise<void> {
    this.question?.abort();
    if (!this.owner.mayReopen()) {
      this.owner.close();
      return;
    }
    this.lost = [...this.lost.filter((at) => at > Date.now() - minute), Date.now()];
    this.isRecovered = true;
    if (this.lost.length <= mostReloads || (await this.dialogs.askAfterCrash())) this.browser.reload();
    else this.owner.close();
  }

  private async askWhileHanging(): Promise<void> {
    if (this.question) return;
    console.error('window: it does not answer');
    const question = new AbortController();
    this.question = question;
    const isUnwanted = await this.dialogs.askWhileHanging(question.signal);
    this.question = null;
    // A process that hangs cannot reload itself; it comes back as one that has died.
    if (isUnwanted && !question.signal.aborted) this.browser.webContents.forcefullyCrashRenderer();
  }
}
