import { OverviewPane, StartActions } from '../features/overview';
import { desk } from '../session/app-session';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';

/** What is in the middle when no article is open: the front page of the desk, or how to come by a desk. */
export function Welcome() {
  const { t } = useTranslation();
  const current = useStore(desk);
  if (current) return <OverviewPane />;
  return (
    <div className="welcome">
      <h1>Marbre</h1>
      <p>{t('app.welcome')}</p>
      <StartActions />
    </div>
  );
}
