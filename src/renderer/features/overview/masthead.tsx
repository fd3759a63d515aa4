import type { Overview } from '#core/overview/overview';
import { desk } from '../../session/app-session';
import { libraryStatus, today } from '../../session/library-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { showDate, showNumber } from '../../ui/time';

/** The desk's name over the day and the size of the stone. */
export function Masthead({ overview }: { readonly overview: Overview | null }) {
  const { t, language } = useTranslation();
  const name = useStore(desk)?.name ?? '';
  const status = useStore(libraryStatus);
  const day = showDate(overview?.today ?? today(), language, { dateStyle: 'full' });
  const figure = (value: number): string => showNumber(value, language);
  const totals = overview?.totals;
  return (
    <header className="masthead">
      <h1>{name}</h1>
      <p className="masthead-folio">
        <strong>{day}</strong>
        {totals && totals.articles > 0 && (
          <>
            <span>{t('overview.articles', { count: totals.articles, number: figure(totals.articles) })}</span>
            <span>{t('overview.words', { count: totals.words, number: figure(totals.words) })}</span>
            {totals.claims > 0 && (
              <span>
                {t('overview.claims-checked', {
                  checked: figure(totals.checked),
                  total: figure(totals.claims),
                })}
              </span>
            )}
          </>
        )}
      </p>
      {status?.state === 'building' && (
        <p className="masthead-note">
          {t('overview.building', { done: figure(status.done), total: figure(status.total) })}
        </p>
      )}
      {overview !== null && overview.problems > 0 && (
        <p className="masthead-note">
          {t('overview.unreadable', { count: overview.problems, number: figure(overview.problems) })}
        </p>
      )}
    </header>
  );
}
