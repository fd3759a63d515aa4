import { articleFromIntake } from '#core/article/from-intake';
import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import type { Feature } from '#core/formats/features';
import { lossesOf } from '#core/formats/losses';
import { formatById, formatForFile } from '#core/formats/registry';
import type { Format, FormatId, Publication, Warning, WriteContext } from '#core/formats/types';
import { sha256Hex } from '#core/hash';
import { intake } from '#core/intake/intake';
import type { IntakeOptions } from '#core/intake/types';
import { picturesFor } from '#core/pictures/without-metadata';
import type { Incoming } from '#storage/index';

/** How copy is read; plain data, so that it can be handed to another thread. */
export interface Reading extends IntakeOptions {
  /** What the file is taken for, whatever it looks like. */
  readonly from?: FormatId | undefined;
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
export interface Converted {
  readonly bytes: Uint8Array;
  /** The second file of a format that has one. */
  readonly sibling: { readonly extension: string; readonly bytes: Uint8Array } | null;
  /** Pictures that the written text names, by the path by which it names them. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly lost: readonly Feature[];
}

/** Marbre's own files are articles already; everything else goes through intake. */
export function takeIn(file: Incoming, { from, now, ...options }: Reading): Result<Taken> {
  const format = from ? formatById(from) : formatForFile(file.name, file.bytes);
  const taken = format.readWhole ? whole(file, format) : raw(file, format, now, options);
  return taken.ok ? taken : failure(taken.code, { name: file.name, ...taken.params }, taken.detail);
}

function whole(file: Incoming, { id, readWhole }: Format): Result<Taken> {
  const packed = readWhole?.(file.bytes) ?? failure('input.unknown-format', { format: id, known: '' });
  return packed.ok ? success({ ...packed.value, format: id, warnings: [] }) : packed;
}

function raw(file: Incoming, { id, read }: Format, now: string, options: IntakeOptions): Result<Taken> {
  const imported = read?.(file.bytes, { now }) ?? failure('input.unknown-format', { format: id, known: '' });
  if (!imported.ok) return imported;
  const result = intake(imported.value, options);
  const sha256 = sha256Hex(file.bytes);
  const { format, encoding, warnings, published, pictures = new Map() } = result;
  const original = { sha256, name: file.name, format, encoding, size: file.bytes.byteLength };
  // The id comes from the bytes and the dates from the story: the same file always gives the same output.
  const dated = published ? `${published}T00:00:00.000Z` : '1970-01-01T00:00:00.000Z';
  const article = articleFromIntake(result, { id: sha256.slice(0, 10), now: dated, original });
  const files = new Map([...pictures].map(([name, bytes]) => [`assets/${name}`, bytes]));
  return success({ article, format, files, warnings });
}

/** Writes one article. Codes: `format.…`. */
export function convertTo(format: Format, taken: Taken, publication?: Publication): Result<Converted> {
  if (!format.write) return failure(refusalOf(format), { format: format.id, known: '' });
  const context = contextOf(format.id, [taken], publication);
  const written = format.write(taken.article, context);
  if (!written.ok) return written;
  const { sibling } = format;
  const second = sibling?.write(taken.article, context) ?? null;
  return success({
    bytes: written.value,
    sibling: sibling && second ? { extension: sibling.extension, bytes: second } : null,
    pictures: format.binary ? new Map() : picturesNamedIn(written.value, context.pictures ?? new Map()),
    lost: lossesOf(taken.article, format),
  });
}

/** Why a format does not write a single article. */
export function refusalOf(format: Format): 'format.app-only' | 'format.set-only' | 'format.no-writer' {
  if (format.printedFrom) return 'format.app-only';
  return format.writeSet ? 'format.set-only' : 'format.no-writer';
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

type Pictures = NonNullable<WriteContext['pictures']>;

/** By the path by which the text names them. */
function picturesNamedIn(bytes: Uint8Array, pictures: Pictures): Map<string, Uint8Array> {
  if (pictures.size === 0) return new Map();
  const text = new TextDecoder().decode(bytes);
  const named = [...pictures].map(([name, picture]) => [`assets/${name}`, picture] as const);
  return new Map(named.filter(([path]) => text.includes(path)));
}
