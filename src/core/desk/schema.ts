import { z } from 'zod';
import { languages } from '#core/article/values';
import { checkerCounts, defaultGate, gateModes, gateSwitches } from '#core/claims/gate-policy';
import { claimKinds, countings, defaultScale, roles } from '#core/claims/values';

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

export const gateSchema = z.strictObject({
  mode: z.enum(gateModes),
  kinds: z.record(z.enum(claimKinds), checkers),
  risks: z.strictObject({ legal: checkers, safety: checkers }),
  roles: z.array(z.enum(roles)).max(roles.length),
  blockers: z.record(z.enum(gateSwitches), z.boolean()),
});

/** `desk.json`: the settings that travel with a desk. */
export const deskSchema = z.strictObject({
  format: z.literal('marbre-desk'),
  version: z.literal(3),
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
});

/** One tag of a desk's vocabulary. Articles hold its id; people see its label. */
export const tagSchema = z.strictObject({
  id: z.string().min(1).max(120),
  labels: z.strictObject({ fr: z.string().max(120).optional(), en: z.string().max(120).optional() }),
  aliases: z.array(z.string().max(120)).max(50),
});

/** `vocabulary.json` */
export const vocabularySchema = z.strictObject({
  format: z.literal('marbre-vocabulary'),
  version: z.literal(1),
  tags: z.array(tagSchema).max(50_000),
});

export type CutRule = z.infer<typeof cutRuleSchema>;
export type Desk = z.infer<typeof deskSchema>;
export type Tag = z.infer<typeof tagSchema>;
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** The newest versions of the two files that this program reads. */
export const deskVersion = 3;

/** How `desk.json` of version n becomes one of version n + 1, keyed by n. */
export const deskMigrations: Readonly<Record<number, (desk: Readonly<Record<string, unknown>>) => unknown>> =
  {
    1: (desk) => ({ ...desk, version: 2, frenchSpace: 'no-break' }),
    2: (desk) => ({ ...desk, version: 3, ...checkingDefaults() }),
  };

/** What a desk asks of its checkers that has set nothing of its own. */
export function checkingDefaults(): Pick<Desk, 'outcomeScale' | 'gate' | 'onePerson'> {
  return {
    outcomeScale: defaultScale.map((entry) => ({ ...entry, labels: { ...entry.labels } })),
    gate: {
      ...defaultGate,
      kinds: { ...defaultGate.kinds },
      risks: { ...defaultGate.risks },
      roles: [...defaultGate.roles],
      blockers: { ...defaultGate.blockers },
    },
    onePerson: true,
  };
}
export const vocabularyVersion = 1;
