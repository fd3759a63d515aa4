import { $createTableNodeWithDimensions, $isTableNode } from '@lexical/table';
import { $createParagraphNode, $getRoot, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import { $storySelection } from './block-commands';
import { $buildComposite, $isCompositeNode } from './nodes/composite-node';
import { $createDividerNode } from './nodes/divider-node';
import { $isFieldNode } from './nodes/field-node';
import { $createFootnoteNode, $createNoteReferenceNode, $isFootnoteNode } from './nodes/footnote-nodes';
import { $setBlockId } from './nodes/node-state';
import { $hasHeader, $setHeader } from './table-commands';

/**
 * Puts a block behind the one that the caret is in, or in the place of an empty paragraph, and the caret into it.
 * A block without text gets a paragraph behind it to go on in.
 */
export function $insertBlock(block: LexicalNode): void {
  const current = $storySelection()?.focus.getNode().getTopLevelElement();
  if (!current) return;
  const isSpare = $isElementNode(current) && current.getType() === 'paragraph' && current.isEmpty();
  if (isSpare) current.replace(block);
  else current.insertAfter(block);
  $enter(block);
}

/** The caret goes to the first text of a block, or to the paragraph behind a block without any. */
function $enter(block: LexicalNode): void {
  if ($isElementNode(block)) {
    block.selectStart();
    if (block.getNextSibling() === null) block.insertAfter($createParagraphNode(), false);
    return;
  }
  const next = block.getNextSibling();
  if ($isElementNode(next) && !$isFootnoteNode(next)) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    block.insertAfter(paragraph);
    paragraph.select();
  }
}

export function $insertDivider(): void {
  $insertBlock($createDividerNode());
}

export function $insertTable(): void {
  $insertBlock($createTableNodeWithDimensions(3, 3, { rows: true, columns: false }));
}

export function $insertPicture(asset: string, alt = ''): void {
  $insertBlock($buildComposite({ kind: 'picture', asset, alt, width: 100 }, {}));
}

/** `url` has been through `safeUrl`. */
export function $insertEmbed(url: string): void {
  $insertBlock($buildComposite({ kind: 'embed', url }, {}));
}

/** Calls a new note at the caret, and goes on writing in it. `id` becomes the note's block id. */
export function $insertFootnote(id: string): void {
  const selection = $storySelection();
  const line = selection?.anchor.getNode().getTopLevelElement();
  if (!selection || $isFootnoteNode(line)) return;
  if (!selection.isCollapsed())
    selection.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type);
  selection.insertNodes([$createNoteReferenceNode(id)]);
  const note = $setBlockId($createFootnoteNode(), id);
  $getRoot().append(note);
  note.select();
}

/** Swaps the block of the caret with its neighbour; fields stay at the head. */
export function $moveBlock(step: -1 | 1): boolean {
  const current = $movable();
  if (!current) return false;
  const neighbour = step < 0 ? current.getPreviousSibling() : current.getNextSibling();
  if (!neighbour || $isFieldNode(neighbour)) return false;
  const table = current.getParent();
  const isNamed = $isTableNode(table) && $hasHeader(table);
  if (step < 0) neighbour.insertBefore(current, false);
  else neighbour.insertAfter(current, false);
  if ($isTableNode(table)) $setHeader(table, isNamed);
  return true;
}

/** What moves: the item of a list, the row of a table, else the whole block. */
function $movable(): LexicalNode | null {
  const node = $storySelection()?.anchor.getNode();
  if (!node) return null;
  const around = [node, ...node.getParents()];
  const part = around.find((one) => one.getType() === 'listitem' || one.getType() === 'tablerow');
  if (part && part.getParent()?.getChildrenSize() !== 1) return part;
  return node.getTopLevelElement();
}

/** Takes the whole block of the caret out. */
export function $removeBlock(): void {
  const block = $storySelection()?.anchor.getNode().getTopLevelElement();
  if (!block) return;
  const next = block.getNextSibling() ?? block.getPreviousSibling();
  block.remove();
  if ($isElementNode(next)) next.selectStart();
}

/** A copy of the block behind it; claims stay with the first, since a copy has not been checked. */
export function $currentBlock(): ElementNode | null {
  const block = $storySelection()?.anchor.getNode().getTopLevelElement();
  return $isElementNode(block) ? block : null;
}

/** Makes the picture of the caret narrower or wider, in tenths of the measure. */
export function $resizePicture(step: -10 | 10): void {
  const block = $currentBlock();
  if (!$isCompositeNode(block)) return;
  const data = block.getData();
  if (data.kind !== 'picture') return;
  const width = Math.min(100, Math.max(10, data.width + step));
  if (width !== data.width) block.setData({ ...data, width });
}

export function $isInTable(): boolean {
  return $isTableNode($currentBlock());
}
