import {
  $createRangeSelection,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { ArticleEditor } from './article-editor';
import { $reviewOf } from './nodes/node-state';

/** A stretch of the plain text of one line, in UTF-16 units. */
export interface Stretch {
  /** The id of the line, as `textBlocks` gives it. */
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

/** A run of text or a line break, and where it begins in its line. */
export interface Leaf {
  readonly node: LexicalNode;
  readonly start: number;
  readonly end: number;
}

/**
 * The leaves of one line with their offsets in its plain text: what `plainText` of the stored line counts. With
 * `inCopy` what is only suggested is left out, as `copyText` does.
 */
export function $leavesOf(line: ElementNode, inCopy = false): Leaf[] {
  const leaves: Leaf[] = [];
  // The paragraphs of a cell are its lines.
  const parts = line.getType() === 'tablecell' ? line.getChildren().filter($isElementNode) : [line];
  let offset = 0;
  for (const [index, part] of parts.entries()) {
    if (index > 0) offset += 1;
    for (const node of $inlineLeaves(part)) {
      if (inCopy && $isTextNode(node) && $reviewOf(node).inserted !== undefined) continue;
      const end = offset + node.getTextContentSize();
      leaves.push({ node, start: offset, end });
      offset = end;
    }
  }
  return leaves;
}

function $inlineLeaves(element: ElementNode): LexicalNode[] {
  return element.getChildren().flatMap((child) => {
    if ($isTextNode(child) || $isLineBreakNode(child)) return [child];
    return $isElementNode(child) && child.isInline() ? $inlineLeaves(child) : [];
  });
}

/** Selects a stretch of one line; nothing happens when the line is gone. */
export function selectText(editor: ArticleEditor, stretch: Stretch): void {
  editor.lexical.update(
    () => {
      const line = editor.$lineById(stretch.blockId);
      if (line) $selectStretch(line, stretch);
    },
    { discrete: true },
  );
}

export function $selectStretch(line: ElementNode, { start, end }: Stretch): RangeSelection | null {
  const leaves = $leavesOf(line);
  const first = leaves.find((leaf) => start < leaf.end && $isTextNode(leaf.node));
  const last = leaves.findLast((leaf) => end > leaf.start && $isTextNode(leaf.node));
  if (!first || !last) {
    line.selectStart();
    return null;
  }
  const selection = $createRangeSelection();
  selection.anchor.set(first.node.getKey(), Math.max(0, start - first.start), 'text');
  selection.focus.set(last.node.getKey(), Math.min(end, last.end) - last.start, 'text');
  $setSelection(selection);
  return selection;
}
