import type { z } from 'zod';
import { type FailureCode, failure, type Result, success } from '#core/failure';
import { errorCode, type FileSystem } from './file-system';
import { ioFailure } from './io-failure';

interface Expected<T> {
  readonly schema: z.ZodType<T>;
  readonly newestVersion: number;
  /** Steps from version n to n + 1, keyed by n. */
  readonly migrations?: Readonly<Record<number, (content: Readonly<Record<string, unknown>>) => unknown>>;
  /** Shown to people. */
  readonly name: string;
  readonly codes: {
    readonly missing: FailureCode;
    readonly invalid: FailureCode;
    readonly newer: FailureCode;
  };
}

/** Reads a settings file of a desk: missing, newer and damaged are told apart, and nothing is changed. */
export async function readJsonFile<T>(
  fs: FileSystem,
  path: string,
  expected: Expected<T>,
): Promise<Result<T>> {
  const { codes, name } = expected;
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder().decode(await fs.readFile(path)));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR')
      return failure(codes.missing, { name });
    if (error instanceof SyntaxError) return failure(codes.invalid, { name }, error.message);
    return ioFailure(error, 'read', name);
  }
  const version = (content as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > expected.newestVersion)
    return failure(codes.newer, { name, version });
  for (let at = Number(version); expected.migrations?.[at]; at += 1)
    content = expected.migrations[at]?.(content as Readonly<Record<string, unknown>>);
  const parsed = expected.schema.safeParse(content);
  return parsed.success
    ? success(parsed.data)
    : failure(codes.invalid, { name }, parsed.error.issues[0]?.path.join('.'));
}

export function jsonBytes(content: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}
