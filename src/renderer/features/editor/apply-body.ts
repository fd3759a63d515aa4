import { $getRoot, type LexicalNode, type NodeKey } from 'lexical';
import type { Block, Body } from '#core/body/schema';
import { $blockToLexical } from './mapping/to-lexical';

/** A live node and the block that it maps to. */
export interface Entry {
  readonly node: LexicalNode;
  readonly block: Block;
}

/**
 * Makes the live text equal to `target` by touching only the blocks that differ (by identity), so that the caret,
 * the undo history and the claims on everything else stay where they are.
 */
export function $applyBody(current: readonly Entry[], target: Body): void {
  const byId = new Map(current.map((entry) => [entry.block.id, entry]));
  // Keys, not nodes: moving one beside a node makes a new version of that node, which is another object.
  const kept = new Set<NodeKey>();
  let before: LexicalNode | null = null;
  for (const block of target) {
    const entry = byId.get(block.id);
    const node: LexicalNode = entry?.block === block ? entry.node : $blockToLexical(block);
    if (entry && entry.node !== node) entry.node.replace(node);
    $place(node, before);
    kept.add(node.getKey());
    before = node;
  }
  for (const node of $getRoot().getChildren()) if (!kept.has(node.getKey())) node.remove();
}

function $place(node: LexicalNode, before: LexicalNode | null): void {
  if (before === null) {
    const first = $getRoot().getFirstChild();
    if (first === null) $getRoot().append(node);
    else if (!first.is(node)) first.insertBefore(node);
  } else if (!before.getNextSibling()?.is(node)) before.insertAfter(node);
}
