import { $insertList, $isListItemNode, $isListNode, $removeList, type ListType } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $createDividerNode } from './nodes/divider-node';
import { $isFieldNode } from './nodes/field-node';
import { $blockIdOf, $setBlockId } from './nodes/node-state';

/** What the block under the caret is, for the toolbar: a node type, a heading's tag or a list's kind. */
export type BlockKind = 'paragraph' | 'h2' | 'h3' | 'h4' | 'quote' | 'bullet' | 'number' | 'field' | 'other';

/** Turns the selected blocks into paragraphs, headings or quotes; fields stay what they are. */
export function $makeBlocks(kind: 'paragraph' | 'quote' | HeadingTagType): void {
  const selection = $storySelection();
  if (!selection) return;
  if (selection.getNodes().some((node) => $listAround(node))) $removeList();
  $setBlocksType(
    $getSelection(),
    () => {
      if (kind === 'paragraph') return $createParagraphNode();
      return kind === 'quote' ? $createQuoteNode() : $createHeadingNode(kind);
    },
    $keepId,
  );
}

/** The block keeps its id when its type changes: queries and cuts that name it still find it. */
function $keepId(before: ElementNode, after: ElementNode): void {
  $setBlockId(after, $blockIdOf(before));
}

/** Makes a list of the selected blocks, or plain paragraphs of them when they are one of this kind already. */
export function $toggleList(kind: ListType): void {
  const selection = $storySelection();
  if (!selection) return;
  if ($blockKind() === kind) $removeList();
  else $insertList(kind);
}

export function $insertDivider(): void {
  const selection = $storySelection();
  const block = selection?.focus.getNode().getTopLevelElement();
  if (!block) return;
  const divider = $createDividerNode();
  block.insertAfter(divider);
  const next = divider.getNextSibling();
  if ($isElementNode(next)) next.selectStart();
  else divider.insertAfter($createParagraphNode(), true).selectNext();
}

export function $blockKind(): BlockKind {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return 'other';
  const node = selection.anchor.getNode();
  const block = node.getTopLevelElement();
  if ($isFieldNode(block)) return 'field';
  const list = $listAround(node);
  if (list) return list.getListType() === 'number' ? 'number' : 'bullet';
  const type = block?.getType();
  if (type === 'heading') return (block as unknown as { getTag(): 'h2' | 'h3' | 'h4' }).getTag();
  return type === 'paragraph' || type === 'quote' ? type : 'other';
}

function $listAround(node: LexicalNode) {
  const item = node
    .getParents()
    .concat($isElementNode(node) ? [node] : [])
    .find($isListItemNode);
  const list = item?.getParent();
  return $isListNode(list) ? list : null;
}

/** The selection when it lies in the story alone; null when it touches a field. */
function $storySelection(): RangeSelection | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const isInField = [selection.anchor, selection.focus].some((point) =>
    $isFieldNode(point.getNode().getTopLevelElement()),
  );
  return isInField ? null : selection;
}
