import { z } from 'zod';
import { outcomeValues } from './values';

export type { OutcomeValue } from './values';

const instant = z.iso.datetime({ precision: 3 });

/** A source for a claim: an address, or words that say where the fact comes from. */
export const evidenceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('web'), url: z.string().max(4_096), title: z.string().max(500) }),
  z.strictObject({ type: z.literal('text'), text: z.string().max(20_000) }),
]);

/**
 * An outcome is bound to the words that were checked (design decision 3): `textHash` is the SHA-256 of the claim's
 * bound text at that moment, `text` keeps those words so that "before" can be shown beside "after".
 */
export const outcomeSchema = z.strictObject({
  value: z.enum(outcomeValues),
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string().max(100_000),
  at: instant,
});

export const claimSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** The words as they stood when the claim was made: all that is left to show once the anchor is gone. */
  text: z.string().max(100_000),
  note: z.string().max(20_000),
  evidence: z.array(evidenceSchema).max(200),
  /** Every outcome ever given, oldest first; the last one counts. Never rewritten. */
  outcomes: z.array(outcomeSchema).max(2_000),
  created: instant,
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Claim = z.infer<typeof claimSchema>;
