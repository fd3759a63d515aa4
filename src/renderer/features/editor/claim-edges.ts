import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_END_COMMAND,
  COMPOSITION_START_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  TextNode,
} from 'lexical';
import { $claimsOf, $setClaims } from './nodes/node-state';

/** A run of text as it was before the edit, and where the caret stood in it (UTF-16 units; -1: elsewhere). */
interface Before {
  readonly key: NodeKey;
  readonly text: string;
  readonly caret: number;
}

/**
 * What typing at the edge of a claim does. Text that is typed right before or behind a claim stays outside it: a
 * claim never swallows the sentence that follows. But a caret that came to the edge by editing inside the claim
 * (its last word was deleted or replaced) goes on inside until it moves, so that a word can be typed again and the
 * outcome that was given on it stands again.
 */
export function registerClaimEdges(editor: LexicalEditor): () => void {
  let insideKey: NodeKey | null = null;
  let caretAfterEdit = '';
  let composing: Before | null = null;

  const $transform = (node: TextNode): void => {
    const claims = $claimsOf(node);
    if (claims.length === 0 || editor.isComposing()) return;
    const key = node.getKey();
    const before = composing?.key === key ? composing : beforeOf(editor, key);
    composing = null;
    if (!before) return;
    const edge = grownEdge(before, node.getTextContent());
    if (edge === null) insideKey = before.text === node.getTextContent() ? insideKey : key;
    else if (insideKey !== key) $pushOut(node, claims, edge, before.text.length);
  };

  return mergeRegister(
    editor.registerNodeTransform(TextNode, $transform),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      const caret = editorState.read(caretName);
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0 && caret !== caretAfterEdit) insideKey = null;
      caretAfterEdit = caret;
    }),
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        const selection = $getSelection();
        const key = $isRangeSelection(selection) ? selection.anchor.key : '';
        composing = beforeOf(editor, key);
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      COMPOSITION_END_COMMAND,
      () => {
        const key = composing?.key;
        // The composed text may be in the node already: look at it once more when Lexical is done with it.
        if (key)
          queueMicrotask(() =>
            editor.update(() => $getNodeByKey(key)?.markDirty(), { tag: HISTORY_MERGE_TAG }),
          );
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

/** The run as the last committed state has it; null when it did not exist then. */
function beforeOf(editor: LexicalEditor, key: NodeKey): Before | null {
  return editor.getEditorState().read(() => {
    const node = $getNodeByKey(key);
    if (!$isTextNode(node)) return null;
    const selection = $getSelection();
    const isHere = $isRangeSelection(selection) && selection.isCollapsed() && selection.anchor.key === key;
    return { key, text: node.getTextContent(), caret: isHere ? selection.anchor.offset : -1 };
  });
}

type Edge = 'start' | 'end';

/** The edge at which text was added; null when anything else happened to the run. */
function grownEdge(before: Before, text: string): Edge | null {
  if (text.length <= before.text.length) return null;
  if (before.caret === before.text.length && text.startsWith(before.text)) return 'end';
  if (before.caret === 0 && text.endsWith(before.text)) return 'start';
  return null;
}

/** Takes the added text out of every claim that ends at this edge; claims that go on behind it keep it. */
function $pushOut(node: TextNode, claims: readonly string[], edge: Edge, oldLength: number): void {
  const added = node.getTextContentSize() - oldLength;
  const pieces = node.splitText(edge === 'end' ? oldLength : added);
  const piece = edge === 'end' ? pieces[1] : pieces[0];
  const neighbour = edge === 'end' ? piece?.getNextSibling() : piece?.getPreviousSibling();
  const shared = claimsOfNeighbour(neighbour);
  if (piece)
    $setClaims(
      piece,
      claims.filter((claim) => shared.includes(claim)),
    );
}

function claimsOfNeighbour(node: LexicalNode | null | undefined): readonly string[] {
  return $isTextNode(node) ? $claimsOf(node) : [];
}

function caretName(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return '';
  return `${selection.anchor.key}:${selection.anchor.offset}:${selection.focus.key}:${selection.focus.offset}`;
}
