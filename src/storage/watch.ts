import { basename, relative, sep } from 'node:path';
import { names } from './article-folder';
import { temporaryFile } from './atomic-write';

/** Changes that come closer together than this (milliseconds) are told as one, but never later than `patience`. */
const quiet = 100;
const patience = 500;

/** What was written on a desk, by anybody, ourselves included: whoever listens compares with what it knows. */
export interface DeskChanges {
  /** Names of article folders, on whichever shelf. */
  readonly folders: ReadonlySet<string>;
  /** `desk.json` or `vocabulary.json`. */
  readonly settings: boolean;
}

export interface DeskWatcher {
  close(): Promise<void>;
}

/** What articles keep beside their text is not followed: on Linux each folder costs a watch. */
const unfollowed = [
  names.cache,
  names.quarantine,
  ...[names.history, names.evidence, names.assets, names.original].map((name) => `*/*/${name}`),
  '.git',
];

/**
 * Tells what changes on a desk from the moment when the promise is kept; for a desk of 100,000 articles that takes
 * seconds on Linux, off this thread. Rejects where the platform, the disk or the number of watches does not allow it:
 * the caller then has to look for itself.
 */
export async function watchDesk(
  folder: string,
  onChange: (changes: DeskChanges) => void,
): Promise<DeskWatcher> {
  // Loaded here: the command line has no use for a native module that watches.
  const { subscribe } = await import('@parcel/watcher');
  const gathering = gather(onChange);
  const subscription = await subscribe(
    folder,
    // A watcher that fails (a disk was pulled) has nothing more to tell; saving will say so.
    (error, events) => error || gathering.note(events.map(({ path }) => relative(folder, path))),
    { ignore: unfollowed },
  );
  return {
    close: async () => {
      gathering.stop();
      await subscription.unsubscribe();
    },
  };
}

/** The name of the article folder that a path in a desk lies in; null for what is no news of an article. */
function articleFolder(path: string): string | null {
  const [top = '', entry = ''] = path.split(sep);
  const file = basename(path);
  if ((top !== names.articles && top !== names.trash) || entry === '') return null;
  return entry.startsWith('.') || file.startsWith('.') || temporaryFile.test(file) ? null : entry;
}

function gather(onChange: (changes: DeskChanges) => void) {
  let folders = new Set<string>();
  let settings = false;
  let first = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const changes = { folders, settings };
    folders = new Set();
    settings = false;
    onChange(changes);
  };
  const note = (paths: readonly string[]): void => {
    for (const path of paths) {
      if (path === names.desk || path === names.vocabulary) settings = true;
      const folder = articleFolder(path);
      if (folder !== null) folders.add(folder);
    }
    if (folders.size === 0 && !settings) return;
    if (timer === undefined) first = Date.now();
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(quiet, first + patience - Date.now())));
  };
  return { note, stop: () => clearTimeout(timer) };
}
