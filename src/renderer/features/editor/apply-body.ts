import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
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
  const caret = $caretIn(current);
  const byId = new Map(current.map((entry) => [entry.block.id, entry]));
  // Keys, not nodes: moving one beside a node makes a new version of that node, which is another object.
  const kept = new Set<NodeKey>();
  let before: LexicalNode | null = null;
  let caretBlock: LexicalNode | null = null;
  for (const block of target) {
    const entry = byId.get(block.id);
    const node: LexicalNode = entry?.block === block ? entry.node : $blockToLexical(block);
    if (entry && entry.node !== node) entry.node.replace(node);
    $place(node, before);
    kept.add(node.getKey());
    before = node;
    if (block.id === caret?.blockId && entry?.node !== node) caretBlock = node;
  }
  if (caretBlock && caret) $putCaret(caretBlock, caret.offset);
  const gone = $getRoot()
    .getChildren()
    .filter((node) => !kept.has(node.getKey()));
  for (const node of gone) {
    if (node.getKey() === caret?.key) $putCaret(node.getPreviousSibling() ?? node.getNextSibling(), Infinity);
    node.remove();
  }
}

interface Caret {
  readonly blockId: string;
  readonly key: NodeKey;
  /** UTF-16 units of text before the caret in its top-level block. */
  readonly offset: number;
}

function $caretIn(entries: readonly Entry[]): Caret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.focus.getNode();
  const block = node.getTopLevelElement();
  const entry = entries.find((one) => one.node.is(block));
  if (!block || !entry) return null;
  let offset = 0;
  for (const text of $textsOf(block)) {
    if (text.is(node))
      return { blockId: entry.block.id, key: block.getKey(), offset: offset + selection.focus.offset };
    offset += text.getTextContentSize();
  }
  return { blockId: entry.block.id, key: block.getKey(), offset: 0 };
}

function $textsOf(block: LexicalNode): TextNode[] {
  if ($isTextNode(block)) return [block];
  return $isElementNode(block) ? block.getChildren().flatMap($textsOf) : [];
}

function $putCaret(block: LexicalNode | null, offset: number): void {
  if (!$isElementNode(block)) {
    block?.selectNext();
    return;
  }
  let rest = offset;
  for (const text of $textsOf(block)) {
    const size = text.getTextContentSize();
    if (rest <= size) {
      text.select(rest, rest);
      return;
    }
    rest -= size;
  }
  block.selectEnd();
}

function $place(node: LexicalNode, before: LexicalNode | null): void {
  if (before === null) {
    const first = $getRoot().getFirstChild();
    if (first === null) $getRoot().append(node);
    else if (!first.is(node)) first.insertBefore(node);
  } else if (!before.getNextSibling()?.is(node)) before.insertAfter(node);
}
