import { useEffect, useRef, useState } from 'react';
import { call } from '../../bridge/bridge';
import { libraryGeneration, today } from '../../session/library-session';
import { useStore } from '../../session/store';

/** Counts are asked for again at most this often (ms): nobody reads them while typing. */
const pause = 1_500;

/** How many articles each query finds, kept up with the library; none while nobody looks (`isShown`). */
export function useCounts(queries: readonly string[], isShown: boolean): ReadonlyMap<string, number> {
  const generation = useStore(libraryGeneration);
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const asked = useRef({ at: Number.NEGATIVE_INFINITY, queries: '' });
  const wanted = JSON.stringify(queries);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a generation is counted again
  useEffect(() => {
    if (!isShown) return undefined;
    const count = async (): Promise<void> => {
      asked.current = { at: performance.now(), queries: wanted };
      const list: string[] = JSON.parse(wanted);
      const answer = await call('library.counts', { queries: list, today: today() });
      // A library that does not answer says so where its list is.
      if (asked.current.queries === wanted && answer.ok)
        setCounts(new Map(list.map((query, index) => [query, answer.value[index] ?? 0])));
    };
    const isNew = asked.current.queries !== wanted;
    const wait = isNew ? 0 : Math.max(0, asked.current.at + pause - performance.now());
    const timer = setTimeout(() => void count(), wait);
    return () => clearTimeout(timer);
  }, [wanted, isShown, generation]);
  return counts;
}
