import { useTranslation } from '../../session/translation';
import { StartActions } from './start-actions';

/** A desk without articles: what to do first, and what this page will be good for. */
export function EmptyPage() {
  const { t } = useTranslation();
  return (
    <div className="overview-empty">
      <h2>{t('overview.empty-title')}</h2>
      <p>{t('overview.empty')}</p>
      <StartActions />
    </div>
  );
}
