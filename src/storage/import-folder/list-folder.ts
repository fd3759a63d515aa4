import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Failure, failure, type Result, success } from '#core/failure';
import { type FolderPictures, folderPictures } from '#core/intake/folder/pictures';
import { isHugoOwn, isHugoSite, isHugoStory, isPassedOver, kindOfFile } from '#core/intake/folder/places';
import { ioFailure } from '../io-failure';

/** What a folder holds, before any of it is read. Places are relative to it, with forward slashes. */
export interface ListedFolder {
  /** Absolute, without a link in it. */
  readonly root: string;
  readonly name: string;
  /** What may be copy, sorted. */
  readonly notes: readonly string[];
  readonly pictures: FolderPictures;
  /** What lies there and is left alone, with the reason: links, pipes, folders that cannot be read. */
  readonly refused: readonly { readonly place: string; readonly failure: Failure }[];
  /** How many other files there are: pictures, styles, settings. */
  readonly beside: number;
}

export interface FolderLimits {
  readonly notes: number;
  /** Everything that is looked at, folders too. */
  readonly entries: number;
}

/** Ten thousand notes are twenty years of a diligent reporter; more is a disk that was chosen by mistake. */
export const folderLimits: FolderLimits = { notes: 10_000, entries: 200_000 };

/**
 * Looks through a folder and all below it. Links are not followed, hidden things and other desks are passed over; of a
 * site of Hugo's only `content/` is copy. Codes: `folder.too-many`, `folder.is-desk`, `io.…`.
 */
export async function listFolder(
  path: string,
  limits: FolderLimits = folderLimits,
): Promise<Result<ListedFolder>> {
  const name = basename(path);
  try {
    const root = await realpath(path);
    const entries = await readdir(root, { withFileTypes: true });
    if (isDesk(entries)) return failure('folder.is-desk', { name });
    const walk = new Walk(root, isHugoSite(entries.map((entry) => entry.name)), limits);
    await walk.take('', entries);
    if (walk.isTooMuch) return failure('folder.too-many', { name, limit: limits.notes });
    return success({ root, name, ...walk.found() });
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}

function isDesk(entries: readonly Dirent[]): boolean {
  return entries.some(({ name }) => name === 'desk.json') && entries.some(({ name }) => name === 'articles');
}

class Walk {
  readonly #root: string;
  readonly #isHugo: boolean;
  readonly #limits: FolderLimits;
  readonly #notes: string[] = [];
  readonly #pictures: string[] = [];
  readonly #refused: { place: string; failure: Failure }[] = [];
  #beside = 0;
  #seen = 0;

  constructor(root: string, isHugo: boolean, limits: FolderLimits) {
    this.#root = root;
    this.#isHugo = isHugo;
    this.#limits = limits;
  }

  get isTooMuch(): boolean {
    return this.#seen > this.#limits.entries || this.#notes.length > this.#limits.notes;
  }

  found(): Omit<ListedFolder, 'root' | 'name'> {
    return {
      notes: this.#notes.sort(),
      pictures: folderPictures(this.#pictures),
      refused: this.#refused,
      beside: this.#beside,
    };
  }

  /** Folders wait in a list: however deep they are nested, no stack runs out. */
  async take(top: string, entries: readonly Dirent[]): Promise<void> {
    const waiting = this.#sort(top, entries);
    for (let next = waiting.pop(); next !== undefined && !this.isTooMuch; next = waiting.pop())
      waiting.push(...(await this.#open(next)));
  }

  async #open(place: string): Promise<string[]> {
    try {
      const entries = await readdir(join(this.#root, ...place.split('/')), { withFileTypes: true });
      return isDesk(entries) ? [] : this.#sort(place, entries);
    } catch (error) {
      this.#refused.push({ place, failure: ioFailure(error, 'read', place) });
      return [];
    }
  }

  /** Puts each entry where it belongs, and gives the folders. */
  #sort(folder: string, entries: readonly Dirent[]): string[] {
    this.#seen += entries.length;
    return entries.flatMap((entry) => {
      const place = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isPassedOver(entry.name) || (this.#isHugo && isHugoOwn(place))) return [];
      if (entry.isDirectory()) return [place];
      this.#file(place, entry);
      return [];
    });
  }

  #file(place: string, entry: Dirent): void {
    const kind = kindOfFile(entry.name);
    const isNote = kind === 'note' && (!this.#isHugo || isHugoStory(place));
    if (isNote && !entry.isFile())
      this.#refused.push({ place, failure: failure('input.no-file', { name: entry.name }) });
    else if (isNote) this.#notes.push(place);
    else {
      this.#beside += 1;
      if (kind === 'picture' && entry.isFile()) this.#pictures.push(place);
    }
  }
}
