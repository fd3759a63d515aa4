import type { Language } from '#core/article/values';
import { type Scale, scaleEntry } from '#core/claims/scale';
import { defaultOutcomes } from '#core/claims/values';
import type { Translate } from './index';

/** What an outcome is called: the desk's own label, else the program's, else its id. */
export function outcomeLabel(t: Translate, language: Language, scale: Scale, value: string): string {
  const labels = scaleEntry(scale, value)?.labels;
  const own = labels?.[language]?.trim();
  if (own) return own;
  const known = defaultOutcomes.find((id) => id === value);
  if (known) return t(`checking.outcome.${known}`);
  return labels?.fr?.trim() || labels?.en?.trim() || value;
}
