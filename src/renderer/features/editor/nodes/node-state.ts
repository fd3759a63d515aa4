import { $getState, $setState, createState, type LexicalNode, type TextNode } from 'lexical';
import type { Review } from '#core/body/normalize';

const none: readonly string[] = Object.freeze([]);

/** What an id may be in the stored tree: anything else, out of a forged clipboard, would make the article unsavable. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
}

const idList = {
  parse: (value: unknown): readonly string[] =>
    Array.isArray(value) && value.length > 0 ? canonical(value.filter(isId)) : none,
  isEqual: (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((id, index) => id === b[index]),
  unparse: (value: readonly string[]) => [...value],
};
const oneId = { parse: (value: unknown) => (isId(value) ? value : '') };

/** The claims that a run of text belongs to: an attribute of the text, as bold is (design decision 2). */
const claimsState = createState('claims', idList);
const commentsState = createState('comments', idList);
const insertedState = createState('inserted', oneId);
const deletedState = createState('deleted', oneId);

/** The stable id of a block or list item. Empty: the mapping gives one. */
const blockIdState = createState('blockId', oneId);

function canonical(ids: Iterable<string>): readonly string[] {
  const sorted = [...new Set(ids)].sort();
  return sorted.length === 0 ? none : sorted;
}

export function $claimsOf(node: TextNode): readonly string[] {
  return $getState(node, claimsState);
}

export function $setClaims(node: TextNode, claims: Iterable<string>): TextNode {
  return $setState(node, claimsState, canonical(claims));
}

/** What reviewers have put on a run: comments, and suggestions that are not decided yet. */
export function $reviewOf(node: TextNode): Review {
  const comments = $getState(node, commentsState);
  const inserted = $getState(node, insertedState);
  const deleted = $getState(node, deletedState);
  return {
    ...(comments.length > 0 && { comments: [...comments] }),
    ...(inserted && { inserted }),
    ...(deleted && { deleted }),
  };
}

export function $setReview(node: TextNode, { comments, inserted, deleted }: Review): TextNode {
  const before = $reviewOf(node);
  let result = node;
  if (comments?.join() !== before.comments?.join())
    result = $setState(result, commentsState, canonical(comments ?? []));
  if (inserted !== before.inserted) result = $setState(result, insertedState, inserted ?? '');
  if (deleted !== before.deleted) result = $setState(result, deletedState, deleted ?? '');
  return result;
}

/** The suggestion that parted a paragraph from the one before it; empty: none. */
export function $partedBy(node: LexicalNode): string {
  return $getState(node, insertedState);
}

export function $setPartedBy<T extends LexicalNode>(node: T, suggestion: string): T {
  return $setState(node, insertedState, suggestion);
}

export function $blockIdOf(node: LexicalNode): string {
  return $getState(node, blockIdState);
}

export function $setBlockId<T extends LexicalNode>(node: T, id: string): T {
  return $setState(node, blockIdState, id);
}
