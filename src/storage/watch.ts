import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { idInFolder, names } from './article-folder';
import { temporaryFile } from './atomic-write';

/** Changes that come closer together than this (milliseconds) are told as one. */
const quiet = 250;

export interface DeskWatcher {
  close(): void;
}

/**
 * Tells when articles of a desk were changed on disk, with their ids; by anybody, ourselves included, so whoever
 * listens compares with what it wrote. A platform or disk that cannot watch tells nothing.
 */
export function watchDesk(folder: string, onChange: (ids: ReadonlySet<string>) => void): DeskWatcher {
  let pending = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (file: string | null): void => {
    const [top = '', entry = ''] = (file ?? '').split(/[/\\]/);
    if (entry.startsWith('.') || temporaryFile.test(entry)) return;
    pending.add(idInFolder(top) ?? top);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const ids = pending;
      pending = new Set();
      onChange(ids);
    }, quiet);
  };
  const watcher = start(join(folder, names.articles), note);
  return {
    close: () => {
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

function start(folder: string, note: (file: string | null) => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, (_event, file) => note(file));
    // The folder vanished (a disk was pulled): saving will say so; the watcher only stops.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
