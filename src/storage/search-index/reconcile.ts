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
  const known = knownStamps(work.state);
  const listed = await listShelves(work);
  const gone = goneFrom(known, listed);
  let changes = 0;
  for (let at = 0; at < gone.length; at += removedAtOnce)
    changes += await write(work, [], gone.slice(at, at + removedAtOnce));
  const places = listed.flatMap(({ entries }) => entries);
  const changed = await changedAmong(work, places, known);
  known.clear();
  return changes + (await readAll(work, changed, places.length));
}

interface ShelfList {
  readonly shelf: Shelf;
  readonly entries: readonly Place[];
}

/** A shelf that cannot be listed is left out: a disk that was pulled has not lost its articles. */
async function listShelves({ fs, folder }: Reconciliation): Promise<ShelfList[]> {
  const lists: ShelfList[] = [];
  for (const shelf of shelves) {
    const entries = await listShelf(fs, folder, shelf);
    if (entries === null) continue;
    const visible = entries.filter((entry) => !entry.startsWith('.'));
    lists.push({ shelf, entries: visible.map((entry) => ({ shelf, folder: entry })) });
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

/** The stamp of each folder that the index knows. */
function knownStamps({ database }: IndexState): Map<string, string> {
  const stamps = new Map<string, string>();
  for (const table of ['place', 'problem'])
    for (const shelf of shelves) {
      const [joined] = database.row(stampsIn(table), shelf) ?? [];
      if (typeof joined !== 'string') continue;
      for (const row of joined.split('//')) {
        const at = row.indexOf('/');
        stamps.set(`${shelf}/${row.slice(at + 1)}`, row.slice(0, at));
      }
    }
  return stamps;
}

/** No name of a folder has a slash. */
function stampsIn(table: string): string {
  return `select group_concat(stamp || '/' || folder, '//') from ${table} where shelf = ?`;
}

function goneFrom(known: ReadonlyMap<string, string>, listed: readonly ShelfList[]): Place[] {
  const there = new Set(listed.flatMap(({ entries }) => entries.map(placeKey)));
  const looked = new Set(listed.map(({ shelf }) => shelf));
  return [...known.keys()]
    .filter((key) => !there.has(key))
    .map(placeOf)
    .filter(({ shelf }) => looked.has(shelf));
}

function placeOf(key: string): Place {
  const at = key.indexOf('/');
  return { shelf: key.slice(0, at) === 'trash' ? 'trash' : 'articles', folder: key.slice(at + 1) };
}

/** What is new or not as it was: the newest first, so that what people work on is found first. */
async function changedAmong(
  { reader, signal, onProgress }: Reconciliation,
  places: readonly Place[],
  known: ReadonlyMap<string, string>,
): Promise<Changed[]> {
  const changed: Changed[] = [];
  for (let at = 0; at < places.length; at += askedAtOnce) {
    const part = places.slice(at, at + askedAtOnce);
    const stamps = await reader.stamps(part);
    signal.throwIfAborted();
    for (const [index, place] of part.entries()) {
      const stamp = stamps[index] ?? noStamp;
      if (stamp === known.get(placeKey(place))) continue;
      const [size = 0, modified = 0] = stamp.split(':').map(Number);
      changed.push({ ...place, size, modified });
    }
  }
  onProgress(places.length - changed.length, places.length);
  return changed.sort(
    (one, other) => Number(isLarge(one)) - Number(isLarge(other)) || other.modified - one.modified,
  );
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
