import { articleFromIntake } from '#core/article/from-intake';
import { failure, type Result, success } from '#core/failure';
import { formatForFile } from '#core/formats/registry';
import type { Format } from '#core/formats/types';
import { intake } from '#core/intake/intake';
import type { IntakeOptions } from '#core/intake/types';
import { hasTooManyPixels, maximumPixels } from '#core/picture-size';
import { visibleName } from '#core/visible';
import { fileHash } from './hash';
import { newId } from './ids';
import type { Incoming, Taken } from './import-file';

/**
 * What a file from anywhere is, once it is read: copy as an article, with cuts proposed and queries raised, or an
 * article that comes whole. `now` is an ISO instant. Pure but for the id. Codes: `input.…`,
 * `article.…`, `picture.too-many-pixels`.
 */
export function readIncoming(file: Incoming, now: string, options: IntakeOptions): Result<Taken> {
  const format = formatForFile(file.name, file.bytes);
  const taken =
    !format.read && format.readWhole ? whole(format.readWhole, file) : copy(format, file, now, options);
  if (!taken.ok) return failure(taken.code, { name: visibleName(file.name), ...taken.params }, taken.detail);
  const pictures = taken.value.type === 'whole' ? taken.value.packed.files : taken.value.pictures;
  if (![...pictures.values()].some(hasTooManyPixels)) return taken;
  return failure('picture.too-many-pixels', { name: visibleName(file.name), limit: maximumPixels / 1e6 });
}

function whole(readWhole: NonNullable<Format['readWhole']>, file: Incoming): Result<Taken> {
  const packed = readWhole(file.bytes);
  return packed.ok ? success({ type: 'whole', packed: packed.value }) : packed;
}

function copy({ read }: Format, file: Incoming, now: string, options: IntakeOptions): Result<Taken> {
  if (!read) return failure('input.unknown-format', { format: visibleName(file.name), known: '' });
  const imported = read(file.bytes, { now, ...(file.pictures && { pictures: file.pictures }) });
  if (!imported.ok) return imported;
  const { format, encoding } = imported.value;
  const original = {
    sha256: fileHash(file.bytes),
    name: visibleName(file.name),
    format,
    encoding,
    size: file.bytes.byteLength,
  };
  const taken = intake(imported.value, options);
  const article = articleFromIntake(taken, { id: newId(), now, original });
  const { pictures = new Map(), wanted = [], warnings } = taken;
  return success({ type: 'copy', article, pictures, wanted, warnings });
}
