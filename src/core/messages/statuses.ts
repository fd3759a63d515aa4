import { type Language, stages } from '#core/article/values';
import type { StatusEntry } from '#core/desk/schema';
import type { Translate } from './index';

/** What a status is called: the desk's own label, else the program's, else its id. */
export function statusLabel(
  t: Translate,
  language: Language,
  statuses: readonly StatusEntry[],
  id: string,
): string {
  const labels = statuses.find((entry) => entry.id === id)?.labels;
  const own = labels?.[language]?.trim();
  if (own) return own;
  const known = stages.find((stage) => stage === id);
  if (known) return t(`app.status.${known}`);
  return labels?.fr?.trim() || labels?.en?.trim() || id;
}
