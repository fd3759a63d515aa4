import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type TextNode,
} from 'lexical';
import { $claimsOf, $reviewOf, $setClaims, $setReview } from './nodes/node-state';

/** Every run of text below `element`, in reading order. */
export function* $textNodes(element: ElementNode = $getRoot()): Generator<TextNode> {
  for (const child of element.getChildren()) {
    if ($isTextNode(child)) yield child;
    else if ($isElementNode(child)) yield* $textNodes(child);
  }
}

/** Marks the selected words, without the blanks at both ends. Returns their text; null when there are none. */
export function $markSelection(claim: string): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  if (selection.getTextContent().trim() === '') return null;
  const nodes = $trimBlanks(selection.extract().filter($isTextNode));
  for (const node of nodes) $setClaims(node, [...$claimsOf(node), claim]);
  return nodes.map((node) => node.getTextContent()).join('');
}

function $trimBlanks(nodes: readonly TextNode[]): TextNode[] {
  const [first, ...rest] = nodes;
  if (!first) return [];
  const text = first.getTextContent();
  const lead = text.length - text.trimStart().length;
  if (lead === text.length) return $trimBlanks(rest);
  const head = lead === 0 ? first : first.splitText(lead)[1];
  return $trimEnd(head ? [head, ...rest] : rest);
}

function $trimEnd(nodes: readonly TextNode[]): TextNode[] {
  const last = nodes.at(-1);
  if (!last) return [];
  const length = last.getTextContent().trimEnd().length;
  if (length === 0) return $trimEnd(nodes.slice(0, -1));
  const tail = length === last.getTextContentSize() ? last : last.splitText(length)[0];
  return tail ? [...nodes.slice(0, -1), tail] : nodes.slice(0, -1);
}

/** Puts a comment on the selected words, without the blanks at both ends. Returns their text; null when there are none. */
export function $commentSelection(comment: string): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  if (selection.getTextContent().trim() === '') return null;
  const nodes = $trimBlanks(selection.extract().filter($isTextNode));
  for (const node of nodes) {
    const review = $reviewOf(node);
    $setReview(node, { ...review, comments: [...(review.comments ?? []), comment] });
  }
  return nodes.map((node) => node.getTextContent()).join('');
}

/** Takes a comment off every run that carries it. */
export function $uncomment(comment: string): void {
  for (const node of [...$textNodes()]) {
    const review = $reviewOf(node);
    if (!review.comments?.includes(comment)) continue;
    $setReview(node, { ...review, comments: review.comments.filter((id) => id !== comment) });
  }
}

/** The first run with a comment, or with a suggestion; null when it is gone. */
export function $firstReviewed(id: string): TextNode | null {
  for (const node of $textNodes()) {
    const { comments, inserted, deleted } = $reviewOf(node);
    if (comments?.includes(id) || inserted === id || deleted === id) return node;
  }
  return null;
}

/** The comment under the caret; the last one where several overlap. */
export function $commentAtCaret(): string | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
  return $isTextNode(node) ? ($reviewOf(node).comments?.at(-1) ?? null) : null;
}

/** Takes a claim off every run that carries it. */
export function $unmark(claim: string): void {
  for (const node of [...$textNodes()]) {
    const claims = $claimsOf(node);
    if (claims.includes(claim))
      $setClaims(
        node,
        claims.filter((id) => id !== claim),
      );
  }
}

/** The run that a claim begins with; null when its words are gone. */
export function $firstRunOf(claim: string): TextNode | null {
  for (const node of $textNodes()) if ($claimsOf(node).includes(claim)) return node;
  return null;
}

/** The claim under the caret; any one of them where several overlap. */
export function $claimAtCaret(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  return $isTextNode(node) ? ($claimsOf(node).at(-1) ?? null) : null;
}

/**
 * Words that are pasted keep their claims only when those claims have lost their own words, that is after a cut:
 * a copy never stands under somebody's outcome, and neither does text from another article. Comments and undecided
 * suggestions stay with the text that they were made on.
 */
export function registerClaimPaste(editor: LexicalEditor, isKnown: (claim: string) => boolean): () => void {
  return editor.registerCommand(
    SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
    ({ nodes }) => {
      const present = new Set([...$textNodes()].flatMap((node) => $claimsOf(node)));
      for (const node of nodes) $keepClaims(node, (claim) => isKnown(claim) && !present.has(claim));
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
}

function $keepClaims(node: LexicalNode, keep: (claim: string) => boolean): void {
  if ($isTextNode(node)) $setReview($setClaims(node, $claimsOf(node).filter(keep)), {});
  else if ($isElementNode(node)) for (const child of node.getChildren()) $keepClaims(child, keep);
}
