import { z } from 'zod';
import { languages } from '#core/article/values';

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

/** `desk.json`: the settings that travel with a desk. */
export const deskSchema = z.strictObject({
  format: z.literal('marbre-desk'),
  version: z.literal(2),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  name: z.string().min(1).max(120),
  /** Language of new articles. */
  language: z.enum(languages),
  cutRules: z.array(cutRuleSchema).max(500),
  /** The space before ; ! ? and inside of « » in French copy: U+00A0 or U+202F. */
  frenchSpace: z.enum(frenchSpaces),
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
export const deskVersion = 2;

/** How `desk.json` of version n becomes one of version n + 1, keyed by n. */
export const deskMigrations: Readonly<Record<number, (desk: Readonly<Record<string, unknown>>) => unknown>> =
  {
    1: (desk) => ({ ...desk, version: 2, frenchSpace: 'no-break' }),
  };
export const vocabularyVersion = 1;
