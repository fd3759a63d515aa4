import type { NodeKey } from 'lexical';

/** A stretch of the document and the highlight that it belongs to. */
export interface Paint<Name extends string> {
  readonly name: Name;
  readonly range: StaticRange;
}

interface Entry<Name extends string> {
  readonly block: Element | null;
  readonly paints: readonly Paint<Name>[];
}

/**
 * Puts the paint of runs into CSS highlights, but only in blocks on the screen or at most one screen away from it. At
 * each change of the document browsers look at every range of every highlight again: five hundred claims cost half a
 * frame at every key, and those of three screens cost nothing.
 */
export class NearPainter<Name extends string> {
  private readonly highlights = new Map<Name, Highlight>();
  private readonly entries = new Map<NodeKey, Entry<Name>>();
  private readonly keysIn = new Map<Element | null, Set<NodeKey>>();
  private near = new Set<Element>();
  private readonly root: HTMLElement | null;
  private readonly resized: ResizeObserver;
  private frame = 0;

  /** `names`: later ones are painted over earlier ones. `root`: the element whose children are the blocks. */
  constructor(root: HTMLElement | null, names: readonly Name[]) {
    for (const [priority, name] of names.entries()) {
      const highlight = new Highlight();
      highlight.priority = priority;
      this.highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    this.root = root;
    // Called before the frame is painted, with the layout at hand.
    this.resized = new ResizeObserver(() => this.look());
    const scroller = root?.parentElement;
    if (root) this.resized.observe(root);
    if (scroller) this.resized.observe(scroller);
    scroller?.addEventListener('scroll', this.lookSoon, { passive: true });
  }

  /** Replaces the paint of one run. `element` is where it is drawn. */
  set(key: NodeKey, element: Element, paints: readonly Paint<Name>[]): void {
    this.delete(key);
    const block = this.blockOf(element);
    this.entries.set(key, { block, paints });
    const keys = this.keysIn.get(block);
    if (keys) keys.add(key);
    else {
      this.keysIn.set(block, new Set([key]));
      this.lookSoon();
    }
    if (block && this.near.has(block)) this.show(paints);
  }

  delete(key: NodeKey): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.hide(entry.paints);
    this.entries.delete(key);
    const keys = this.keysIn.get(entry.block);
    keys?.delete(key);
    if (keys?.size === 0) this.keysIn.delete(entry.block);
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.resized.disconnect();
    this.root?.parentElement?.removeEventListener('scroll', this.lookSoon);
    for (const name of this.highlights.keys()) CSS.highlights.delete(name);
  }

  private readonly lookSoon = (): void => {
    this.frame ||= requestAnimationFrame(() => this.look());
  };

  /** Finds out anew which blocks are near. */
  private look(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const before = this.near;
    this.near = blocksNear(this.root);
    for (const block of before) if (!this.near.has(block)) this.each(block, (paints) => this.hide(paints));
    for (const block of this.near) if (!before.has(block)) this.each(block, (paints) => this.show(paints));
  }

  private each(block: Element, work: (paints: readonly Paint<Name>[]) => void): void {
    for (const key of this.keysIn.get(block) ?? []) work(this.entries.get(key)?.paints ?? []);
  }

  private show(paints: readonly Paint<Name>[]): void {
    for (const { name, range } of paints) this.highlights.get(name)?.add(range);
  }

  private hide(paints: readonly Paint<Name>[]): void {
    for (const { name, range } of paints) this.highlights.get(name)?.delete(range);
  }

  private blockOf(element: Element): Element | null {
    let block: Element | null = element;
    while (block && block.parentElement !== this.root) block = block.parentElement;
    return block;
  }
}

/** The children of `root` that are in the window of its scroller, or one window above or below. */
function blocksNear(root: HTMLElement | null): Set<Element> {
  const near = new Set<Element>();
  const scroller = root?.parentElement;
  if (!root || !scroller) return near;
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const blocks = root.children;
  for (let at = firstBelow(blocks, top - height); at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || block.getBoundingClientRect().top > bottom + height) break;
    near.add(block);
  }
  return near;
}

/** The index of the first block that reaches below a height on the screen: blocks stand one below the other. */
function firstBelow(blocks: HTMLCollection, height: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.getBoundingClientRect().bottom < height) low = middle + 1;
    else high = middle;
  }
  return low;
}
