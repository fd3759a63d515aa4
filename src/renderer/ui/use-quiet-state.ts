import { useCallback, useRef, useState } from 'react';

/**
 * State that is set at every key, mostly to what it is already. React remembers each call of a setter until the
 * component is drawn again, also those that change nothing: that is half a megabyte for a thousand keys.
 */
export function useQuietState<T>(
  initial: T,
  isSame: (a: T, b: T) => boolean = Object.is,
): [T, (next: T) => void] {
  const [value, setValue] = useState(initial);
  const latest = useRef(initial);
  const compare = useRef(isSame);
  const set = useCallback((next: T): void => {
    if (compare.current(latest.current, next)) return;
    latest.current = next;
    setValue(next);
  }, []);
  return [value, set];
}
