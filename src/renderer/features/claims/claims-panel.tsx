import { useEffect, useRef } from 'react';
import { countClaims } from '#core/claims/status';
import { opened } from '../../session/article-session';
import { claimViews } from '../../session/claim-session';
import { activeClaim } from '../../session/editor-port';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { EmptyState } from '../../ui/empty-state';
import { ClaimCard } from './claim-card';
import './claims.css';

/** Every claim of the article in reading order, with what was found and what is still open. */
export function ClaimsPanel() {
  const { t } = useTranslation();
  const article = useStore(opened)?.article;
  const active = useStore(activeClaim);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (active) list.current?.querySelector(`[data-claim="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!article) return null;
  const views = claimViews(article);
  const counts = countClaims(views.map((view) => view.status));
  return (
    <div className="panel-body">
      {views.length === 0 ? (
        <EmptyState title={t('app.claims.empty')}>
          <p>{t('app.claims.empty-hint')}</p>
        </EmptyState>
      ) : (
        <p className="claims-progress" role="status">
          {t('app.claims.progress', { checked: counts.checked, total: counts.total })}
          {counts.stale > 0 && (
            <strong className="stale-count"> · {t('app.claims.stale-count', { count: counts.stale })}</strong>
          )}
        </p>
      )}
      <ul className="card-list" ref={list}>
        {views.map((view) => (
          <ClaimCard key={view.claim.id} view={view} isActive={view.claim.id === active} />
        ))}
      </ul>
    </div>
  );
}
