import { asTyped } from '#core/search/narrow';
import { call } from '../../bridge/bridge';
import { today } from '../../session/library-session';
import { complain } from '../../session/notices';
import type { ListState } from '../../session/result-list';

/** The ids of everything that a list shows, in its order, whether it has been fetched or not; null: a failure was told. */
export async function allIds({ question }: ListState): Promise<readonly string[] | null> {
  const { query, typing, sort, shelf } = question;
  const found = await call('library.ids', {
    query: typing ? asTyped(query, today()) : query,
    sort,
    shelf,
    today: today(),
  });
  if (found.ok) return found.value;
  complain(found);
  return null;
}

/** The ids at places `first` to `last`, both included: at once where they are known. */
export async function idsBetween(state: ListState, first: number, last: number): Promise<readonly string[]> {
  const known: string[] = [];
  for (let at = first; at <= last; at += 1) {
    const id = state.hits.get(at)?.article.id;
    if (id === undefined) return (await allIds(state))?.slice(first, last + 1) ?? [];
    known.push(id);
  }
  return known;
}
