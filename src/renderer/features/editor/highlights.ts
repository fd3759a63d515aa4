import { $getNodeByKey, $isTextNode, type LexicalEditor, type NodeKey, TextNode } from 'lexical';
import { $claimsOf } from './nodes/node-state';

/** The names that editor.css styles as `::highlight(name)`; later ones are painted over earlier ones. */
export const highlightNames = [
  'claim-open',
  'claim-checked',
  'claim-failed',
  'claim-stale',
  'claim-active',
] as const;
export type HighlightName = (typeof highlightNames)[number];

/** How a claim is painted; null: not at all. */
export type PaintOf = (claim: string) => readonly HighlightName[];

/**
 * Paints claims with the CSS Custom Highlight API: nothing is added to the document, so painting can neither move
 * the caret nor change what is copied. The runs that carry claims are followed as they come and go; a key press in a
 * paragraph without claims costs nothing here.
 */
export class ClaimPainter {
  private readonly ranges = new Map<NodeKey, { claims: readonly string[]; range: Range }>();
  private readonly highlights = new Map<HighlightName, Highlight>();
  private readonly unregister: () => void;
  private paintOf: PaintOf = () => [];
  private isScheduled = false;

  constructor(editor: LexicalEditor) {
    for (const [priority, name] of highlightNames.entries()) {
      const highlight = new Highlight();
      highlight.priority = priority;
      this.highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    this.unregister = editor.registerMutationListener(TextNode, (mutations) => {
      let hasChanged = false;
      editor.getEditorState().read(() => {
        for (const [key, mutation] of mutations) {
          const changed = mutation === 'destroyed' ? this.ranges.delete(key) : this.$follow(editor, key);
          hasChanged ||= changed;
        }
      });
      if (hasChanged) this.schedule();
    });
  }

  /** Paints all runs anew by `paintOf`. */
  repaint(paintOf: PaintOf): void {
    this.paintOf = paintOf;
    this.schedule();
  }

  dispose(): void {
    this.unregister();
    for (const name of highlightNames) CSS.highlights.delete(name);
  }

  private $follow(editor: LexicalEditor, key: NodeKey): boolean {
    const node = $getNodeByKey(key);
    const element = editor.getElementByKey(key);
    const claims = $isTextNode(node) ? $claimsOf(node) : [];
    if (claims.length === 0 || !element) return this.ranges.delete(key);
    const range = document.createRange();
    range.selectNodeContents(element);
    this.ranges.set(key, { claims, range });
    return true;
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      this.paint();
    });
  }

  private paint(): void {
    for (const highlight of this.highlights.values()) highlight.clear();
    for (const { claims, range } of this.ranges.values()) {
      for (const name of new Set(claims.flatMap(this.paintOf))) this.highlights.get(name)?.add(range);
    }
  }
}
