import { articleFromIntake } from '#core/article/from-intake';
import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import { formatForFile } from '#core/formats/registry';
import { intake } from '#core/intake/intake';
import type { IntakeOptions } from '#core/intake/types';
import { visibleName } from '#core/visible';
import { fileHash } from './hash';
import { newId } from './ids';
import type { Incoming } from './import-file';

/** Raw copy as an article, with cuts proposed and queries raised. `now` is an ISO instant. Pure but for the id. */
export function readCopy(file: Incoming, now: string, options: IntakeOptions): Result<Article> {
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
  return success(articleFromIntake(intake(imported.value, options), { id: newId(), now, original }));
}
