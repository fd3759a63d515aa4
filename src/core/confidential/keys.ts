import { z } from 'zod';

/** A key of a desk: its public half in clear, its secret half in a file beside this one, encrypted by passphrase. */
export const keySchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** What files are encrypted to: `age1…`. */
  recipient: z.string().regex(/^age1[a-z0-9]{58}$/),
  /** The file of the wrapped identity; another name each time it is wrapped anew. */
  file: z.string().regex(/^[0-9a-f]{32}\.key\.age$/),
  created: z.iso.datetime({ precision: 3 }),
  /**
   * - `current`: new files are encrypted to it; there is exactly one
   * - `retiring`: a change of key is under way, some files may still need it
   * - `given-up`: its passphrase was lost; kept, because somebody may remember it
   */
  state: z.enum(['current', 'retiring', 'given-up']),
});
export type DeskKey = z.infer<typeof keySchema>;

export const keysVersion = 1;

/** `confidential/keys.json`: the one place that says which keys a desk has. */
export const keysSchema = z.strictObject({
  format: z.literal('marbre-confidential'),
  version: z.literal(keysVersion),
  keys: z
    .array(keySchema)
    .min(1)
    .max(100)
    .refine((keys) => keys.filter(({ state }) => state === 'current').length === 1, 'one current key'),
});
export type DeskKeys = z.infer<typeof keysSchema>;

export function currentKey({ keys }: DeskKeys): DeskKey {
  const current = keys.find(({ state }) => state === 'current');
  // The schema has seen to it.
  if (!current) throw new Error('no current key');
  return current;
}
