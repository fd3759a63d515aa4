import { activeClaim } from '../../session/editor-port';
import { activeKey, activeSuggested } from '../../session/galley-session';
import { useStore } from '../../session/store';

/** The key of the item under the checker's hand; drawn anew when that is another one. */
export function useActiveKey(): string | null {
  useStore(activeSuggested);
  useStore(activeClaim);
  return activeKey();
}
