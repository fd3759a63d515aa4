import { $insertList, $isListItemNode, $isListNode, $removeList, type ListType } from '@lexical/list';
import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { SlotName } from '#core/body/blocks';
import { $createCodeNode, $isCodeNode } from './nodes/code-node';
import { $buildComposite, $isCompositeNode, $isSlotNode, type CompositeNode } from './nodes/composite-node';
import { $isFieldNode } from './nodes/field-node';
import { $isFootnoteNode } from './nodes/footnote-nodes';
import { $blockIdOf, $setBlockId } from './nodes/node-state';

/** What a block of text can be turned into. */
export type TextKind = 'paragraph' | HeadingTagType | 'quote' | 'pull-quote' | 'fact-box' | 'code';

/** What the block under the caret is, for the toolbar. */
export type BlockKind = TextKind | ListType | 'field' | 'picture' | 'embed' | 'table' | 'footnote' | 'other';

/** The words of a block before it becomes another one: its lines, and the names that they had. */
interface Line {
  readonly name: SlotName;
  readonly nodes: readonly LexicalNode[];
}

/** Turns the selected blocks into blocks of `kind`; fields, tables, pictures and notes stay what they are. */
export function $makeBlocks(kind: TextKind): void {
  const selection = $storySelection();
  if (!selection) return;
  if (selection.getNodes().some((node) => $listAround(node))) $removeList();
  for (const block of $selectedBlocks()) $turn(block, kind);
}

/** The top-level blocks that the selection touches, in reading order. */
export function $selectedBlocks(): ElementNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const found = new Map<string, ElementNode>();
  for (const node of [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()]) {
    const block = node.getTopLevelElement();
    if ($isElementNode(block)) found.set(block.getKey(), block);
  }
  return [...found.values()].sort((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent());
}

function $turn(block: ElementNode, kind: TextKind): void {
  if (!$isTextBlock(block) || $kindOf(block) === kind) return;
  const holdsCaret = $holdsElementPoint(block);
  const made = $fromLines($linesOf(block), kind);
  let last: LexicalNode = block;
  for (const one of made) {
    last.insertAfter(one, false);
    last = one;
  }
  const [first] = made;
  // The block keeps its id when its type changes: queries and cuts that name it still find it.
  if (first) $setBlockId(first, $blockIdOf(block));
  block.remove();
  if (holdsCaret && first) first.selectStart();
}

function $isTextBlock(block: ElementNode): boolean {
  if ($isCompositeNode(block)) return !['picture', 'embed'].includes(block.getData().kind);
  return !($isFieldNode(block) || $isTableNode(block) || $isFootnoteNode(block) || $isListNode(block));
}

/** A caret in an empty line points at the element: it must be set again when the element goes. */
function $holdsElementPoint(block: ElementNode): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.anchor.type !== 'element') return false;
  const node = selection.anchor.getNode();
  return node.is(block) || block.isParentOf(node);
}

function $linesOf(block: ElementNode): Line[] {
  if (!$isCompositeNode(block)) return [{ name: 'content', nodes: block.getChildren() }];
  return block
    .getChildren()
    .filter($isSlotNode)
    .map((slot) => ({ name: slot.getName(), nodes: slot.getChildren() }))
    .filter(({ name, nodes }) => name === 'content' || nodes.length > 0);
}

function $fromLines(lines: readonly Line[], kind: TextKind): ElementNode[] {
  if (kind === 'code') return [$createCodeNode().append(...$joined(lines))];
  if (kind === 'fact-box') return [$factBox(lines)];
  if (kind === 'quote' || kind === 'pull-quote') return [$quotation(lines, kind)];
  return lines.map(({ nodes }) =>
    (kind === 'paragraph' ? $createParagraphNode() : $createHeadingNode(kind)).append(...nodes),
  );
}

function $quotation(lines: readonly Line[], kind: 'quote' | 'pull-quote'): CompositeNode {
  const attribution = lines.find(({ name }) => name === 'attribution')?.nodes ?? [];
  const others = lines.filter(({ name }) => name !== 'attribution');
  return $buildComposite({ kind }, { content: $joined(others), attribution });
}

function $factBox(lines: readonly Line[]): CompositeNode {
  const title = lines.find(({ name }) => name === 'title')?.nodes ?? [];
  const others = lines.filter(({ name }) => name !== 'title');
  return $buildComposite({ kind: 'fact-box' }, { title, content: $joined(others) });
}

function $joined(lines: readonly Line[]): LexicalNode[] {
  return lines.flatMap(({ nodes }, index) => (index > 0 ? [$createLineBreakNode(), ...nodes] : [...nodes]));
}

/** Makes a list of the selected blocks, or plain paragraphs of them when they are one of this kind already. */
export function $toggleList(kind: ListType): void {
  if (!$storySelection()) return;
  if ($blockKind() === kind) $removeList();
  else {
    $makeParagraphs();
    $insertList(kind);
  }
}

/** Lists are made of paragraphs: whatever else is selected becomes one first. */
function $makeParagraphs(): void {
  for (const block of $selectedBlocks()) $turn(block, 'paragraph');
}

export function $blockKind(): BlockKind {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return 'other';
  const node = selection.anchor.getNode();
  const list = $listAround(node);
  if (list) return list.getListType();
  const block = node.getTopLevelElement();
  return block ? $kindOf(block) : 'other';
}

function $kindOf(block: LexicalNode): BlockKind {
  if ($isCompositeNode(block)) return block.getData().kind;
  if ($isHeadingNode(block)) return block.getTag();
  const kinds: readonly [BlockKind, (node: LexicalNode) => boolean][] = [
    ['field', $isFieldNode],
    ['table', $isTableNode],
    ['footnote', $isFootnoteNode],
    ['code', $isCodeNode],
  ];
  return (
    kinds.find(([, fits]) => fits(block))?.[0] ?? (block.getType() === 'paragraph' ? 'paragraph' : 'other')
  );
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
export function $storySelection(): RangeSelection | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const isInField = [selection.anchor, selection.focus].some((point) =>
    $isFieldNode(point.getNode().getTopLevelElement()),
  );
  return isInField ? null : selection;
}
