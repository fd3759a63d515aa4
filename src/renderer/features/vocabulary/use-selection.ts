import { useState } from 'react';
import type { TreeRow } from '#core/vocabulary/tree';

export interface Selection {
  readonly active: string | null;
  readonly ids: ReadonlySet<string>;
  /** Goes to a tag; `how`: alone, beside those that are selected, or with all that stand between. */
  readonly choose: (id: string | null, how?: 'alone' | 'toggle' | 'range' | 'go') => void;
  readonly chooseAll: () => void;
}

/** Which tags are selected, and on which one the keyboard is. */
export function useSelection(rows: readonly TreeRow[]): Selection {
  const [active, setActive] = useState<string | null>(null);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const choose: Selection['choose'] = (id, how = 'alone') => {
    setActive(id);
    if (id === null) setIds(new Set());
    else if (how === 'alone') setIds(new Set([id]));
    else if (how === 'range') setIds(new Set([...ids, ...between(rows, active, id)]));
    else if (how === 'toggle')
      setIds(new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]));
  };
  return { active, ids, choose, chooseAll: () => setIds(new Set(rows.map(({ tag }) => tag.id))) };
}

function between(rows: readonly TreeRow[], from: string | null, to: string): string[] {
  const places = [from, to].map((id) => rows.findIndex(({ tag }) => tag.id === id));
  const [first = 0, last = 0] = places.sort((a, b) => a - b);
  return rows.slice(Math.max(0, first), last + 1).map(({ tag }) => tag.id);
}
