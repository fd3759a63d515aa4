import { $getNodeByKey, $isTextNode, type LexicalEditor, type NodeKey, TextNode } from 'lexical';
import type { Review } from '#core/body/normalize';
import { NearPainter } from './near-painter';
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

interface Followed {
  readonly carried: Carried;
  readonly element: HTMLElement;
  readonly range: StaticRange;
  /** What it is painted as now, joined. */
  painted: string;
}

/**
 * Paints claims, comments and suggestions with the CSS Custom Highlight API: nothing is added to the document, so
 * painting can neither move the caret nor change what is copied. The runs that carry something are followed as they
 * come and go, and only what changed is painted anew: a key press costs nothing elsewhere. Static ranges over an
 * element's children stay right while its text changes, and cost the browser nothing on every edit as live ones do.
 */
export class RunPainter {
  private readonly followed = new Map<NodeKey, Followed>();
  private readonly painter: NearPainter<HighlightName>;
  private readonly unregister: () => void;
  private paintOf: PaintOf = () => [];
  private isScheduled = false;

  constructor(editor: LexicalEditor) {
    this.painter = new NearPainter(editor.getRootElement(), highlightNames);
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
      for (const [key, run] of this.followed) this.paint(key, run);
    });
  }

  dispose(): void {
    this.unregister();
    this.painter.dispose();
  }

  private $follow(editor: LexicalEditor, key: NodeKey): void {
    const node = $getNodeByKey(key);
    const element = editor.getElementByKey(key);
    const known = this.followed.get(key);
    if (!$isTextNode(node) || !element) {
      this.forget(key);
      return;
    }
    const carried = { claims: $claimsOf(node), review: $reviewOf(node) };
    if (carried.claims.length === 0 && Object.keys(carried.review).length === 0) {
      this.forget(key);
      return;
    }
    if (known?.element === element && isSame(known.carried, carried)) return;
    this.forget(key);
    const range = new StaticRange({
      startContainer: element,
      startOffset: 0,
      endContainer: element,
      endOffset: element.childNodes.length,
    });
    const run: Followed = { carried, element, range, painted: '' };
    this.followed.set(key, run);
    this.paint(key, run);
  }

  private forget(key: NodeKey): void {
    if (this.followed.delete(key)) this.painter.delete(key);
  }

  private paint(key: NodeKey, run: Followed): void {
    const names = [...new Set(this.paintOf(run.carried))];
    const painted = names.join();
    if (painted === run.painted) return;
    run.painted = painted;
    this.painter.set(
      key,
      run.element,
      names.map((name) => ({ name, range: run.range })),
    );
  }
}

function isSame(a: Carried, b: Carried): boolean {
  return a.claims.join() === b.claims.join() && JSON.stringify(a.review) === JSON.stringify(b.review);
}
