import type { Article } from '#core/article/schema';
import { type Result, success } from '#core/failure';
import type { Feature } from '#core/formats/features';
import { lossesOf } from '#core/formats/losses';
import type { Format, FormatId, Publication, Warning, WriteContext } from '#core/formats/types';
import { type Work, writeOne } from '#core/formats/work';
import { picturesFor } from '#core/pictures/without-metadata';
import type { Incoming } from '#storage/import-file';
import { type ReadingOptions, readIncoming } from '#storage/read-incoming';

/** How copy is read; plain data, so that it can be handed to another thread. */
export interface Reading extends ReadingOptions {
  /** ISO instant. */
  readonly now: string;
}

/** An article with what came beside it. */
export interface Taken {
  readonly article: Article;
  readonly format: FormatId;
  /** By relative path in the article's folder: `assets/…`, `original/…`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly warnings: readonly Warning[];
}

/** What one article became. */
export interface Converted extends Work {
  readonly lost: readonly Feature[];
}

/** Marbre's own files are articles already; everything else goes through intake. */
export function takeIn(file: Incoming, { now, ...options }: Reading): Result<Taken> {
  // The id comes from the bytes and the dates from the story: the same file always gives the same output.
  const taken = readIncoming(file, now, options, (sha256, { published }) => ({
    id: sha256.slice(0, 10),
    now: published ? `${published}T00:00:00.000Z` : '1970-01-01T00:00:00.000Z',
  }));
  if (!taken.ok) return taken;
  const { format } = taken.value;
  if (taken.value.type === 'whole') return success({ ...taken.value.packed, format, warnings: [] });
  const { article, pictures, warnings } = taken.value;
  const files = new Map([...pictures].map(([name, bytes]) => [`assets/${name}`, bytes]));
  return success({ article, format, files, warnings });
}

/**
 * The same, for a format to be written. Queries are raised only where what is written keeps them: they take as long as
 * the writing.
 */
export function takeInFor(to: Format, file: Incoming, reading: Reading): Result<Taken> {
  return takeIn(file, { ...reading, queries: to.readWhole !== undefined });
}

/** Writes one article. Codes: `format.…`. */
export function convertTo(format: Format, taken: Taken, publication?: Publication): Result<Converted> {
  const work = writeOne(format, taken.article, contextOf(format.id, [taken], publication));
  return work.ok ? success({ ...work.value, lost: lossesOf(taken.article, format) }) : work;
}

/** Everything that lies beside the articles, by name; pictures are named by what they are, so none hides another. */
export function contextOf(
  format: FormatId,
  taken: readonly Taken[],
  publication?: Publication,
): WriteContext {
  const files = new Map(taken.flatMap((one) => [...one.files]));
  const assets = [...files].filter(([path]) => path.startsWith('assets/'));
  return {
    tagLabels: new Map(),
    pictures: picturesFor(
      format,
      new Map(assets.map(([path, bytes]) => [path.slice('assets/'.length), bytes])),
    ),
    files,
    ...(publication && { publication }),
  };
}
