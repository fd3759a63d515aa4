import { askDesk, deskQuery } from '../../session/desk-view';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';

/** Why a view shows no article, and what can be done about it. */
export function NothingFound() {
  const { t } = useTranslation();
  const isAsked = useStore(deskQuery).trim() !== '';
  return (
    <div className="view-empty">
      <EmptyState title={t(isAsked ? 'views.no-match' : 'views.empty')}>
        <p>{t(isAsked ? 'views.no-match-hint' : 'views.empty-hint')}</p>
        {isAsked && <Button onClick={() => askDesk('')}>{t('views.show-all')}</Button>}
      </EmptyState>
    </div>
  );
}
