/** Pictures of a folder, by what texts may call them. */
export interface FolderPictures {
  /** Places by their key: more than one where only case or composed accents differ. */
  readonly byPlace: ReadonlyMap<string, readonly string[]>;
  /** Places by the key of the file's own name, those with the shortest paths first. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

/** Where a site keeps what its pages call `/img/x.png`, the first that has it. */
const roots = ['', 'static/', 'assets/', 'content/'] as const;

/** One name for what different disks spell differently. */
function keyOf(place: string): string {
  return place.normalize('NFC').toLowerCase();
}

export function folderPictures(places: readonly string[]): FolderPictures {
  const shortestFirst = [...places].sort(
    (one, other) => depthOf(one) - depthOf(other) || one.length - other.length || (one < other ? -1 : 1),
  );
  return {
    byPlace: grouped(shortestFirst, keyOf),
    byName: grouped(shortestFirst, (place) => keyOf(nameOf(place))),
  };
}

function grouped(places: readonly string[], key: (place: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const place of places) {
    const group = groups.get(key(place));
    if (group) group.push(place);
    else groups.set(key(place), [place]);
  }
  return groups;
}

function depthOf(place: string): number {
  return place.split('/').length;
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1);
}

/**
 * The place of the picture that `note` refers to; null when no picture of the folder is meant. What it says is only
 * ever looked up among the places that were found: no spelling of a path leads out of the folder.
 */
export function pictureMeant(reference: string, note: string, pictures: FolderPictures): string | null {
  if (reference.startsWith('[[') && reference.endsWith(']]'))
    return byVaultName(reference.slice(2, -2), note, pictures);
  for (const address of spellings(reference)) {
    const place = byPath(address, note, pictures);
    if (place !== null) return place;
  }
  return null;
}

/** As it is written, and as a page would mean it: decoded once, without a query. */
function spellings(reference: string): string[] {
  const [bare = ''] = reference.split(/[?#]/, 1);
  const found = [reference, bare];
  try {
    found.push(decodeURIComponent(bare));
  } catch {
    // A file may be called “100%.png”.
  }
  return [...new Set(found.map((address) => address.replaceAll('\\', '/')))];
}

function byPath(address: string, note: string, pictures: FolderPictures): string | null {
  const own = note.slice(0, note.lastIndexOf('/') + 1);
  const starts = address.startsWith('/') ? roots : [own, ...roots];
  for (const start of starts) {
    const place = normalized(start + address.replace(/^\/+/, ''));
    const found = place === null ? null : exactly(place, pictures.byPlace);
    if (found !== null) return found;
  }
  // A vault may write nothing but a file's own name into its links. Only one may be meant.
  const named = address.includes('/') ? [] : (pictures.byName.get(keyOf(address)) ?? []);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** A path without `.` and `..`; null when it climbs out of the folder. */
function normalized(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** The one that is spelled so; else the first that differs in case or accents only. */
function exactly(place: string, places: ReadonlyMap<string, readonly string[]>): string | null {
  const found = places.get(keyOf(place)) ?? [];
  return found.find((one) => one === place) ?? found[0] ?? null;
}

/** `[[x.png]]`, `[[folder/x.png]]`: a path from the top, else the end of one; the shortest path of several. */
function byVaultName(name: string, note: string, pictures: FolderPictures): string | null {
  const target = name.trim().replaceAll('\\', '/').replace(/^\/+/, '');
  const near = target.startsWith('.') ? note.slice(0, note.lastIndexOf('/') + 1) : '';
  const place = normalized(near + target);
  if (place === null || place === '') return null;
  const atTop = exactly(place, pictures.byPlace);
  if (atTop !== null) return atTop;
  const ending = `/${keyOf(place)}`;
  const same = pictures.byName.get(keyOf(nameOf(place))) ?? [];
  return same.find((one) => `/${keyOf(one)}`.endsWith(ending)) ?? null;
}
