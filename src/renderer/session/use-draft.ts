import { useCallback, useEffect, useRef, useState } from 'react';
import { registerSettle, touch } from './article-session';

/** How long a pause in typing is before what was typed goes into the record, in milliseconds. */
const pause = 300;

export interface Draft {
  readonly value: string;
  readonly change: (value: string) => void;
  /** Puts what was typed into the record now. */
  readonly commit: () => void;
}

/**
 * A text while somebody types it: the record hears of it when the field is left, at a pause, before a save, or when the
 * field goes away, not at every key. A change from elsewhere (undo) shows up as long as nothing is typed here.
 */
export function useDraft(recorded: string, record: (value: string) => void): Draft {
  const [value, setValue] = useState(recorded);
  const typed = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(record);
  latest.current = record;
  const commit = useCallback((): void => {
    clearTimeout(timer.current);
    const next = typed.current;
    typed.current = null;
    if (next !== null) latest.current(next);
  }, []);
  useEffect(() => {
    if (typed.current === null) setValue(recorded);
  }, [recorded]);
  useEffect(() => {
    const stop = registerSettle(commit);
    return () => {
      commit();
      stop();
    };
  }, [commit]);
  const change = (next: string): void => {
    setValue(next);
    typed.current = next;
    touch();
    clearTimeout(timer.current);
    timer.current = setTimeout(commit, pause);
  };
  return { value, change, commit };
}
