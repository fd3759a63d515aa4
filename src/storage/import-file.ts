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

/** Brings one file onto a desk: format found, copy cleaned, original bytes kept. */
export async function importFile(
  desk: DeskStore,
  file: Incoming,
  now: string,
  options: IntakeOptions = {},
  read: ReadFile = readHere,
): Promise<Result<ImportedArticle>> {
  const taken = await read(file, now, { cutRules: desk.settings.cutRules, ...options });
  if (!taken.ok) return taken;
  if (taken.value.type === 'whole') return createWhole(desk, taken.value.packed);
  const { article, pictures, warnings } = taken.value;
  const status = firstStatus(desk.settings.statuses, 'raw');
  const stored = await desk.articles.create(
    { ...article, metadata: { ...article.metadata, status } },
    file.bytes,
    pictures,
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
