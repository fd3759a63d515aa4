import { type Stage, stages } from '#core/article/values';
import type { Translate } from '#core/messages/index';
import { listQueries } from '#core/overview/list-queries';
import type { OverviewWeek } from '#core/overview/overview';
import { desk } from '../../session/app-session';
import { showList } from '../../session/show-list';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { FigureTable } from '../../ui/charts/figure-table';
import { Swatch } from '../../ui/charts/swatch';
import { type WeekColumn, WeekColumns } from '../../ui/charts/week-columns';
import { showDate, showNumber } from '../../ui/time';
import { Block } from './block';
import type { BlockProps } from './due-blocks';

/** What is out stands at the foot of a column: what is left to do is on top of it. */
const stacked: readonly Stage[] = ['published', 'archived', 'ready', 'in-check', 'in-progress', 'raw'];

/** What came in each week and how far it has got since; what went out. */
export function WeeksBlock({ overview: { weeks } }: BlockProps) {
  const { t, language } = useTranslation();
  const statuses = useStore(desk)?.statuses ?? [];
  const number = (value: number): string => showNumber(value, language);
  const dayOf = (day: string): string => showDate(day, language, { day: 'numeric', month: 'long' });
  const shown = stacked.filter((stage) => weeks.some(({ created }) => created[stages.indexOf(stage)]));
  const columns = weeks.map((week, index): WeekColumn => {
    const { from, created, published } = week;
    return {
      key: from,
      mark: markOf(week, index, (day) => showDate(day, language, { month: 'short' })),
      name:
        index === weeks.length - 1
          ? `${t('overview.weeks-week', { day: dayOf(from) })} (${t('overview.weeks-this')})`
          : t('overview.weeks-week', { day: dayOf(from) }),
      up: shown.map((stage) => created[stages.indexOf(stage)] ?? 0),
      down: published,
      upName: counted(t, 'made', sum(created), number),
      downName: counted(t, 'out', published, number),
      onUp: () => showList(listQueries.created(week)),
      onDown: () => showList(listQueries.published(week, statuses)),
    };
  });
  const title = t('overview.weeks', { count: weeks.length, number: number(weeks.length) });
  const sentence = t('overview.weeks-sentence', {
    from: dayOf(weeks[0]?.from ?? ''),
    to: dayOf(weeks.at(-1)?.to ?? ''),
    made: counted(t, 'made', sum(weeks.flatMap(({ created }) => created)), number),
    out: counted(t, 'out', sum(weeks.map(({ published }) => published)), number),
  });
  return (
    <Block name="weeks" title={title}>
      <WeekColumns
        title={title}
        sentence={sentence}
        columns={columns}
        fills={shown}
        down="published"
        upLabel={t('overview.weeks-made-column')}
        downLabel={t('overview.weeks-published')}
        showNumber={number}
      />
      <ul className="overview-legend">
        <li className="overview-legend-title">↑ {t('overview.weeks-created')}</li>
        {shown.map((stage) => (
          <li key={stage}>
            <Swatch name={stage} /> {t(`app.status.${stage}`)}
          </li>
        ))}
        <li className="overview-legend-title">↓ {t('overview.weeks-published')}</li>
      </ul>
      <FigureTable
        label={t('overview.as-table')}
        caption={`${title}. ${sentence}`}
        columns={[
          t('overview.column-week'),
          t('overview.weeks-made-column'),
          ...shown.map((stage) => t(`app.status.${stage}`)),
          `↓ ${t('overview.weeks-published')}`,
        ]}
        rows={columns.map(({ name, up, down }) => [name, ...[sum(up), ...up, down].map(number)])}
      />
    </Block>
  );
}

function counted(
  t: Translate,
  what: 'made' | 'out',
  count: number,
  number: (value: number) => string,
): string {
  return t(`overview.weeks-${what}`, { count, number: number(count) });
}

/** The month's name where a week is the first one that begins in it. */
function markOf({ from }: OverviewWeek, index: number, month: (day: string) => string): string | null {
  return index === 0 || Number(from.slice(8)) <= 7 ? month(from) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
