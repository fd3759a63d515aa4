import { z } from 'zod';
import { nameIdSchema } from '#core/article/schema';
import { languages, stages } from '#core/article/values';
import { checkerCounts, gateModes, gateSwitches } from '#core/claims/gate-policy';
import { claimKinds, countings, roles } from '#core/claims/values';
import { sortKeys } from '#core/search/request';
import { blankTag, checkingDefaults, noPublication } from './defaults';
import { defaultStatuses } from './statuses';
import { longestName, maximumAliases, maximumFormerIds, maximumTags, tagColours, tagTypes } from './values';

export const tagIdSchema = z.string().min(1).max(120);
const tagNameSchema = z.string().max(longestName);

/** Code of an IPTC Media Topic: `medtop:04000000`. */
export const iptcCodeSchema = z.string().regex(/^medtop:\d{8}$/);

/**
 * A cut rule that a desk adds to the built-in ones. `pattern` is matched against a whole line, without regard to
 * case or accents; `*` stands for any run of characters (and nothing else is special, so that no pattern can hang).
 */
export const cutRuleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(60),
  language: z.enum(languages).optional(),
  /** Where in the copy it may match. */
  place: z.enum(['head', 'tail', 'anywhere', 'headline-suffix']),
  pattern: z.string().min(1).max(300),
});

export const frenchSpaces = ['no-break', 'narrow'] as const;

const label = z.string().max(60).optional();

/** One outcome that checkers of this desk may give. Labels are needed only where the program knows no name. */
export const scaleEntrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(60),
  labels: z.strictObject({ fr: label, en: label }),
  counts: z.enum(countings),
  needsEvidence: z.boolean(),
  withChange: z.boolean(),
});

/** An id means one thing, and something on the scale must mean that a claim holds. */
export const scaleSchema = z
  .array(scaleEntrySchema)
  .min(1)
  .max(30)
  .refine((scale) => new Set(scale.map(({ id }) => id)).size === scale.length, 'two outcomes have one id')
  .refine((scale) => scale.some(({ counts }) => counts === 'verified'), 'no outcome verifies a claim');

const checkers = z.union(checkerCounts.map((count) => z.literal(count)));

/** One status of the desk, and how far an article is that has it. Labels as for outcomes. */
export const statusEntrySchema = z.strictObject({
  id: nameIdSchema,
  labels: z.strictObject({ fr: label, en: label }),
  stage: z.enum(stages),
});

/** New copy begins somewhere, and what is done must be told from what is not. */
export const statusListSchema = z
  .array(statusEntrySchema)
  .min(2)
  .max(40)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two statuses have one id')
  .refine((list) => list.some(({ stage }) => stage === 'published'), 'no status says that it is published');

/** A search that is kept like a folder: what it finds is worked out anew each time. */
export const savedSearchSchema = z.strictObject({
  id: nameIdSchema,
  name: z.string().min(1).max(120),
  query: z.string().max(2_000),
  sort: z.strictObject({ by: z.enum(sortKeys), descending: z.boolean() }),
  pinned: z.boolean(),
});

export const gateSchema = z.strictObject({
  mode: z.enum(gateModes),
  kinds: z.record(z.enum(claimKinds), checkers),
  risks: z.strictObject({ legal: checkers, safety: checkers }),
  roles: z.array(z.enum(roles)).max(roles.length),
  blockers: z.record(z.enum(gateSwitches), z.boolean()),
});

/** Who publishes what leaves this desk, and where it stands then; `address` ends with a slash, and is empty where unknown. */
export const publicationSchema = z.strictObject({
  name: z.string().max(120),
  address: z.union([
    z.literal(''),
    z
      .url({ protocol: /^https?$/ })
      .max(300)
      .endsWith('/'),
  ]),
});

/** `desk.json`: the settings that travel with a desk. */
export const deskSchema = z.strictObject({
  format: z.literal('marbre-desk'),
  version: z.literal(5),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  name: z.string().min(1).max(120),
  /** Language of new articles. */
  language: z.enum(languages),
  cutRules: z.array(cutRuleSchema).max(500),
  /** The space before ; ! ? and inside of « » in French copy: U+00A0 or U+202F. */
  frenchSpace: z.enum(frenchSpaces),
  outcomeScale: scaleSchema,
  gate: gateSchema,
  /** One person writes and checks: authors may check their own copy, and are labelled so. */
  onePerson: z.boolean(),
  /** In the order in which work passes through them. */
  statuses: statusListSchema,
  searches: z.array(savedSearchSchema).max(200),
  publication: publicationSchema,
});

/** One tag of a desk's vocabulary. Articles hold its id; people see its label. */
export const tagSchema = z.strictObject({
  id: tagIdSchema,
  type: z.enum(tagTypes),
  labels: z.strictObject({ fr: tagNameSchema.optional(), en: tagNameSchema.optional() }),
  aliases: z.array(tagNameSchema).max(maximumAliases),
  /** Id of the wider tag. */
  parent: tagIdSchema.nullable(),
  colour: z.enum(tagColours).nullable(),
  iptc: iptcCodeSchema.nullable(),
  /** Not offered any more; articles that have it keep it. */
  retired: z.boolean(),
  /** Ids of tags that were merged into this one: an article from elsewhere may still name them. */
  formerIds: z.array(tagIdSchema).max(maximumFormerIds),
});

/** What a person says of a tag; the rest follows from what is done with it. */
export const tagFieldsSchema = tagSchema
  .pick({ type: true, labels: true, aliases: true, parent: true, colour: true, iptc: true })
  .partial();

/** `vocabulary.json` */
export const vocabularySchema = z.strictObject({
  format: z.literal('marbre-vocabulary'),
  version: z.literal(2),
  tags: z.array(tagSchema).max(maximumTags),
});

export type StatusEntry = z.infer<typeof statusEntrySchema>;
export type SavedSearch = z.infer<typeof savedSearchSchema>;
export type CutRule = z.infer<typeof cutRuleSchema>;
export type Desk = z.infer<typeof deskSchema>;
export type Tag = z.infer<typeof tagSchema>;
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** The newest versions of the two files that this program reads. */
export const deskVersion = 5;

/** How `desk.json` of version n becomes one of version n + 1, keyed by n. */
export const deskMigrations: Readonly<Record<number, (desk: Readonly<Record<string, unknown>>) => unknown>> =
  {
    1: (desk) => ({ ...desk, version: 2, frenchSpace: 'no-break' }),
    2: (desk) => ({ ...desk, version: 3, ...checkingDefaults() }),
    3: (desk) => ({ ...desk, version: 4, statuses: defaultStatuses(), searches: [] }),
    4: (desk) => ({ ...desk, version: 5, publication: noPublication }),
  };

export const vocabularyVersion = 2;

export const vocabularyMigrations: typeof deskMigrations = {
  1: (vocabulary) => ({
    ...vocabulary,
    version: 2,
    tags: Array.isArray(vocabulary.tags) ? vocabulary.tags.map(toTag2) : vocabulary.tags,
  }),
};

function toTag2(tag: unknown): unknown {
  return typeof tag === 'object' && tag !== null ? { ...blankTag, ...tag } : tag;
}
