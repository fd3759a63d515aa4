import { useEffect, useMemo, useState } from 'react';
import type { Language } from '#core/article/values';
import type { Tag } from '#core/desk/schema';
import type { TagType } from '#core/desk/values';
import { filterTags } from '#core/vocabulary/complete';
import { outline, type TreeRow } from '#core/vocabulary/tree';
import { call } from '../../bridge/bridge';
import { libraryGeneration, today } from '../../session/library-session';
import { useStore } from '../../session/store';

export interface ListFilter {
  readonly text: string;
  readonly type: TagType | 'any';
  readonly retired: boolean;
}

/** The rows that are shown. While somebody searches nothing is folded away. */
export function useRows(
  tags: readonly Tag[],
  { text, type, retired }: ListFilter,
  folded: ReadonlySet<string>,
  language: Language,
): readonly TreeRow[] {
  return useMemo(() => {
    const wanted = tags.filter((tag) => (retired || !tag.retired) && (type === 'any' || tag.type === type));
    const rows = outline(filterTags(wanted, text), language);
    return text.trim() === '' ? unfolded(rows, folded) : rows;
  }, [tags, text, type, retired, folded, language]);
}

/** Without what stands below a folded tag. */
function unfolded(rows: readonly TreeRow[], folded: ReadonlySet<string>): TreeRow[] {
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return rows.filter(({ tag, depth }) => {
    if (depth > hiddenBelow) return false;
    hiddenBelow = folded.has(tag.id) ? depth : Number.POSITIVE_INFINITY;
    return true;
  });
}

/** How many articles have each of these tags, narrower ones counted; asked for what is looked at, as it comes. */
export function useCounts(tags: readonly Tag[], shown: readonly string[]): ReadonlyMap<string, number> {
  const generation = useStore(libraryGeneration);
  const [counts, setCounts] = useState<{ of: unknown; known: ReadonlyMap<string, number> }>({
    of: null,
    known: new Map(),
  });
  const of = useMemo(() => ({ tags, generation }), [tags, generation]);
  const known = counts.known;
  const missing = shown.filter((id) => counts.of !== of || !known.has(id)).join('\n');
  useEffect(() => {
    if (missing === '') return undefined;
    let isCurrent = true;
    const ids = missing.split('\n').slice(0, 200);
    const queries = ids.map((id) => `tag:"${id.replaceAll('"', '')}"`);
    void call('library.counts', { queries, today: today() }).then((found) => {
      if (!isCurrent || !found.ok) return;
      const fresh = ids.map((id, at): [string, number] => [id, found.value[at] ?? 0]);
      setCounts((before) => ({ of, known: new Map([...(before.of === of ? before.known : []), ...fresh]) }));
    });
    return () => {
      isCurrent = false;
    };
  }, [missing, of]);
  // Old figures stand until the new ones are there: a list that blinks is read worse than one that is late.
  return known;
}
