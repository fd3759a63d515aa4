import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type ElementNode,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type RangeSelection,
  RootNode,
} from 'lexical';
import { fieldTypes } from '#core/body/schema';
import { $createFieldNode, $isFieldNode, type FieldNode } from './nodes/field-node';

/**
 * Keeps the shape of an article whatever is typed, pasted or deleted: headline, standfirst and byline first, once
 * each, then at least one block of story.
 */
export function registerRootShape(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $keepShape),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveField, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $leaveField, COMMAND_PRIORITY_HIGH),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $guardBorder, COMMAND_PRIORITY_HIGH),
    ),
  );
}

function $keepShape(root: RootNode): void {
  const children = root.getChildren();
  const first = fieldTypes.map((type) =>
    children.find((node) => $isFieldNode(node) && node.getField() === type),
  );
  const isInOrder = first.every((node, index) => node !== undefined && node === children[index]);
  const strays = children.filter((node) => $isFieldNode(node) && !first.includes(node)) as FieldNode[];
  for (const stray of strays) stray.replace($createParagraphNode(), true);
  if (!isInOrder) $putFieldsFirst(root, first);
  if (root.getChildrenSize() === fieldTypes.length) root.append($createParagraphNode());
}

function $putFieldsFirst(root: RootNode, found: readonly (LexicalNode | undefined)[]): void {
  const fields = fieldTypes.map((type, index) => found[index] ?? $createFieldNode(type));
  let before: LexicalNode | null = null;
  for (const node of fields) {
    if (before) before.insertAfter(node);
    else if (root.getFirstChild() !== node) $prepend(root, node);
    before = node;
  }
}

function $prepend(root: RootNode, node: LexicalNode): void {
  const head = root.getFirstChild();
  if (head) head.insertBefore(node);
  else root.append(node);
}

/** Return in a field goes on to the next one, as in a form; from the byline into the story. */
function $leaveField(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const field = $fieldAt(selection);
  if (!field) return false;
  const next = field.getNextSibling();
  if ($isElementNode(next)) next.selectStart();
  return true;
}

function $fieldAt(selection: RangeSelection): FieldNode | null {
  const block = selection.anchor.getNode().getTopLevelElement();
  return $isFieldNode(block) ? block : null;
}

/** Deleting never joins a field with what stands beside it; an empty paragraph under the byline just goes. */
function $guardBorder(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = selection.anchor.getNode().getTopLevelElement();
  if (!$isElementNode(block)) return false;
  return isBackward ? $guardBefore(block, selection) : $guardAfter(block, selection);
}

function $guardBefore(block: ElementNode, selection: RangeSelection): boolean {
  const previous = block.getPreviousSibling();
  if (!$isFieldNode(block) && (!$isFieldNode(previous) || block.getType() !== 'paragraph')) return false;
  if (!$isAtEdge(block, selection, 'start')) return false;
  if (!$isElementNode(previous)) return true;
  const isSpare =
    !$isFieldNode(block) && block.isEmpty() && $getRoot().getChildrenSize() > fieldTypes.length + 1;
  previous.selectEnd();
  if (isSpare) block.remove();
  return true;
}

function $guardAfter(block: ElementNode, selection: RangeSelection): boolean {
  return $isFieldNode(block) && $isAtEdge(block, selection, 'end');
}

function $isAtEdge(block: ElementNode, selection: RangeSelection, edge: 'start' | 'end'): boolean {
  const { anchor } = selection;
  const node = anchor.getNode();
  const isAtNodeEdge = anchor.offset === (edge === 'start' ? 0 : sizeOf(node));
  const outermost = edge === 'start' ? block.getFirstDescendant() : block.getLastDescendant();
  return isAtNodeEdge && (node.is(block) || node.is(outermost));
}

function sizeOf(node: LexicalNode): number {
  return $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
}
