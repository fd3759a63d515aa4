import type { Language } from '#core/article/values';
import type { Blocker } from '#core/claims/gate';
import type { Scale } from '#core/claims/scale';
import { checkNames, claimKinds, roles } from '#core/claims/values';
import type { MessageParams, Translate } from './index';
import { outcomeLabel } from './outcomes';

/** What blocks, as one sentence; ids in its params become their labels. */
export function blockerSentence(t: Translate, language: Language, scale: Scale, blocker: Blocker): string {
  const { code, params } = blocker;
  const kind = claimKinds.find((one) => one === params.kind);
  const check = checkNames.find((one) => one === params.check);
  const role = roles.find((one) => one === params.role);
  const named: MessageParams = {
    ...params,
    ...(kind && { kind: t(`checking.kind.${kind}`) }),
    ...(check && { check: t(`checking.check.${check}`) }),
    ...(role && { role: t(`checking.role.${role}`) }),
    ...(params.outcome !== undefined && {
      outcome: outcomeLabel(t, language, scale, String(params.outcome)),
    }),
  };
  return t(`checking.blocker.${code}`, named);
}
