import { type FSWatcher, readdirSync, watch } from 'node:fs';
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

function start(folder: string, note: (file: string | null) => void): DeskWatcher | null {
  try {
    if (process.platform === 'linux') return watchFolders(folder, note);
    const watcher = watch(folder, { recursive: true, persistent: false }, (_event, file) => note(file));
    // The folder vanished (a disk was pulled): saving will say so; the watcher only stops.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}

/**
 * A folder and the folders in it. Node's own recursive watching on Linux watches each file, and is blind for one from
 * the moment when it is replaced by a rename, as every save does.
 */
function watchFolders(folder: string, note: (file: string | null) => void): DeskWatcher {
  const inner = new Map<string, FSWatcher>();
  const forget = (name: string): void => {
    inner.get(name)?.close();
    inner.delete(name);
  };
  const follow = (name: string): void => {
    forget(name);
    try {
      const watcher = watch(join(folder, name), { persistent: false }, (_event, file) =>
        note(join(name, file ?? '')),
      );
      watcher.on('error', () => forget(name));
      inner.set(name, watcher);
    } catch {
      // It has gone again, or the system has no watch left: this folder is then not followed.
    }
  };
  const close = (): void => {
    outer.close();
    for (const name of [...inner.keys()]) forget(name);
  };
  const outer = watch(folder, { persistent: false }, (_event, name) => {
    if (name !== null) follow(name);
    note(name);
  });
  outer.on('error', close);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) follow(entry.name);
  return { close };
}
