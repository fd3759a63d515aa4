import type { z } from 'zod';
import { type FailureCode, failure, type Result, success } from '#core/failure';
import { errorCode, type FileSystem } from './file-system';
import { ioFailure } from './io-failure';
import { seal } from './seal';

export interface Expected<T> {
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
  try {
    return parseJsonFile(await fs.readFile(path), expected);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR')
      return failure(codes.missing, { name });
    return ioFailure(error, 'read', name);
  }
}

/** What the bytes of a settings file say; one without a hash, or with a wrong one, is read all the same. */
export function parseJsonFile<T>(bytes: Uint8Array, expected: Expected<T>): Result<T> {
  const { codes, name } = expected;
  let content: unknown;
  try {
    content = withoutHash(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // The parser's own message quotes the file.
    return failure(codes.invalid, { name }, 'not JSON');
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

function withoutHash(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content;
  const { hash: _, ...rest } = content as Record<string, unknown>;
  return rest;
}

/** The bytes of a settings file, with their hash. */
export function jsonBytes({ format, version, ...rest }: JsonContent): Uint8Array {
  return seal(`${JSON.stringify({ format, version, ...rest }, null, 2)}\n`);
}

interface JsonContent {
  readonly format: string;
  readonly version: number;
  readonly [key: string]: unknown;
}
