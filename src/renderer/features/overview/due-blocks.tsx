import { listQueries } from '#core/overview/list-queries';
import type { Overview, OverviewArticle } from '#core/overview/overview';
import { desk } from '../../session/app-session';
import { showList } from '../../session/show-list';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { showDate, showMoment, showNumber } from '../../ui/time';
import { ArticleLines } from './article-lines';
import { Block } from './block';

export interface BlockProps {
  readonly overview: Overview;
}

function useStatuses() {
  return useStore(desk)?.statuses ?? [];
}

/** What blocks an article, in a few words; null when nothing does. */
export function useBlockersRemark() {
  const { t, language } = useTranslation();
  return ({ blockers }: OverviewArticle): string | null =>
    blockers === 0
      ? null
      : t('overview.blocked-things', { count: blockers, number: showNumber(blockers, language) });
}

export function TodayBlock({ overview }: BlockProps) {
  const { t } = useTranslation();
  const query = listQueries.dueToday(useStatuses());
  const remark = useBlockersRemark();
  const { today } = overview.due;
  return (
    <Block name="today" title={t('overview.today')} figure={today.articles} query={query}>
      {today.articles === 0 ? (
        <NothingToday overview={overview} />
      ) : (
        <ArticleLines list={today} query={query} isLead remark={remark} />
      )}
    </Block>
  );
}

function NothingToday({ overview: { due } }: BlockProps) {
  const { t, language } = useTranslation();
  const next = due.ahead.first[0]?.due;
  const isDateless = due.ahead.articles === 0 && due.overdue.articles === 0;
  return (
    <p className="overview-lull">
      {t('overview.today-none')}{' '}
      {next &&
        t('overview.today-next', {
          day: showDate(next, language, { weekday: 'long', day: 'numeric', month: 'long' }),
        })}
      {isDateless && <small>{t('overview.today-no-dates')}</small>}
    </p>
  );
}

export function OverdueBlock({ overview }: BlockProps) {
  const { t, language } = useTranslation();
  const query = listQueries.overdue(useStatuses());
  const { overdue } = overview.due;
  const remark = ({ due }: OverviewArticle): string | null =>
    due === null
      ? null
      : t('overview.due-on', { day: showDate(due, language, { day: 'numeric', month: 'long' }) });
  return (
    <Block name="overdue" title={t('overview.overdue')} figure={overdue.articles} query={query} tone="late">
      {overdue.articles === 0 ? (
        <p className="overview-nothing">{t('overview.overdue-none')}</p>
      ) : (
        <ArticleLines list={overdue} query={query} remark={remark} />
      )}
    </Block>
  );
}

/** The days that come, each with as many strokes as it has articles. */
export function AheadBlock({ overview }: BlockProps) {
  const { t, language } = useTranslation();
  const statuses = useStatuses();
  const { days, articles } = overview.due.ahead;
  const span = { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' };
  const most = Math.max(1, ...days.map((day) => day.articles));
  return (
    <Block
      name="ahead"
      title={t('overview.ahead')}
      figure={articles}
      query={listQueries.dueIn(span, statuses)}
    >
      <ol className="overview-days">
        {days.map(({ day, articles: count }) => (
          <li key={day}>
            <button
              type="button"
              disabled={count === 0}
              onClick={() => showList(listQueries.dueOn(day, statuses))}
            >
              <span className="visually-hidden">
                {t('overview.ahead-day', {
                  count,
                  number: showNumber(count, language),
                  day: showDate(day, language, { weekday: 'long', day: 'numeric', month: 'long' }),
                })}
              </span>
              <strong aria-hidden="true">{showNumber(count, language)}</strong>
              <svg width="100%" height="32" aria-hidden="true">
                <rect y={32 - (count / most) * 30} width="100%" height={(count / most) * 30 + 2} />
              </svg>
              <span aria-hidden="true">{showDate(day, language, { weekday: 'short' })}</span>
              <span aria-hidden="true">{Number(day.slice(8))}</span>
            </button>
          </li>
        ))}
      </ol>
    </Block>
  );
}

export function EmbargoBlock({ overview: { embargoes } }: BlockProps) {
  const { t, language } = useTranslation();
  if (embargoes.articles === 0) return null;
  return (
    <Block name="embargoes" title={t('overview.embargoes')} figure={embargoes.articles}>
      <ArticleLines
        list={embargoes}
        remark={({ embargo }) => embargo && t('overview.until', { when: showMoment(embargo, language) })}
      />
    </Block>
  );
}
