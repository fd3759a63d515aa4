import { IntakePanel } from '../features/intake';
import { QueryList } from '../features/queries';

/** What intake did, with the queries of the article, which another feature shows. */
export function QueriesPanel() {
  return <IntakePanel queries={(queries) => <QueryList queries={queries} />} />;
}
