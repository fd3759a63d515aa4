/** Where the selection is on the screen; null when it is not in `surface`. */
export function selectionRect(surface: HTMLElement | null): DOMRect | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0 || !surface?.contains(selection.focusNode)) return null;
  const range = selection.getRangeAt(0);
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  if (rect.width > 0 || rect.height > 0) return rect;
  // An empty line has no letters to measure.
  const node = selection.focusNode;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.getBoundingClientRect() ?? null;
}

/** A place beside `rect` for something of this size, inside the window; below, or above when there is no room. */
export function placeBeside(
  rect: DOMRect,
  size: { readonly width: number; readonly height: number },
  side: 'above' | 'below',
): { left: number; top: number } {
  const gap = 8;
  const below = rect.bottom + gap;
  const above = rect.top - gap - size.height;
  const isBelow = side === 'below' ? below + size.height < window.innerHeight : above < 44;
  const left = Math.min(Math.max(8, rect.left), window.innerWidth - size.width - 8);
  return { left, top: isBelow ? below : Math.max(8, above) };
}
