import type { KeyboardEvent } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { runCommand } from '../../../commands/registry';
import type { ListState } from '../../../session/result-list';
import { anchorAt, liftAnchor, select, selection } from '../../../session/selection';
import { pick, pickAll } from '../pick';

interface LaneKeys {
  /** The place with the cursor; −1 in an empty column. */
  readonly at: number;
  readonly state: ListState;
  /** How many cards are seen at once. */
  readonly pageLength: number;
  readonly moveTo: (at: number) => void;
  readonly open: (article: ArticleSummary) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onMoveBeside: (article: ArticleSummary, step: 1 | -1) => void;
  readonly onMoveTo: (article: ArticleSummary) => void;
}

/** The keys of a column of the board. */
export function useLaneKeys(lane: LaneKeys): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const isDone =
      event.ctrlKey || event.metaKey ? modKey(lane, event) : moveKey(lane, event) || cardKey(lane, event);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function sideways(key: string): 1 | -1 | null {
  if (key === 'ArrowLeft') return -1;
  return key === 'ArrowRight' ? 1 : null;
}

function modKey({ at, state, onMoveBeside }: LaneKeys, { key }: KeyboardEvent): boolean {
  const step = sideways(key);
  const article = state.hits.get(at)?.article;
  if (step !== null) {
    if (article) onMoveBeside(article, step);
    return true;
  }
  if (key.toLowerCase() !== 'a') return false;
  void pickAll(state);
  return true;
}

function moveKey({ at, state, pageLength, moveTo, onStep }: LaneKeys, event: KeyboardEvent): boolean {
  const step = sideways(event.key);
  if (step !== null) {
    onStep(step);
    return true;
  }
  const last = (state.total ?? 0) - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - pageLength,
    PageDown: at + pageLength,
    Home: 0,
    End: last,
  };
  const wanted = places[event.key];
  if (wanted === undefined) return false;
  const next = Math.max(0, Math.min(last, wanted));
  if (event.shiftKey) {
    anchorAt(at);
    void pick(state, next, 'extend');
  } else liftAnchor();
  moveTo(next);
  return true;
}

function cardKey({ at, state, open, onMoveTo }: LaneKeys, { key }: KeyboardEvent): boolean {
  const article = state.hits.get(at)?.article;
  if (!article) return false;
  if (key === 'Enter') open(article);
  else if (key === ' ') void pick(state, at, 'toggle');
  else if (key === 'm' || key === 'M' || key === 'ContextMenu') onMoveTo(article);
  else if (key === 'Delete') {
    if (selection.get().ids.size === 0) select([article.id], at);
    runCommand('batch.trash');
  } else return false;
  return true;
}
