import { useEffect, useState } from 'react';
import { statusLabel } from '#core/messages/statuses';
import type { Facets } from '#core/search/request';
import { call } from '../../bridge/bridge';
import { desk, vocabulary } from '../../session/app-session';
import { libraryGeneration, today } from '../../session/library-session';
import { wholeLibrary } from '../../session/result-list';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import type { CompletedField, KnownValues } from './completion';

/** What values can be completed from. Sections and bylines are counted over the whole desk, when one is being typed. */
export function useKnownValues(field: CompletedField | null): KnownValues {
  const { t, language } = useTranslation();
  const tags = useStore(vocabulary);
  const statuses = useSelected(desk, (current) => current?.statuses) ?? [];
  const generation = useStore(libraryGeneration);
  const [facets, setFacets] = useState<Facets | null>(null);
  const isCounted = field === 'section' || field === 'by';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a generation is asked for again
  useEffect(() => {
    if (!isCounted) return undefined;
    let isCurrent = true;
    const request = { ...wholeLibrary, facets: true, offset: 0, limit: 0, today: today() };
    void call('library.search', request).then((answer) => {
      if (isCurrent && answer.ok) setFacets(answer.value.facets);
    });
    return () => {
      isCurrent = false;
    };
  }, [isCounted, generation]);
  return {
    tags,
    statuses: statuses.map(({ id }) => ({ id, label: statusLabel(t, language, statuses, id) })),
    sections: facets?.section ?? [],
    bylines: facets?.byline ?? [],
  };
}
