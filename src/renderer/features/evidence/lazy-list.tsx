import { lazy, Suspense } from 'react';
import type { EvidenceListProps } from './evidence-list';

const load = () => import('./evidence-list');
const List = lazy(async () => ({ default: (await load()).EvidenceList }));

/** From the start of the window, in milliseconds: by then the article is there to be written in. */
const quietMoment = 3_000;

// A key may ask for the field of a claim that it has just made: by then the list must not have to be loaded first.
setTimeout(() => void load(), quietMoment);

/** The sources of a claim; their code is no part of the start. */
export function EvidenceList(props: EvidenceListProps) {
  return (
    <Suspense fallback={null}>
      <List {...props} />
    </Suspense>
  );
}
