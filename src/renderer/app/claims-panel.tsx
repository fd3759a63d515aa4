import { EvidenceList } from '../features/evidence';
import { CheckPanel } from '../features/galley';
import { ClaimQueries } from '../features/queries';

/** The panel of claims, with what other features show of one: its sources and the questions about it. */
export function ClaimsPanel() {
  return (
    <CheckPanel
      evidence={(claim, words) => <EvidenceList claim={claim} anchorText={words} />}
      queries={(claim) => <ClaimQueries claim={claim.id} />}
    />
  );
}
