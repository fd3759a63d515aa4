import { $getState, $setState, createState, type LexicalNode, type TextNode } from 'lexical';

const none: readonly string[] = Object.freeze([]);

/** The claims that a run of text belongs to: an attribute of the text, as bold is (design decision 2). */
const claimsState = createState('claims', {
  parse: (value): readonly string[] =>
    Array.isArray(value) && value.length > 0 ? canonical(value.filter((id) => typeof id === 'string')) : none,
  isEqual: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  unparse: (value) => [...value],
});

/** The stable id of a block or list item. Empty: the mapping gives one. */
const blockIdState = createState('blockId', { parse: (value) => (typeof value === 'string' ? value : '') });

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

export function $blockIdOf(node: LexicalNode): string {
  return $getState(node, blockIdState);
}

export function $setBlockId<T extends LexicalNode>(node: T, id: string): T {
  return $setState(node, blockIdState, id);
}
