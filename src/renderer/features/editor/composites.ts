import {
  $createLineBreakNode,
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type RangeSelection,
  TextNode,
} from 'lexical';
import type { SlotName } from '#core/body/blocks';
import { $isCodeNode } from './nodes/code-node';
import {
  $createSlotNode,
  $isCompositeNode,
  $isSlotNode,
  CompositeNode,
  SlotNode,
  slotNames,
} from './nodes/composite-node';

/** Keeps the lines of composites in place, and says what Return does in them and in code. */
export function registerComposites(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(CompositeNode, $keepSlots),
    editor.registerNodeTransform(SlotNode, $freeStray),
    editor.registerNodeTransform(TextNode, $keepCodePlain),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $insertParagraph, COMMAND_PRIORITY_HIGH),
  );
}

/** Exactly the lines of the table, in its order; what else came in goes into the first free line, or behind. */
function $keepSlots(node: CompositeNode): void {
  const names = slotNames(node.getData().kind);
  const children = node.getChildren();
  const found = new Map<SlotName, SlotNode>();
  for (const child of children) {
    if (!$isSlotNode(child)) continue;
    const isWanted = names.includes(child.getName()) && !found.has(child.getName());
    if (isWanted) found.set(child.getName(), child);
  }
  const isInOrder =
    children.length === names.length && names.every((name, index) => found.get(name)?.is(children[index]));
  if (isInOrder) return;
  const slots = names.map((name) => found.get(name) ?? $createSlotNode(name));
  const strays = children.filter((child) => !slots.some((slot) => slot.is(child)));
  for (const slot of slots) node.append(slot);
  for (const stray of strays.toReversed()) $moveOut(node, stray);
}

function $moveOut(composite: CompositeNode, stray: LexicalNode): void {
  if ($isSlotNode(stray)) {
    const content = stray.getChildren();
    if (content.length > 0) composite.insertAfter($createParagraphNode().append(...content));
    stray.remove();
  } else if ($isElementNode(stray) && !stray.isInline()) composite.insertAfter(stray);
  else composite.insertAfter($createParagraphNode().append(stray));
}

/** A line that was parted from its block is a paragraph. */
function $freeStray(slot: SlotNode): void {
  if (!$isCompositeNode(slot.getParent())) slot.replace($createParagraphNode(), true);
}

/** Code has no marks. */
function $keepCodePlain(node: TextNode): void {
  if (node.getFormat() !== 0 && $isCodeNode(node.getParent())) node.setFormat(0);
}

function $insertParagraph(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const line = $lineAt(selection);
  if ($isCodeNode(line)) return $insertLine(line, selection);
  if (!$isSlotNode(line)) return false;
  const composite = line.getParent();
  if (!$isCompositeNode(composite)) return false;
  const isText = composite.getData().kind === 'fact-box' && line.getName() === 'content';
  if (isText) return $insertLine(line, selection);
  if (!selection.isCollapsed()) selection.removeText();
  const next = line.getNextSibling();
  if ($isSlotNode(next)) next.selectStart();
  else $leave(composite);
  return true;
}

/** A new line in code or a box; Return on an empty last line leaves the block. */
function $insertLine(line: ElementNode, selection: RangeSelection): boolean {
  const last = line.getLastChild();
  const isOnEmptyLastLine =
    selection.isCollapsed() &&
    selection.anchor.key === line.getKey() &&
    selection.anchor.offset === line.getChildrenSize() &&
    $isLineBreakNode(last);
  if (isOnEmptyLastLine) {
    last.remove();
    $leave($isSlotNode(line) ? line.getParentOrThrow() : line);
  } else selection.insertNodes([$createLineBreakNode()]);
  return true;
}

/** Goes on in a new paragraph behind a block. */
function $leave(block: ElementNode): void {
  const paragraph = $createParagraphNode();
  block.insertAfter(paragraph);
  paragraph.select();
}

/** The line of text that a selection starts in: the innermost element that is not inline. */
export function $lineAt(selection: RangeSelection): ElementNode | null {
  const node = selection.anchor.getNode();
  const candidates = [node, ...node.getParents()].filter($isElementNode);
  return candidates.find((element) => !element.isInline()) ?? null;
}
