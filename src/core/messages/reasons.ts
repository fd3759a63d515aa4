import type { Suggestion } from '#core/suggest/types';
import type { Translate } from './index';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Why a span is suggested, as a sentence. Days of the week are numbers in its parameters: Monday is 1. */
export function suggestionReason(t: Translate, { code, params }: Suggestion['reason']): string {
  const day = weekdays.find((one) => one === params.weekday);
  return t(`suggest.reason.${code}`, day ? { ...params, weekday: t(`suggest.weekday.${day}`) } : params);
}
