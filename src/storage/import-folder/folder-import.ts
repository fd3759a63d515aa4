import { basename } from 'node:path';
import { type Result, success } from '#core/failure';
import { maximumImportBytes } from '#core/formats/types';
import type { DeskStore } from '../desk-store';
import { fileHash } from '../hash';
import { type ImportedArticle, importFile, type ReadFile } from '../import-file';
import type { ListedFolder } from './list-folder';
import { picturesBeside } from './pictures-beside';
import { readInside } from './read-inside';

export interface FolderImportOptions {
  /** Reads files; this process when absent. */
  readonly read?: ReadFile;
  /** The article that was imported from the bytes with this hash before, if one is on the desk. */
  readonly known: (sha256: string) => Promise<string | null> | string | null;
}

/** What became of one note: a new article, or one that was imported from the very same bytes before. */
export type NoteOutcome =
  | { readonly type: 'imported'; readonly article: ImportedArticle }
  | { readonly type: 'known'; readonly id: string };

/** Brings a folder onto a desk note by note, so that whoever waits can be told how far it is, and can stop it. */
export class FolderImport {
  readonly #desk: DeskStore;
  readonly #folder: ListedFolder;
  readonly #options: FolderImportOptions;
  /** What this import has brought by the hash of its bytes: the index may not have seen it yet. */
  readonly #brought = new Map<string, string>();

  constructor(desk: DeskStore, folder: ListedFolder, options: FolderImportOptions) {
    this.#desk = desk;
    this.#folder = folder;
    this.#options = options;
  }

  /**
   * Brings one note onto the desk, with the pictures of the folder that it refers to. `now` is an ISO instant. Codes:
   * those of `importFile`, `input.no-file`.
   */
  async note(place: string, now: string): Promise<Result<NoteOutcome>> {
    const { root, pictures } = this.#folder;
    const file = await readInside(root, place, { bytes: maximumImportBytes, words: '20 MB' });
    if (!file.ok) return file;
    const sha256 = fileHash(file.value);
    const known = this.#brought.get(sha256) ?? (await this.#options.known(sha256));
    if (known !== null) return success({ type: 'known', id: known });
    const incoming = { name: basename(place), bytes: file.value };
    const done = await importFile(this.#desk, incoming, now, {
      ...(this.#options.read && { read: this.#options.read }),
      beside: (references) => picturesBeside(references, { root, note: place, pictures }),
    });
    if (!done.ok) return done;
    this.#brought.set(sha256, done.value.id);
    return success({ type: 'imported', article: done.value });
  }
}
