import { z } from 'zod';
import { metadataSchema, nameIdSchema } from '#core/article/schema';
import { bodySchema } from '#core/body/schema';

/**
 * What a new article begins with. The body holds words only: no claim, comment, undecided change or picture can stand
 * in it, because what those refer to lies with an article.
 */
export const templateSchema = z.strictObject({
  id: nameIdSchema,
  name: z.string().min(1).max(120),
  ...metadataSchema.pick({
    language: true,
    section: true,
    status: true,
    tags: true,
    target: true,
    notes: true,
  }).shape,
  body: bodySchema
    .refine((body) => body.length <= 2_000, 'a template is too long')
    .refine((body) => body.every(({ type }) => type !== 'picture'), 'a template holds no pictures'),
});

export const mostTemplates = 200;

/** `templates.json` */
export const templatesSchema = z.strictObject({
  format: z.literal('marbre-templates'),
  version: z.literal(1),
  templates: z
    .array(templateSchema)
    .max(mostTemplates)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two templates have one id'),
});

/** The newest version of the file that this program reads. */
export const templatesVersion = 1;

export type Template = z.infer<typeof templateSchema>;
export type Templates = z.infer<typeof templatesSchema>;
