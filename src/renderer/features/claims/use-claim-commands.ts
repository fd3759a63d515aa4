import { useEffect } from 'react';
import { useCommands } from '../../commands/registry';
import { createClaim, giveOutcome, removeClaim, stepClaim } from '../../session/claim-session';
import { activeClaim, setFact } from '../../session/editor-port';
import { tell } from '../../session/notices';
import { useStore } from '../../session/store';

/** Commands on claims work whether or not the panel is open. `showPanel` brings it up where it is needed. */
export function useClaimCommands(showPanel: () => void): void {
  const active = useStore(activeClaim);
  useEffect(() => setFact('claim', active !== null), [active]);
  useCommands({
    'claim.create': () => {
      if (createClaim()) showPanel();
      else tell('app.claims.select-first');
    },
    'claim.next': () => stepClaim(1),
    'claim.previous': () => stepClaim(-1),
    'claim.confirm': () => active && void giveOutcome(active, 'confirmed'),
    'claim.remove': () => active && removeClaim(active),
  });
}
