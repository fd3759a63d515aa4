import type { ListState } from '../../session/result-list';
import { extended, rangeTo, select, selection, toggleSelected } from '../../session/selection';
import { allIds, idsBetween } from './find-ids';

/** Selects what stands at a place of a list, takes it out, or selects everything from the anchor up to there. */
export async function pick(state: ListState, at: number, how: 'toggle' | 'extend'): Promise<void> {
  const id = state.hits.get(at)?.article.id;
  if (how === 'toggle') {
    if (id !== undefined) toggleSelected(id, at);
    return;
  }
  const { first, last } = rangeTo(selection.get().anchor, at);
  const range = await idsBetween(state, first, last);
  selection.update((current) => extended(current, range));
}

/** Selects everything that a list shows, to its end. */
export async function pickAll(state: ListState): Promise<void> {
  const ids = await allIds(state);
  if (ids) select(ids, 0);
}
