import type { Query } from '#core/claims/record-schema';
import { queryReasons } from '#core/intake/types';
import type { Translate } from './index';

/** The question of a query: what a person asked, or what the rule of intake asks. */
export function querySentence(t: Translate, { reason, events }: Pick<Query, 'reason' | 'events'>): string {
  const rule = queryReasons.find((one) => one === reason);
  const asked = events[0]?.text ?? '';
  return rule ? t(`intake.query.${rule}`) : asked || reason;
}
