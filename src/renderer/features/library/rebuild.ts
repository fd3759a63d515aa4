import { call } from '../../bridge/bridge';
import { complain, tell } from '../../session/notices';

/** Has the index made anew; how far it is comes as progress. */
export async function rebuildIndex(): Promise<void> {
  const begun = await call('library.rebuild');
  if (begun.ok) tell('library.rebuilding');
  else complain(begun);
}
