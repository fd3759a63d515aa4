import type { Progress } from '#core/claims/progress';
import type { Translate } from './index';

/** “41 of 58 checked · 3 stale · 2 queries”; what is nought is not said. */
export function progressLine(t: Translate, { counts, queries }: Progress): string {
  const { checked, total, stale, excluded } = counts;
  const parts = [t('checking.progress', { checked, total })];
  if (stale > 0) parts.push(t('checking.stale-count', { count: stale }));
  if (excluded > 0) parts.push(t('checking.excluded-count', { count: excluded }));
  if (queries > 0) parts.push(t('checking.query-count', { count: queries }));
  return parts.join(' · ');
}
