import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { firstStatus } from '#core/desk/statuses';
import { type Result, success } from '#core/failure';
import type { FormatId, Packed, Warning } from '#core/formats/types';
import type { IntakeOptions } from '#core/intake/types';
import type { DeskStore } from './desk-store';

export interface Incoming {
  /** The file's own name, without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is known of the pictures around it (`ReadContext.pictures`). */
  readonly pictures?: ReadonlyMap<string, string | null>;
}

/** What a file turned out to be; plain data, so that another process may find out. */
export type Taken =
  | {
      readonly type: 'copy';
      /** What it was read as. */
      readonly format: FormatId;
      readonly article: Article;
      /** What came inside the file, by its name in `assets/`. */
      readonly pictures: ReadonlyMap<string, Uint8Array>;
      /** What its reader could not keep. */
      readonly warnings: readonly Warning[];
      /** Pictures around it that its text refers to (`Imported.wanted`). */
      readonly wanted: readonly string[];
    }
  | { readonly type: 'whole'; readonly format: FormatId; readonly packed: Packed };

/** Reads a file, here or elsewhere. `now` is an ISO instant. Codes: `input.…`, `article.…`. */
export type ReadFile = (file: Incoming, now: string, options: IntakeOptions) => Promise<Result<Taken>>;

export interface ImportedArticle {
  readonly id: string;
  readonly title: string;
  readonly cuts: number;
  readonly queries: number;
  readonly warnings: readonly Warning[];
}

/** Pictures that were looked for: their names in the article's assets by reference, and their bytes by that name. */
export interface PicturesFound {
  readonly assets: ReadonlyMap<string, string | null>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface ImportFileOptions {
  readonly intake?: IntakeOptions;
  /** Reads the file; this process when absent. */
  readonly read?: ReadFile;
  /** Looks around the file for pictures that its text refers to; without it they are named as left out. */
  readonly beside?: (references: readonly string[]) => Promise<PicturesFound>;
}

/** Brings one file onto a desk: format found, copy cleaned, original bytes kept. `now` is an ISO instant. */
export async function importFile(
  desk: DeskStore,
  file: Incoming,
  now: string,
  { intake, read = readHere, beside }: ImportFileOptions = {},
): Promise<Result<ImportedArticle>> {
  const options = { cutRules: desk.settings.cutRules, ...intake };
  const first = await read(file, now, options);
  if (!first.ok) return first;
  if (first.value.type === 'whole') return createWhole(desk, first.value.packed);
  const { wanted } = first.value;
  const found = beside && wanted.length > 0 ? await beside(wanted) : null;
  // The text is read again, now that it is known what its pictures are.
  const taken = found ? await read({ ...file, pictures: found.assets }, now, options) : first;
  if (!taken.ok) return taken;
  return taken.value.type === 'whole'
    ? createWhole(desk, taken.value.packed)
    : createCopy(desk, file, taken.value, found?.files ?? new Map());
}

async function createCopy(
  desk: DeskStore,
  file: Incoming,
  { article, pictures, warnings }: Extract<Taken, { type: 'copy' }>,
  found: PicturesFound['files'],
): Promise<Result<ImportedArticle>> {
  const status = firstStatus(desk.settings.statuses, 'raw');
  const stored = await desk.articles.create(
    { ...article, metadata: { ...article.metadata, status } },
    file.bytes,
    new Map([...pictures, ...found]),
  );
  return stored.ok ? success({ ...described(article), warnings }) : stored;
}

const readHere: ReadFile = async (file, now, options) => {
  // Readers and rules are half of the program and wait on disk until somebody imports: the window opens sooner.
  const { readIncoming } = await import('./read-incoming');
  return readIncoming(file, now, options);
};

async function createWhole(desk: DeskStore, packed: Packed): Promise<Result<ImportedArticle>> {
  const stored = await desk.articles.createWhole(packed);
  return stored.ok ? success(described(stored.value.article)) : stored;
}

function described({ id, body, cuts, queries }: Article): ImportedArticle {
  return { id, title: fieldText(body, 'headline'), cuts: cuts.length, queries: queries.length, warnings: [] };
}
