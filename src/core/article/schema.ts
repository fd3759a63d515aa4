import { z } from 'zod';
import { fieldTypes } from '#core/body/blocks';
import { blockSchema, bodySchema } from '#core/body/schema';
import {
  correctionSchema,
  dismissalSchema,
  overrideSchema,
  querySchema,
  signOffSchema,
} from '#core/claims/record-schema';
import { claimSchema } from '#core/claims/schema';
import { assetName } from '#core/pictures';
import { commentSchema, suggestionSchema } from '#core/review/schema';
import { longestSlug, slugPattern } from './slug';
import { languages, lengthUnits } from './values';

/** Ids are safe as parts of file names on every system: no dots, no separators, no case pairs are generated. */
export const articleIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const slugSchema = z.string().regex(slugPattern).max(longestSlug);

/** An instant, UTC, to the millisecond: `2026-05-12T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });
/** A calendar day without a time zone: `2026-05-12`. */
export const daySchema = z.iso.date();

export type { Query } from '#core/claims/record-schema';
export type { Language } from './values';

const shortText = z.string().max(500);

/** Ids of a desk's own lists (statuses, saved searches): lower case, hyphens. */
export const nameIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

/** Nothing leaves before `until`; `zone` (IANA, `Europe/Paris`) is where the clock that was meant hangs. */
export const embargoSchema = z.strictObject({ until: instantSchema, zone: z.string().min(1).max(60) });

export const metadataSchema = z.strictObject({
  language: z.enum(languages),
  /** Id of a status of the desk. One that the desk does not know is shown as it is written. */
  status: nameIdSchema,
  /** Ids of tags in the desk's vocabulary, in the order in which the editor put them. */
  tags: z.array(z.string().min(1).max(120)).max(200),
  slug: slugSchema,
  section: shortText,
  /** The headline for search engines and for narrow places; empty: the headline itself. */
  seoHeadline: shortText,
  shortHeadline: shortText,
  /** Where the story was written: `Paris`. */
  dateline: shortText,
  /** The day from which relative dates count; null when nobody knows. */
  published: daySchema.nullable(),
  /** The day on which the desk wants it. */
  due: daySchema.nullable(),
  embargo: embargoSchema.nullable(),
  /** Who the copy came from, as text: an agency, a site. */
  source: shortText,
  /** Who owns the copy, and what may be done with it. */
  rights: shortText,
  /** The picture that stands for the article: a file of its assets. */
  picture: z.string().regex(assetName).nullable(),
  notes: z.string().max(20_000),
  /** How long the story shall be; null when nobody said. */
  target: z.strictObject({ unit: z.enum(lengthUnits), count: z.int().min(1).max(10_000_000) }).nullable(),
  created: instantSchema,
  modified: instantSchema,
});

/**
 * A removal that intake proposed. Whether it stands is not stored: a cut whose blocks are in the body again (or
 * whose text is in its field again) has been restored.
 */
export const cutSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** Id of the rule that proposed it; the catalogues have its reason. */
  reason: z.string().min(1).max(120),
  /** The exact text as it stood in the source. */
  text: z.string().max(2_000_000),
  place: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('blocks'),
      /** The block after which the removed ones stood; null: at the head of the story. */
      after: z.string().nullable(),
      blocks: z.array(blockSchema).max(2_000),
    }),
    z.strictObject({
      type: z.literal('field'),
      field: z.enum(fieldTypes),
      /** UTF-16 units in the field's text as it was before the cut. */
      start: z.int().min(0),
    }),
  ]),
});

/** What was imported. The bytes themselves lie in `original/`; this says which they are. */
export const originalSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(255),
  format: z.string().max(40),
  encoding: z.string().max(40),
  /** Size in bytes. */
  size: z.int().min(0),
});

export const articleSchema = z.strictObject({
  id: articleIdSchema,
  metadata: metadataSchema,
  body: bodySchema,
  claims: z.array(claimSchema).max(20_000),
  queries: z.array(querySchema).max(20_000),
  /** Signatures and their withdrawals, oldest first. Never rewritten. */
  signOffs: z.array(signOffSchema).max(2_000),
  /** Suggestions of claims that were not wanted. */
  dismissals: z.array(dismissalSchema).max(50_000),
  /** Decisions to publish in spite of the gate, oldest first. Never rewritten. */
  overrides: z.array(overrideSchema).max(2_000),
  /** What was put right after publication, oldest first. Never rewritten. */
  corrections: z.array(correctionSchema).max(2_000),
  comments: z.array(commentSchema).max(20_000),
  suggestions: z.array(suggestionSchema).max(20_000),
  cuts: z.array(cutSchema).max(20_000),
  original: originalSchema.nullable(),
});

export type Metadata = z.infer<typeof metadataSchema>;
export type Original = z.infer<typeof originalSchema>;
export type Cut = z.infer<typeof cutSchema>;
export type Article = z.infer<typeof articleSchema>;
