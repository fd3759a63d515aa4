import { call, on } from '../bridge/bridge';
import { commandFor } from '../commands/keys';
import { runCommand } from '../commands/registry';
import { flushAll, noticeOutsideChange, saveState } from '../session/article-session';
import { followBackups } from '../session/backup-session';
import { followBatches } from '../session/batch-session';
import { closing } from '../session/closing';
import { followConfidential } from '../session/confidential-session';
import { followViews } from '../session/desk-view';
import { facts } from '../session/editor-port';
import { followSpelling } from '../session/spelling-session';

/** Ties the window to the session: keys, menu commands, facts for the menu, and the last save before closing. */
export function connectWindow(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const id = commandFor(event, facts.get().has('galley'));
    // A modal dialog keeps the keyboard: nothing behind it may be changed by a shortcut.
    if (!id || document.querySelector('dialog[open]')) return;
    if (!runCommand(id)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKey, { capture: true });
  followViews();
  followBatches();
  followConfidential();
  const stops = [
    ...followBackups(),
    ...followSpelling(),
    on('command.run', ({ id }) => void (document.querySelector('dialog[open]') || runCommand(id))),
    on('article.changed-outside', ({ id }) => void noticeOutsideChange(id)),
    on('window.closing', () => void close()),
    facts.subscribe(() => void call('menu.context', { facts: [...facts.get()] })),
  ];
  return () => {
    window.removeEventListener('keydown', onKey, { capture: true });
    for (const stop of stops) stop();
  };
}

/** How long the disk may take before a person is asked, in milliseconds: less than main waits for a window that hangs. */
const closingPatience = 3_000;

/** The window closes when its text is on disk; when it cannot be saved, a person decides. */
async function close(): Promise<void> {
  await Promise.race([flushAll(), new Promise((resolve) => setTimeout(resolve, closingPatience))]);
  const { kind } = saveState.get();
  if (kind === 'saved') {
    await call('window.ready-to-close');
    return;
  }
  await call('window.keep-open');
  closing.set(true);
}
