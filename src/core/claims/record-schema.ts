import { z } from 'zod';
import { claimKinds, queryEventKinds, roles } from './values';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const instant = z.iso.datetime({ precision: 3 });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const person = z.string().max(120);
const queryId = z.string().min(1).max(64);
const blockId = z.string().min(1).max(100);
const words = z.string().max(100_000);
const remark = z.string().max(20_000);

/**
 * A question to be answered before publication. `text` is quoted from the line as it was when it was asked. Nothing is
 * ever rewritten: what was asked, answered and decided are events, oldest first; the status is computed from them.
 */
export const querySchema = z.strictObject({
  id: queryId,
  /** Id of the rule of intake that asks (the catalogues have its words), or `asked` by a person. */
  reason: z.string().min(1).max(120),
  /** The claim that it is about; null: it is about the line. */
  claim: id.nullable(),
  blockId,
  text: words,
  /** Whom it is put to; empty: the author. */
  to: person,
  events: z
    .array(z.strictObject({ kind: z.enum(queryEventKinds), text: remark, by: person, at: instant }))
    .min(1)
    .max(2_000),
});

/**
 * Somebody's signature under the copy, or its withdrawal. It is bound to the hash of the copy: it lapses when the copy
 * is another, and stands again when it is the same.
 */
export const signOffSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('signed'),
    id,
    role: z.enum(roles),
    by: person,
    at: instant,
    contentHash: hash,
    /** The state of claims, queries and comments that was signed on. */
    recordHash: hash,
    /** `<id> <first 16 digits of its hash>` for each block of the copy: what tells later where it was changed. */
    blocks: z.array(z.string().max(120)).max(50_000),
    /** The author checked their own copy. */
    selfChecked: z.boolean(),
    note: remark,
  }),
  z.strictObject({
    type: z.literal('withdrawn'),
    id,
    /** The id of what is withdrawn. */
    signOff: id,
    by: person,
    at: instant,
    reason: remark,
  }),
]);

/** A suggestion that somebody did not want, remembered for the article. */
export const dismissalSchema = z.strictObject({
  kind: z.enum(claimKinds),
  text: words,
  blockId,
  /** SHA-256 of the sentence: the same words in another sentence are another suggestion. */
  context: hash,
  reason: remark,
  by: person,
  at: instant,
});

/** What a blocker of the gate is about, and where a link to it leads. */
export const targetSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['claim', 'comment', 'suggestion']), id }),
  z.strictObject({ type: z.literal('query'), id: queryId }),
  z.strictObject({ type: z.literal('block'), id: blockId }),
  z.strictObject({ type: z.literal('role'), id: z.enum(roles) }),
]);

/** The decision to publish in spite of what the gate named, on exactly this copy. */
export const overrideSchema = z.strictObject({
  id,
  at: instant,
  by: person,
  reason: remark,
  contentHash: hash,
  blockers: z
    .array(z.strictObject({ code: z.string().max(60), target: targetSchema, text: z.string().max(500) }))
    .max(20_000),
});

/** What was put right after publication. */
export const correctionSchema = z.strictObject({
  id,
  at: instant,
  by: person,
  text: remark,
  /** The claim that failed; null when it was none. */
  claim: id.nullable(),
});

export type Query = z.infer<typeof querySchema>;
export type QueryEvent = Query['events'][number];
export type SignOffEntry = z.infer<typeof signOffSchema>;
export type SignOff = Extract<SignOffEntry, { type: 'signed' }>;
export type Dismissal = z.infer<typeof dismissalSchema>;
export type Target = z.infer<typeof targetSchema>;
export type Override = z.infer<typeof overrideSchema>;
export type Correction = z.infer<typeof correctionSchema>;
