import { z } from 'zod';
import { evidenceExtensions } from './evidence-files';
import {
  checkabilities,
  checkNames,
  claimKinds,
  risks,
  roles,
  sensitivities,
  stances,
  tiers,
} from './values';

const instant = z.iso.datetime({ precision: 3 });
const day = z.iso.date();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** A name as its owner wrote it; may be empty. */
const person = z.string().max(120);
const line = z.string().max(500);
const words = z.string().max(100_000);
const remark = z.string().max(20_000);

/** Where in a source the fact stands. */
export const locatorSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('page'), page: z.int().min(1).max(1_000_000) }),
  z.strictObject({ type: z.literal('paragraph'), paragraph: z.int().min(1).max(10_000_000) }),
  /** Milliseconds from the beginning of a recording. */
  z.strictObject({ type: z.literal('time'), ms: z.int().min(0).max(1_000_000_000) }),
  /** A text quote selector of the Web Annotation data model: the words, and a little of what stands around them. */
  z.strictObject({
    type: z.literal('quote'),
    exact: z.string().min(1).max(20_000),
    prefix: line,
    suffix: line,
  }),
]);

/** A file of evidence. Its bytes lie in the article's `evidence/`, under their SHA-256. */
export const evidenceFileSchema = z.strictObject({
  type: z.literal('file'),
  sha256: hash,
  extension: z.enum(evidenceExtensions),
  /** As the file was called where it came from. */
  name: z.string().max(255),
  /** Bytes. */
  size: z.int().min(0),
});

/** 32 hex digits, drawn at random: they say nothing of what they stand for. */
export const sealIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * A confidential source that is encrypted: what it is, its place, words and origin lie in `evidence/`, in a file that
 * begins with `seal`, its bytes, if it has some, in one that begins with `file` (docs/confidential.md).
 */
export const sealedSourceSchema = z.strictObject({
  type: z.literal('sealed'),
  /** Another one whenever what is sealed changes, so that outcomes which rest on it notice. */
  seal: sealIdSchema,
  file: sealIdSchema.nullable(),
  /** Somebody noted where the source has it from: such sources of a claim count as one, as nobody can compare them. */
  hasOrigin: z.boolean(),
});

/** What a source is. */
export const sourceSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('web'),
    url: z.string().max(4_096),
    title: line,
    publisher: line,
    /** The day that the page bears; null when it bears none. */
    date: day.nullable(),
    /** The day on which it was read; null when nobody noted it. */
    accessed: day.nullable(),
  }),
  evidenceFileSchema,
  z.strictObject({ type: z.literal('passage'), text: remark, from: line }),
  /** An entry of the contact log. */
  z.strictObject({
    type: z.literal('person'),
    name: line,
    /** A day, or an instant where the hour is known. */
    when: z.union([day, instant]).nullable(),
    how: line,
    confirmed: remark,
  }),
  sealedSourceSchema,
]);

export const evidenceSchema = z.strictObject({
  /** Unique within its claim, and never given again there: outcomes name it. */
  id,
  source: sourceSchema,
  locator: locatorSchema.nullable(),
  /** The source's own words; empty when none were copied. */
  quote: remark,
  stance: z.enum(stances),
  tier: z.enum(tiers),
  /** Where the source itself has it from. Equal origins are one source; empty: it stands for itself. */
  origin: line,
  sensitivity: z.enum(sensitivities),
  added: z.strictObject({ at: instant, by: person }),
});

/** What is known of somebody's words. */
export const quotationSchema = z.strictObject({
  speaker: line,
  /** The day on which it was said; null while nobody knows. */
  said: day.nullable(),
  /** The words as they were spoken, where that was in another language. */
  original: z.strictObject({ language: z.string().max(35), text: remark }).nullable(),
  /** The copy has them in translation: they are not verified as said before `original` is known. */
  translated: z.boolean(),
});

/**
 * An outcome is bound to what was checked (design decision 3): `textHash` is the SHA-256 of the claim's bound text at
 * that moment, `statementHash` that of the claim as it was worded, and each hash in `evidence` that of one source.
 * `text` keeps the words so that "before" can be shown beside "after".
 */
export const outcomeSchema = z.strictObject({
  check: z.enum(checkNames),
  /** An id of the desk's scale. */
  value: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(60),
  reason: remark,
  by: person,
  role: z.enum(roles).nullable(),
  at: instant,
  text: words,
  textHash: hash,
  statementHash: hash,
  /** The sources that it rests on. */
  evidence: z.array(z.strictObject({ id, hash })).max(200),
  /** The words that shall stand instead of `text`; null when the outcome asks for no change. */
  suggested: words.nullable(),
});

export const claimSchema = z.strictObject({
  id,
  /** The words as they stood when the claim was made: all that is left to show once the anchor is gone. */
  text: words,
  /** The claim in words that need no context; empty when its own are enough. */
  wording: remark,
  kind: z.enum(claimKinds),
  checkability: z.enum(checkabilities),
  /** Who says so in the copy; empty when it is the copy itself. */
  assertedBy: line,
  risk: z.enum(risks),
  assignee: person,
  /** Ids of claims that this one cannot be true without. */
  dependsOn: z.array(id).max(200),
  note: remark,
  quotation: quotationSchema.nullable(),
  evidence: z.array(evidenceSchema).max(200),
  /** Every outcome ever given, oldest first; the last one of each check counts. Never rewritten. */
  outcomes: z.array(outcomeSchema).max(2_000),
  created: instant,
  by: person,
});

export type Locator = z.infer<typeof locatorSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type SealedSource = z.infer<typeof sealedSourceSchema>;
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;
export type QuotationRecord = z.infer<typeof quotationSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Claim = z.infer<typeof claimSchema>;
