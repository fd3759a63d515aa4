import { $getNodeByKey, $isTextNode, type LexicalEditor, type NodeKey, TextNode } from 'lexical';
import type { Review } from '#core/body/normalize';
import { $claimsOf, $reviewOf } from './nodes/node-state';

/** The names that editor.css styles as `::highlight(name)`; later ones are painted over earlier ones. */
export const highlightNames = [
  'comment',
  'claim-open',
  'claim-checked',
  'claim-failed',
  'claim-stale',
  'inserted',
  'deleted',
  'comment-active',
  'claim-active',
] as const;
export type HighlightName = (typeof highlightNames)[number];

/** What a run of text carries that may be painted. */
export interface Carried {
  readonly claims: readonly string[];
  readonly review: Review;
}

/** How a run is painted. */
export type PaintOf = (carried: Carried) => readonly HighlightName[];

interface Painted {
  readonly carried: Carried;
  readonly range: StaticRange;
  names: readonly HighlightName[];
}

/**
 * Paints claims, comments and suggestions with the CSS Custom Highlight API: nothing is added to the document, so
 * painting can neither move the caret nor change what is copied. The runs that carry something are followed as they
 * come and go, and only what changed is painted anew: a key press costs nothing elsewhere. Static ranges over an
 * element's children stay right while its text changes, and cost the browser nothing on every edit as live ones do.
 */
export class RunPainter {
  private readonly painted = new Map<NodeKey, Painted>();
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
      editor.getEditorState().read(() => {
        for (const [key, mutation] of mutations) {
          if (mutation === 'destroyed') this.forget(key);
          else this.$follow(editor, key);
        }
      });
    });
  }

  /** Paints all runs anew by `paintOf`. */
  repaint(paintOf: PaintOf): void {
    this.paintOf = paintOf;
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      for (const entry of this.painted.values()) this.paint(entry);
    });
  }

  dispose(): void {
    this.unregister();
    for (const name of highlightNames) CSS.highlights.delete(name);
  }

  private $follow(editor: LexicalEditor, key: NodeKey): void {
    const node = $getNodeByKey(key);
    const element = editor.getElementByKey(key);
    const known = this.painted.get(key);
    if (!$isTextNode(node) || !element) {
      this.forget(key);
      return;
    }
    const carried = { claims: $claimsOf(node), review: $reviewOf(node) };
    if (carried.claims.length === 0 && Object.keys(carried.review).length === 0) {
      this.forget(key);
      return;
    }
    if (known?.range.startContainer === element && isSame(known.carried, carried)) return;
    this.forget(key);
    const endOffset = element.childNodes.length;
    const range = new StaticRange({
      startContainer: element,
      startOffset: 0,
      endContainer: element,
      endOffset,
    });
    const entry: Painted = { carried, range, names: [] };
    this.painted.set(key, entry);
    this.paint(entry);
  }

  private forget(key: NodeKey): void {
    const known = this.painted.get(key);
    if (!known) return;
    this.painted.delete(key);
    for (const name of known.names) this.highlights.get(name)?.delete(known.range);
  }

  private paint(entry: Painted): void {
    const names = [...new Set(this.paintOf(entry.carried))];
    if (names.join() === entry.names.join()) return;
    for (const name of entry.names) this.highlights.get(name)?.delete(entry.range);
    for (const name of names) this.highlights.get(name)?.add(entry.range);
    entry.names = names;
  }
}

function isSame(a: Carried, b: Carried): boolean {
  return a.claims.join() === b.claims.join() && JSON.stringify(a.review) === JSON.stringify(b.review);
}
