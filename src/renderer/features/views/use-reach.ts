import { useEffect, useRef } from 'react';
import type { ResultList } from '../../session/result-list';

/** Articles are asked for so often at most, in milliseconds: a scroll bar that is dragged passes thousands. */
const pause = 60;

/** Tells a list what is being looked at, the newest place at least every `pause`. */
export function useReach(list: ResultList, first: number, last: number): void {
  const wanted = useRef({ first, last });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  wanted.current = { first, last };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new place starts the clock where it stands still
  useEffect(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      list.reach(wanted.current.first, wanted.current.last);
    }, pause);
  }, [list, first, last]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
