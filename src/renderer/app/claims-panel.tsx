import { CheckPanel } from '../features/galley';

/** The panel of claims, with what other features show of one: its sources and the questions about it. */
export function ClaimsPanel() {
  return <CheckPanel evidence={() => null} queries={() => null} />;
}
