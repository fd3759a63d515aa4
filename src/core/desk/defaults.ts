import { defaultGate } from '#core/claims/gate-policy';
import { defaultScale } from '#core/claims/values';
import type { Desk, Tag } from './schema';

/** What is to be said of a tag of which only the names are known. */
export const blankTag: Omit<Tag, 'id' | 'labels' | 'aliases'> = {
  type: 'topic',
  parent: null,
  colour: null,
  iptc: null,
  retired: false,
  formerIds: [],
};

/** Nobody has said yet who publishes. */
export const noPublication: Desk['publication'] = { name: '', address: '' };

/** What a desk asks of its checkers that has set nothing of its own. */
export function checkingDefaults(): Pick<Desk, 'outcomeScale' | 'gate' | 'onePerson'> {
  return {
    outcomeScale: defaultScale.map((entry) => ({ ...entry, labels: { ...entry.labels } })),
    gate: {
      ...defaultGate,
      kinds: { ...defaultGate.kinds },
      risks: { ...defaultGate.risks },
      roles: [...defaultGate.roles],
      blockers: { ...defaultGate.blockers },
    },
    onePerson: true,
  };
}
