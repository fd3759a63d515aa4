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
import { fieldTypes } from '#core/body/blocks';
import { $lineAt } from './composites';
import { $isCodeNode } from './nodes/code-node';
import { $isCompositeNode, $isSlotNode, type SlotNode } from './nodes/composite-node';
import { $createFieldNode, $isFieldNode, FieldNode } from './nodes/field-node';
import {
  $isFootnoteNode,
  $isNoteReferenceNode,
  type FootnoteNode,
  type NoteReferenceNode,
} from './nodes/footnote-nodes';
import { $blockIdOf, $setBlockId } from './nodes/node-state';

/**
 * Keeps the shape of an article whatever is typed, pasted or deleted: headline, standfirst and byline first, once
 * each, then at least one block of story.
 */
export function registerRootShape(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, (root) => {
      if (!$isHeadInOrder(root)) $keepShape(root);
    }),
    // A second headline can only come in as a new node, which is looked at as such: the root need not look for one.
    editor.registerNodeTransform(FieldNode, (field) => {
      if (!$isHeadInOrder($getRoot()) || $isStray(field)) $keepShape($getRoot());
    }),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveField, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $leaveField, COMMAND_PRIORITY_HIGH),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $guardBorder, COMMAND_PRIORITY_HIGH),
    ),
  );
}

/** Runs at every key: it must not visit all blocks. */
function $isHeadInOrder(root: RootNode): boolean {
  let node = root.getFirstChild();
  for (const type of fieldTypes) {
    if (!$isFieldNode(node) || node.getField() !== type) return false;
    node = node.getNextSibling();
  }
  return node !== null && !$isFootnoteNode(node) && !$isFieldNode(node);
}

/** A field behind the head, or in a block. */
function $isStray(field: FieldNode): boolean {
  const place = fieldTypes.indexOf(field.getField());
  let node = $getRoot().getFirstChild();
  for (let at = 0; at < place; at += 1) node = node?.getNextSibling() ?? null;
  return !field.is(node);
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
  const behind = root.getChildren()[fieldTypes.length];
  if (behind === undefined) root.append($createParagraphNode());
  else if ($isFootnoteNode(behind)) behind.insertBefore($createParagraphNode());
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

/** Return in a field goes on to the next one, as in a form; from the byline into the story, from a note to its call. */
function $leaveField(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const note = $lineAt(selection);
  if ($isFootnoteNode(note)) return $backOutOfNote(note);
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

/**
 * Deleting never joins a line that has its own place (a field, a line of a composite, a note) with what stands
 * beside it; an empty paragraph beside one just goes.
 */
function $guardBorder(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const line = $lineAt(selection);
  if (!line) return false;
  return isBackward ? $guardBefore(line, selection) : $guardAfter(line, selection);
}

function $guardBefore(line: ElementNode, selection: RangeSelection): boolean {
  if (!$isAtEdge(line, selection, 'start')) return false;
  if ($isSlotNode(line)) return $backOutOfSlot(line);
  if ($isFootnoteNode(line)) return $backOutOfNote(line);
  const previous = line.getPreviousSibling();
  if ($isFieldNode(line)) {
    if ($isElementNode(previous)) previous.selectEnd();
    return true;
  }
  if ($isCodeNode(line) && line.isEmpty()) {
    const paragraph = $createParagraphNode();
    line.replace(paragraph);
    paragraph.select();
    return true;
  }
  if (line.getType() !== 'paragraph' || !$keepsItsPlace(previous)) return false;
  if (!$isElementNode(previous)) return true;
  const isSpare = line.isEmpty() && $getRoot().getChildrenSize() > fieldTypes.length + 1;
  previous.selectEnd();
  if (isSpare) line.remove();
  return true;
}

/** Nothing may run into these from outside. */
function $keepsItsPlace(node: LexicalNode | null): boolean {
  return $isFieldNode(node) || $isCompositeNode(node) || $isCodeNode(node) || $isFootnoteNode(node);
}

/** From the first line of a composite, Backspace takes the frame away and keeps the words; from others it goes up. */
function $backOutOfSlot(slot: SlotNode): boolean {
  const previous = slot.getPreviousSibling();
  const composite = slot.getParent();
  if ($isSlotNode(previous)) previous.selectEnd();
  else if ($isCompositeNode(composite)) {
    const lines = composite.getChildren().filter($isSlotNode);
    const paragraphs = lines
      .filter((line, index) => index === 0 || !line.isEmpty())
      .map((line) => $createParagraphNode().append(...line.getChildren()));
    let last: LexicalNode = composite;
    for (const paragraph of paragraphs) {
      last.insertAfter(paragraph, false);
      last = paragraph;
    }
    const [first] = paragraphs;
    if (first) $setBlockId(first, $blockIdOf(composite));
    composite.remove();
    first?.selectStart();
  }
  return true;
}

/** An empty note goes with its call, and the caret goes back to where it was called. */
function $backOutOfNote(note: FootnoteNode): boolean {
  const call = $callOf($blockIdOf(note));
  if (call) call.selectNext(0, 0);
  if (note.isEmpty()) {
    call?.remove();
    note.remove();
  }
  return true;
}

function $guardAfter(line: ElementNode, selection: RangeSelection): boolean {
  if (!$isAtEdge(line, selection, 'end')) return false;
  if ($isFieldNode(line) || $isSlotNode(line) || $isFootnoteNode(line) || $isCodeNode(line)) return true;
  return $keepsItsPlace(line.getNextSibling());
}

/** The call of a note in the text; null when nothing calls it. */
export function $callOf(note: string): NoteReferenceNode | null {
  const walk = (element: ElementNode): NoteReferenceNode | null => {
    for (const child of element.getChildren()) {
      if ($isNoteReferenceNode(child) && child.getNote() === note) return child;
      const inner = $isElementNode(child) ? walk(child) : null;
      if (inner) return inner;
    }
    return null;
  };
  return walk($getRoot());
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
