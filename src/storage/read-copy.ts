import { articleFromIntake } from '#core/article/from-intake';
import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import { formatForFile } from '#core/formats/registry';
import type { Packed } from '#core/formats/types';
import { intake } from '#core/intake/intake';
import type { IntakeOptions } from '#core/intake/types';
import { visibleName } from '#core/visible';
import { fileHash } from './hash';
import { newId } from './ids';
import type { Incoming } from './import-file';

export interface Copy {
  readonly article: Article;
  /** What came inside the file, by its name in `assets/`. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Raw copy as an article, with cuts proposed and queries raised. `now` is an ISO instant. Pure but for the id. */
export function readCopy(file: Incoming, now: string, options: IntakeOptions): Result<Copy> {
  const name = visibleName(file.name);
  const { read } = formatForFile(file.name, file.bytes);
  if (!read) return failure('input.unknown-format', { format: name, known: '' });
  const imported = read(file.bytes, { now });
  if (!imported.ok) return failure(imported.code, { name, ...imported.params }, imported.detail);
  const { format, encoding } = imported.value;
  const original = {
    sha256: fileHash(file.bytes),
    name,
    format,
    encoding,
    size: file.bytes.byteLength,
  };
  const taken = intake(imported.value, options);
  const article = articleFromIntake(taken, { id: newId(), now, original });
  return success({ article, pictures: taken.pictures ?? new Map() });
}

/** An article that comes whole, from a file that can only be read so; null for copy. */
export function readWhole(file: Incoming): Result<Packed> | null {
  const format = formatForFile(file.name, file.bytes);
  if (format.read || !format.readWhole) return null;
  const packed = format.readWhole(file.bytes);
  return packed.ok ? packed : failure(packed.code, { name: file.name, ...packed.params }, packed.detail);
}
