import { useEffect, useState } from 'react';
import { createResultList, type ListQuestion, type ListState, type ResultList } from './result-list';
import { useStore } from './store';

/** A list that lives as long as the component, and asks again when `question` says something else. */
export function useResultList(question: Partial<ListQuestion>): {
  readonly list: ResultList;
  readonly state: ListState;
} {
  const [list] = useState(() => createResultList(question));
  const asked = JSON.stringify(question);
  useEffect(() => list.follow(), [list]);
  useEffect(() => {
    const next: Partial<ListQuestion> = JSON.parse(asked);
    const current = list.state.get().question;
    if (JSON.stringify({ ...current, ...next }) !== JSON.stringify(current)) list.ask(next);
  }, [list, asked]);
  return { list, state: useStore(list.state) };
}
