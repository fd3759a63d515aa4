import { z } from 'zod';
import { evidenceSchema } from '#core/claims/schema';
import type { Secret } from './sealed';

const parts = evidenceSchema.pick({ source: true, locator: true, quote: true, origin: true });

export const secretSchema = parts.refine(({ source }) => source.type !== 'sealed', 'sealed twice');

const recordSchema = z
  .strictObject({ format: z.literal('marbre-sealed-source'), version: z.literal(1), ...parts.shape })
  .refine(({ source }) => source.type !== 'sealed', 'sealed twice');

/** The text of a sealed record, as it is encrypted (docs/confidential.md). */
export function writeRecord({ source, locator, quote, origin }: Secret): Uint8Array {
  const record = { format: 'marbre-sealed-source', version: 1, source, locator, quote, origin };
  return new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
}

/** Null: it is not such a record. */
export function readRecord(bytes: Uint8Array): Secret | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!parsed.success) return null;
    const { source, locator, quote, origin } = parsed.data;
    return { source, locator, quote, origin };
  } catch {
    return null;
  }
}
