import type { Body } from '#core/body/schema';
import type { AnchorRange } from '#core/claims/anchors';
import type { ContextFact } from '#core/commands/table';
import { createStore } from './store';

/** What the rest of the window may ask of the editor. Features never import each other: they meet here. */
export interface EditorPort {
  /** Puts the caret back where it was in the text. */
  focus(): void;
  /** Marks the selected words as a claim and gives their text; null when nothing is selected. */
  markClaim(id: string): string | null;
  unmarkClaim(id: string): void;
  /** Puts a comment on the selected words and gives their text; null when nothing is selected. */
  markComment(id: string): string | null;
  unmarkComment(id: string): void;
  /** Puts the caret at the first run with a comment or a suggestion. */
  goToReviewed(id: string): void;
  /** Puts the caret at the beginning of a block. */
  goToBlock(id: string): void;
  /** Selects `[start, end)` (UTF-16 units) in the text of a block. */
  selectIn(blockId: string, start: number, end: number): void;
  /** Brings a claim, or a block, into view without moving the caret. */
  revealClaim(id: string): void;
  revealBlock(id: string): void;
  /** Brings a stretch of the copy into view without moving the caret. */
  revealStretch(stretch: AnchorRange): void;
  /** Paints what is suggested as claims, and the one that is looked at (-1: none); null takes the paint away. */
  paintSuggested(stretches: readonly AnchorRange[] | null, current: number): void;
  /** Makes the text equal to `body` as one step that can be undone. */
  applyBody(change: (body: Body) => Body): void;
  /** True when no word has been written. */
  isEmpty(): boolean;
}

export const editorPort = createStore<EditorPort | null>(null);

let isFocusWanted = false;

/** Puts the caret into the article that is being opened, as soon as it is on the screen. */
export function focusWhenOpen(): void {
  isFocusWanted = true;
}

/** Whether the editor that has just come onto the screen shall take the focus; asked once. */
export function takesFocus(): boolean {
  const isWanted = isFocusWanted;
  isFocusWanted = false;
  return isWanted;
}

/** The claim that is being looked at, in the text and in the panel alike. */
export const activeClaim = createStore<string | null>(null);

/** What holds now (a selection, an open article …): commands, menu and toolbar are greyed by it. */
export const facts = createStore<ReadonlySet<ContextFact>>(new Set());

export function setFact(fact: ContextFact, holds: boolean): void {
  facts.update((current) => {
    if (current.has(fact) === holds) return current;
    const next = new Set(current);
    if (holds) next.add(fact);
    else next.delete(fact);
    return next;
  });
}
