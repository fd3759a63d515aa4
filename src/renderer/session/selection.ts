import { createStore } from './store';

/** Articles that were picked out of a list. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The place in the list from which Shift extends; null: none yet. */
  readonly anchor: number | null;
  /** What was selected before Shift began to extend: a range that shrinks gives back only its own. */
  readonly before: ReadonlySet<string>;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null, before: new Set() };

/** The articles that batch commands are about: every list of the window selects here. */
export const selection = createStore<Selection>(nothingSelected);

/** The selection with the article at a place added or taken out; the next range begins there. */
export function toggled({ ids }: Selection, id: string, at: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  const before = new Set(next);
  // What was just taken out comes back only if the range is drawn over it again.
  return { ids: next, anchor: at, before };
}

/** The selection with a whole range, which replaces the last one from the same anchor. */
export function extended({ anchor, before }: Selection, range: Iterable<string>): Selection {
  return { ids: new Set([...before, ...range]), anchor, before };
}

/** Where a range stands that reaches from the anchor to `at`: first and last place, both included. */
export function rangeTo(
  anchor: number | null,
  at: number,
): { readonly first: number; readonly last: number } {
  return { first: Math.min(anchor ?? at, at), last: Math.max(anchor ?? at, at) };
}

export function select(ids: Iterable<string>, anchor: number | null = null): void {
  selection.set({ ids: new Set(ids), anchor, before: new Set() });
}

export function toggleSelected(id: string, at: number): void {
  selection.update((current) => toggled(current, id, at));
}

/** Shift begins to extend here, where nothing has begun yet. */
export function anchorAt(at: number): void {
  selection.update((current) =>
    current.anchor === null ? { ...current, anchor: at, before: current.ids } : current,
  );
}

/** The cursor has gone on without Shift: the next range begins where it is then. */
export function liftAnchor(): void {
  if (selection.get().anchor !== null) selection.update((current) => ({ ...current, anchor: null }));
}

export function clearSelection(): void {
  if (selection.get() !== nothingSelected) selection.set(nothingSelected);
}

/** Takes articles out that are no longer there. */
export function unselect(gone: Iterable<string>): void {
  const { ids, anchor } = selection.get();
  const rest = new Set(ids);
  for (const id of gone) rest.delete(id);
  if (rest.size !== ids.size) selection.set({ ids: rest, anchor, before: new Set() });
}
