import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { IndexDesk } from '#core/search/record';
import { type Shelf, shelves } from '#core/search/request';
import { names } from '../article-folder';
import { errorCode, type FileSystem } from '../file-system';
import { type Found, noStamp, type Place } from './entry';
import { isLarge, type Reader } from './reader';
import type { IndexState } from './state';

/** Folders that are asked after, and articles that are read, at a time. */
const askedAtOnce = 4_000;
const readAtOnce = 256;
const removedAtOnce = 500;
/** The most bytes of articles that are read at a time. */
const bytesAtOnce = 8_000_000;

export interface Reconciliation {
  readonly fs: FileSystem;
  /** The desk's folder. */
  readonly folder: string;
  readonly settings: IndexDesk;
  readonly state: IndexState;
  readonly reader: Reader;
  /** Folders that were read apart while this is under way: what we saw of them is older. */
  readonly overtaken: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

interface Changed extends Place {
  readonly size: number;
  readonly modified: number;
}

export function placeKey({ shelf, folder }: Place): string {
  return `${shelf}/${folder}`;
}

/** Makes the index what the desk is; gives how many folders were not what it had of them. Throws when it is aborted. */
export async function reconcile(work: Reconciliation): Promise<number> {
  const lists = await listShelves(work);
  let changes = 0;
  for (const list of lists) changes += await removeGone(work, list);
  const changed: Changed[] = [];
  for (const list of lists) await gatherChanged(work, list, changed);
  const total = lists.reduce((sum, { folders }) => sum + folders.length, 0);
  work.onProgress(total - changed.length, total);
  // The newest first, so that what people work on is found first.
  changed.sort(
    (one, other) => Number(isLarge(one)) - Number(isLarge(other)) || other.modified - one.modified,
  );
  return changes + (await readAll(work, changed, total));
}

interface ShelfList {
  readonly shelf: Shelf;
  readonly folders: readonly string[];
}

/** A shelf that cannot be listed is left out: a disk that was pulled has not lost its articles. */
async function listShelves({ fs, folder }: Reconciliation): Promise<ShelfList[]> {
  const lists: ShelfList[] = [];
  for (const shelf of shelves) {
    const entries = await listShelf(fs, folder, shelf);
    if (entries) lists.push({ shelf, folders: entries.filter((entry) => !entry.startsWith('.')) });
  }
  return lists;
}

async function listShelf(fs: FileSystem, desk: string, shelf: Shelf): Promise<readonly string[] | null> {
  try {
    return await fs.list(join(desk, names[shelf]));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return null;
    const settings = await fs.info(join(desk, names.desk)).catch(() => null);
    return settings === null ? null : [];
  }
}

/** Takes out what the index has of folders that are not on the shelf any more. */
async function removeGone(work: Reconciliation, { shelf, folders }: ShelfList): Promise<number> {
  const there = new Set(folders);
  const gone = knownFolders(work.state, shelf).filter((folder) => !there.has(folder));
  let changes = 0;
  for (let at = 0; at < gone.length; at += removedAtOnce) {
    const part = gone.slice(at, at + removedAtOnce).map((folder) => ({ shelf, folder }));
    changes += await write(work, [], part);
  }
  return changes;
}

/** No name of a folder has a slash. */
function knownFolders({ database }: IndexState, shelf: Shelf): string[] {
  return ['place', 'problem'].flatMap((table) => {
    const [joined] =
      database.row(`select group_concat(folder, '/') from ${table} where shelf = ?`, shelf) ?? [];
    return typeof joined === 'string' ? joined.split('/') : [];
  });
}

/** Adds what is new on a shelf or not as it was, a few thousand folders at a time: a desk may have 100,000. */
async function gatherChanged(
  { reader, signal, state }: Reconciliation,
  { shelf, folders }: ShelfList,
  changed: Changed[],
): Promise<void> {
  for (let at = 0; at < folders.length; at += askedAtOnce) {
    const part = folders.slice(at, at + askedAtOnce);
    const stamps = await reader.stamps(part.map((folder) => ({ shelf, folder })));
    signal.throwIfAborted();
    const known = knownStamps(state, shelf, part);
    for (const [index, folder] of part.entries()) {
      const stamp = stamps[index] ?? noStamp;
      if (stamp === known.get(folder)) continue;
      const [size = 0, modified = 0] = stamp.split(':').map(Number);
      changed.push({ shelf, folder, size, modified });
    }
  }
}

/** What the index has of these folders: the stamp of each that it knows. */
function knownStamps(
  { database }: IndexState,
  shelf: Shelf,
  folders: readonly string[],
): Map<string, string> {
  const stamps = new Map<string, string>();
  const wanted = JSON.stringify(folders);
  for (const table of ['place', 'problem']) {
    const [joined] = database.row(stampsIn(table), wanted, shelf) ?? [];
    if (typeof joined !== 'string') continue;
    for (const row of joined.split('//')) {
      const at = row.indexOf('/');
      stamps.set(row.slice(at + 1), row.slice(0, at));
    }
  }
  return stamps;
}

/** Joined in one text: handing over 4,000 rows one by one takes ten times as long. */
function stampsIn(table: string): string {
  return `select group_concat(stamp || '/' || folder, '//') from json_each(?) as wanted
    cross join ${table} on ${table}.shelf = ? and ${table}.folder = wanted.value`;
}

/** While what was read is written, the next is being read. */
async function readAll(work: Reconciliation, changed: readonly Changed[], total: number): Promise<number> {
  const { reader, settings, signal, onProgress } = work;
  const batches = batchesOf(changed);
  let changes = 0;
  let done = total - changed.length;
  let next = batches[0] && reader.read(batches[0], settings);
  for (const [index, batch] of batches.entries()) {
    const found = (await next) ?? [];
    signal.throwIfAborted();
    const following = batches[index + 1];
    next = following && reader.read(following, settings);
    // Not waited for when what comes before it fails.
    next?.catch(() => undefined);
    changes += await write(work, found, []);
    done += batch.length;
    onProgress(done, total);
    await breathe();
  }
  return changes;
}

function batchesOf(changed: readonly Changed[]): (readonly Changed[])[] {
  const batches: Changed[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const one of changed) {
    const last = batches.at(-1);
    if (last && last.length < readAtOnce && bytes + one.size <= bytesAtOnce) last.push(one);
    else {
      batches.push([one]);
      bytes = 0;
    }
    bytes += one.size;
  }
  return batches;
}

/** Writes what was seen, and whatever has to be looked at again because of it; gives how much of it was news. */
async function write(
  { state, reader, settings, overtaken }: Reconciliation,
  found: readonly Found[],
  gone: readonly Place[],
): Promise<number> {
  const isOurs = (place: Place): boolean => !overtaken.has(placeKey(place));
  return writeWith(state, reader, settings, found.filter(isOurs), gone.filter(isOurs));
}

export async function writeWith(
  state: IndexState,
  reader: Reader,
  settings: IndexDesk,
  found: readonly Found[],
  gone: readonly Place[],
): Promise<number> {
  const { again, news } = await state.write(found, gone);
  const missing = new Set(gone.map(placeKey));
  const there = again.filter((place) => !missing.has(placeKey(place)));
  if (there.length === 0) return news;
  return news + (await state.write(await reader.read(there, settings), [])).news;
}
