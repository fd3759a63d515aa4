import { lazy, Suspense } from 'react';
import { desk } from '../session/app-session';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';

const OverviewPane = lazy(async () => ({ default: (await import('../features/overview')).OverviewPane }));
const StartActions = lazy(async () => ({ default: (await import('../features/overview')).StartActions }));

/** What is in the middle when no article is open: the front page of the desk, or how to come by a desk. */
export function Welcome() {
  const { t } = useTranslation();
  const current = useStore(desk);
  if (current)
    return (
      <Suspense>
        <OverviewPane />
      </Suspense>
    );
  return (
    <div className="welcome">
      <h1>Marbre</h1>
      <p>{t('app.welcome')}</p>
      <Suspense>
        <StartActions />
      </Suspense>
    </div>
  );
}
