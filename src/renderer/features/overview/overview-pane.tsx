import { useEffect, useRef, useState } from 'react';
import { failureSentence } from '#core/messages/index';
import { desk } from '../../session/app-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { EmptyPage } from './empty-page';
import { followOverview, type OverviewState } from './follow-overview';
import { FrontPage } from './front-page';
import { Masthead } from './masthead';
import { SkeletonPage } from './skeleton-page';
import '../../ui/charts/charts.css';
import './overview.css';

/** The front page of the open desk; nothing without one. */
export function OverviewPane() {
  const current = useStore(desk);
  return current && <DeskPage key={current.id} />;
}

function DeskPage() {
  const { t } = useTranslation();
  const [{ overview, failure }, show] = useState<OverviewState>({ overview: null, failure: null });
  const following = useRef<ReturnType<typeof followOverview>>(null);
  useEffect(() => {
    const follow = followOverview(show);
    following.current = follow;
    return follow.stop;
  }, []);
  return (
    <section className="overview" aria-label={t('overview.label')}>
      <div className="overview-page">
        <Masthead overview={overview} />
        {failure && (
          <p className="overview-problem" role="alert">
            {failureSentence(t, failure)}{' '}
            <Button onClick={() => following.current?.ask()}>{t('overview.retry')}</Button>
          </p>
        )}
        {overview === null ? (
          !failure && <SkeletonPage />
        ) : overview.totals.articles === 0 ? (
          <EmptyPage />
        ) : (
          <FrontPage overview={overview} />
        )}
      </div>
    </section>
  );
}
