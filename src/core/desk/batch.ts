import { z } from 'zod';
import { daySchema, type Metadata, metadataSchema, nameIdSchema } from '#core/article/schema';

const tags = metadataSchema.shape.tags.min(1);

/** What can be done to many articles at once. A day of null takes the day away. */
export const batchChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add-tags'), tags }),
  z.strictObject({ type: z.literal('remove-tags'), tags }),
  z.strictObject({ type: z.literal('status'), status: nameIdSchema }),
  z.strictObject({ type: z.literal('section'), section: metadataSchema.shape.section }),
  z.strictObject({ type: z.literal('due'), day: daySchema.nullable() }),
  z.strictObject({ type: z.literal('published'), day: daySchema.nullable() }),
  z.strictObject({ type: z.literal('trash') }),
  z.strictObject({ type: z.literal('restore') }),
]);
export type BatchChange = z.infer<typeof batchChangeSchema>;
/** A change of what an article says of itself, not of where it lies. */
export type MetadataChange = Exclude<BatchChange, { readonly type: 'trash' | 'restore' }>;

/** The fields of an article that `change` makes others; null: it is so already. */
export function changedFields(change: MetadataChange, metadata: Metadata): Partial<Metadata> | null {
  switch (change.type) {
    case 'add-tags': {
      const missing = [...new Set(change.tags)].filter((tag) => !metadata.tags.includes(tag));
      return missing.length === 0 ? null : { tags: [...metadata.tags, ...missing] };
    }
    case 'remove-tags': {
      const rest = metadata.tags.filter((tag) => !change.tags.includes(tag));
      return rest.length === metadata.tags.length ? null : { tags: rest };
    }
    case 'status':
      return change.status === metadata.status ? null : { status: change.status };
    case 'section':
      return change.section === metadata.section ? null : { section: change.section };
    case 'due':
      return change.day === metadata.due ? null : { due: change.day };
    case 'published':
      return change.day === metadata.published ? null : { published: change.day };
  }
}
