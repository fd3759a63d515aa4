import type { Block } from '#core/body/schema';
import { leaves, plainText, textBlocks } from '#core/body/walk';
import type { Comment, CommentEvent } from './schema';

/** Whether a comment still asks for something: its last decision was not to resolve it. */
export function isOpen(comment: Comment): boolean {
  return comment.events.findLast(({ kind }) => kind !== 'remark')?.kind !== 'resolved';
}

/** A comment with one more event. */
export function withEvent(comment: Comment, event: CommentEvent): Comment {
  return { ...comment, events: [...comment.events, event] };
}

/** Where a comment stands: the first line that carries it, and the words under it as they are now. */
export interface CommentPlace {
  readonly blockId: string;
  readonly text: string;
}

/** Every comment that the text carries, by id, in reading order. */
export function commentPlaces(body: Iterable<Block>): Map<string, CommentPlace> {
  const found = new Map<string, CommentPlace>();
  for (const { id, content } of textBlocks(body)) {
    for (const leaf of leaves(content)) {
      if (leaf.type !== 'text') continue;
      for (const comment of leaf.comments ?? []) {
        const known = found.get(comment);
        const text = (known?.text ?? '') + plainText([leaf]);
        found.set(comment, { blockId: known?.blockId ?? id, text });
      }
    }
  }
  return found;
}
