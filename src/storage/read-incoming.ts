import { articleFromIntake } from '#core/article/from-intake';
import { type Failure, failure, type Result, success } from '#core/failure';
import { formatById, formatForFile } from '#core/formats/registry';
import type { Format, FormatId } from '#core/formats/types';
import { intake } from '#core/intake/intake';
import type { IntakeOptions, IntakeResult } from '#core/intake/types';
import { hasTooManyPixels, maximumPixels } from '#core/picture-size';
import { visibleName } from '#core/visible';
import { fileHash } from './hash';
import { newId } from './ids';
import type { Incoming, Taken } from './import-file';

export interface ReadingOptions extends IntakeOptions {
  /** What the file is taken for, whatever it looks like. */
  readonly from?: FormatId | undefined;
}

/** The id and the instant of birth (ISO) of the article that copy becomes. */
type Birth = (sha256: string, found: IntakeResult) => { readonly id: string; readonly now: string };

/**
 * What a file from anywhere is, once it is read: copy as an article, with cuts proposed and queries raised, or an
 * article that comes whole. `now` is an ISO instant. Pure but for the id, unless `birth` gives another. Codes:
 * `input.…`, `article.…`, `picture.too-many-pixels`.
 */
export function readIncoming(
  file: Incoming,
  now: string,
  options: ReadingOptions,
  birth: Birth = () => ({ id: newId(), now }),
): Result<Taken> {
  const format = formatOf(file, options);
  const taken = format.readWhole ? whole(format, file) : copy(format, file, now, options, birth);
  if (!taken.ok) return withName(taken, file);
  const pictures = taken.value.type === 'whole' ? taken.value.packed.files : taken.value.pictures;
  if (![...pictures.values()].some(hasTooManyPixels)) return taken;
  return failure('picture.too-many-pixels', { name: visibleName(file.name), limit: maximumPixels / 1e6 });
}

/** What intake makes of the copy in a file, before it is an article. Codes: `input.…`. */
export function cleanIncoming(file: Incoming, now: string, options: ReadingOptions): Result<IntakeResult> {
  const cleaned = clean(formatOf(file, options), file, now, options);
  return cleaned.ok ? cleaned : withName(cleaned, file);
}

function formatOf(file: Incoming, { from }: ReadingOptions): Format {
  return from ? formatById(from) : formatForFile(file.name, file.bytes);
}

function withName(failed: Failure, { name }: Incoming): Failure {
  return failure(failed.code, { name: visibleName(name), ...failed.params }, failed.detail);
}

function whole({ id, readWhole }: Format, file: Incoming): Result<Taken> {
  const packed = readWhole?.(file.bytes);
  if (!packed?.ok) return packed ?? failure('internal');
  return success({ type: 'whole', format: id, packed: packed.value });
}

function copy(
  format: Format,
  file: Incoming,
  now: string,
  options: ReadingOptions,
  birth: Birth,
): Result<Taken> {
  const cleaned = clean(format, file, now, options);
  if (!cleaned.ok) return cleaned;
  const { encoding, pictures = new Map(), wanted = [], warnings } = cleaned.value;
  const sha256 = fileHash(file.bytes);
  const size = file.bytes.byteLength;
  const original = { sha256, name: visibleName(file.name), format: cleaned.value.format, encoding, size };
  const article = articleFromIntake(cleaned.value, { ...birth(sha256, cleaned.value), original });
  return success({ type: 'copy', format: cleaned.value.format, article, pictures, wanted, warnings });
}

function clean(
  { id, read }: Format,
  file: Incoming,
  now: string,
  { from, ...options }: ReadingOptions,
): Result<IntakeResult> {
  if (!read && from) return failure('format.no-reader', { format: id, known: '' });
  if (!read) return failure('input.unknown-format', { format: visibleName(file.name), known: '' });
  const imported = read(file.bytes, { now, ...(file.pictures && { pictures: file.pictures }) });
  return imported.ok ? success(intake(imported.value, options)) : imported;
}
