import { failureSentence } from '#core/messages/index';
import type { Console } from './console';
import type { Outcome } from './convert-file';

/**
 * What `--report` writes: one JSON object for each file and line, with what its reader could not keep (`warnings`),
 * what its writer has no place for (`lost`, names of features), as which article it was there before (`known`), or why
 * it was refused (`error`).
 */
export function reportLines(io: Console, outcomes: readonly Outcome[]): Uint8Array {
  const lines = outcomes.map(({ name, failure: failed, from, known, warnings, lost }) => {
    if (failed) {
      const message = failureSentence(io.t, { ...failed, params: { ...failed.params, name } });
      return { file: name, error: { code: failed.code, message } };
    }
    return {
      file: name,
      from,
      known,
      warnings: warnings.map(({ code, params }) => ({
        code,
        message: io.t(`intake.warning.${code}`, params),
      })),
      lost,
    };
  });
  return new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
