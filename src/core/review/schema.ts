import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const instant = z.iso.datetime({ precision: 3 });
/** Who wrote something: the name that the person gave this copy of the program; may be empty. */
const person = z.string().max(120);

export const commentEventKinds = ['remark', 'resolved', 'reopened'] as const;

/**
 * A comment on a stretch of the text (runs carry its id). Nothing in it is ever rewritten: remarks, the reason for
 * resolving it and its reopening are events, oldest first.
 */
export const commentSchema = z.strictObject({
  id,
  /** The words as they stood when the comment was made: what is left to show when they are gone. */
  text: z.string().max(100_000),
  events: z
    .array(
      z.strictObject({
        kind: z.enum(commentEventKinds),
        text: z.string().max(20_000),
        by: person,
        at: instant,
      }),
    )
    .min(1)
    .max(2_000),
});

/** Who suggested a change, and when. What it is stands in the text: runs carry `inserted` or `deleted` with its id. */
export const suggestionSchema = z.strictObject({ id, by: person, at: instant });

export type Comment = z.infer<typeof commentSchema>;
export type CommentEvent = Comment['events'][number];
export type Suggestion = z.infer<typeof suggestionSchema>;
