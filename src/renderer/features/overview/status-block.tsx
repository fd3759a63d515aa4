import { stageOf } from '#core/desk/statuses';
import { statusLabel } from '#core/messages/statuses';
import { listQueries } from '#core/overview/list-queries';
import { desk } from '../../session/app-session';
import { showList } from '../../session/show-list';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { type Share, ShareBar } from '../../ui/charts/share-bar';
import { Swatch } from '../../ui/charts/swatch';
import { showNumber } from '../../ui/time';
import { Block, ListLink } from './block';
import type { BlockProps } from './due-blocks';

/** How far all articles are, as one bar; the table below it is its legend. */
export function StatusBlock({ overview: { statuses, totals } }: BlockProps) {
  const { t, language } = useTranslation();
  const known = useStore(desk)?.statuses ?? [];
  const number = (value: number): string => showNumber(value, language);
  const shares = statuses.map(({ status, articles }): Share & { readonly label: string } => {
    const label = statusLabel(t, language, known, status);
    return {
      key: status,
      label,
      value: articles,
      fill: stageOf(known, status),
      name: t('overview.part-of', { name: label, number: number(articles) }),
      onOpen: () => showList(listQueries.status(status)),
    };
  });
  const parts = shares.filter(({ value }) => value > 0).map(({ name }) => name);
  const sentence = t('overview.statuses-sentence', {
    all: t('overview.articles', { count: totals.articles, number: number(totals.articles) }),
    parts: parts.join(', '),
  });
  return (
    <Block name="statuses" title={t('overview.statuses')}>
      <ShareBar title={t('overview.statuses')} sentence={sentence} shares={shares} />
      <table className="overview-table">
        <caption className="visually-hidden">{t('overview.statuses')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('overview.status')}</th>
            <th scope="col">{t('overview.column-articles')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ key, label, value, fill }) => (
            <tr key={key}>
              <th scope="row">
                <Swatch name={fill} />
                <ListLink query={listQueries.status(key)}>{label}</ListLink>
              </th>
              <td className="overview-number">{number(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}
