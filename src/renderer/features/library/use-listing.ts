import { useEffect, useMemo, useState } from 'react';
import type { SearchHit } from '#core/search/request';
import { call } from '../../bridge/bridge';
import { preferences } from '../../session/app-session';
import { libraryGeneration } from '../../session/library-session';
import { complain } from '../../session/notices';
import type { ListState } from '../../session/result-list';
import { librarySearch } from '../../session/search-session';
import { useSelected, useStore } from '../../session/store';
import { useResultList } from '../../session/use-result-list';

/** What the library shows: a list that fetches what is looked at, or a short one that is here as a whole. */
export interface Listing {
  /** Null: not known yet. */
  readonly total: number | null;
  readonly hits: ReadonlyMap<number, SearchHit>;
  readonly facets: ListState['facets'];
  /** Another one for each question: a list of something else begins at its head. */
  readonly about: string;
  /** Places from `first` to `last` are being looked at. */
  readonly reach: (first: number, last: number) => void;
}

export function useListing(): Listing {
  const { text, typing, sort, shelf, like } = useStore(librarySearch);
  const facets = useSelected(preferences, ({ libraryOpen }) => libraryOpen.includes('facets'));
  const { list, state } = useResultList({ query: text, typing, sort, shelf, facets });
  const similar = useSimilar(like?.id ?? null);
  const about = JSON.stringify([text, sort, shelf, like?.id]);
  return useMemo((): Listing => {
    if (like) return { ...similar, facets: null, about, reach: () => undefined };
    const { total, hits, facets: counted } = state;
    return { total, hits, facets: counted, about, reach: (first, last) => list.reach(first, last) };
  }, [like, similar, state, about, list]);
}

type Whole = Pick<Listing, 'total' | 'hits'>;
const notKnown: Whole = { total: null, hits: new Map() };

function useSimilar(id: string | null): Whole {
  const generation = useStore(libraryGeneration);
  const [found, setFound] = useState<Whole & { readonly id: string | null }>({ ...notKnown, id: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a generation is asked for again
  useEffect(() => {
    if (id === null) return undefined;
    let isCurrent = true;
    void call('library.similar', { id }).then((answer) => {
      if (!isCurrent) return;
      const hits = answer.ok ? answer.value : [];
      if (!answer.ok) complain(answer);
      setFound({ id, total: hits.length, hits: new Map(hits.entries()) });
    });
    return () => {
      isCurrent = false;
    };
  }, [id, generation]);
  return found.id === id ? found : notKnown;
}
