import { resolve } from 'node:path';
import { type Result, success } from '#core/failure';
import { failureSentence } from '#core/messages/index';
import { writeAtomically } from '#storage/atomic-write';
import { diskFileSystem } from '#storage/file-system';
import type { Console } from './console';
import type { Outcome } from './outcome';

/** Writes the report to the file that `--report` names, if it does. Codes: `io.…`. */
export async function writeReport(
  io: Console,
  outcomes: readonly Outcome[],
  path: string | undefined,
): Promise<Result<null>> {
  if (path === undefined) return success(null);
  return writeAtomically(diskFileSystem, resolve(path), reportLines(io, outcomes));
}

/**
 * What `--report` writes: one JSON object for each file and line, with what its reader could not keep (`warnings`),
 * what its writer has no place for (`lost`, names of features), as which article it was there before (`known`), or why
 * it was refused (`error`).
 */
function reportLines(io: Console, outcomes: readonly Outcome[]): Uint8Array {
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
