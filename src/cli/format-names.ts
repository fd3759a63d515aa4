import type { Failure } from '#core/failure';
import { type Format, formatIds } from '#core/formats/types';
import type { Console } from './console';

/** The sentence of a format that cannot be read or written names it as people do, and those that can be. */
export async function withFormatNames(io: Console, failed: Failure): Promise<Failure> {
  const wanted = formatIds.find((id) => id === failed.params?.format);
  if (!wanted || !failed.code.startsWith('format.')) return failed;
  const { formats } = await import('#core/formats/registry');
  const isKnown =
    failed.code === 'format.no-reader'
      ? ({ read, readWhole }: Format) => read ?? readWhole
      : ({ write, writeSet }: Format) => write ?? writeSet;
  const known = formats.flatMap((format) => (isKnown(format) ? [format.id] : [])).join(', ');
  return { ...failed, params: { ...failed.params, format: io.t(`app.format.${wanted}`), known } };
}
