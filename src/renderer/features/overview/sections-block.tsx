import { listQueries } from '#core/overview/list-queries';
import { useTranslation } from '../../session/translation';
import { SparkColumns } from '../../ui/charts/spark-columns';
import { ValueBar } from '../../ui/charts/value-bar';
import { showNumber } from '../../ui/time';
import { Block, ListLink } from './block';
import type { BlockProps } from './due-blocks';

/** The biggest sections: how much each has, and how it came in. */
export function SectionsBlock({ overview: { sections, otherSections } }: BlockProps) {
  const { t, language } = useTranslation();
  const number = (value: number): string => showNumber(value, language);
  const most = Math.max(1, ...sections.map(({ articles }) => articles));
  const highest = Math.max(1, ...sections.flatMap(({ weeks }) => weeks));
  return (
    <Block name="sections" title={t('overview.sections')}>
      <table className="overview-table">
        <caption className="visually-hidden">{t('overview.sections')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('overview.section')}</th>
            <td />
            <th scope="col">{t('overview.column-articles')}</th>
            <th scope="col">{t('overview.sections-course')}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ section, articles, weeks }) => {
            const lately = weeks.reduce((total, count) => total + count, 0);
            return (
              <tr key={section}>
                <th scope="row">
                  <ListLink query={listQueries.section(section)}>
                    {section || t('overview.sections-none')}
                  </ListLink>
                </th>
                <td className="overview-bar">
                  <ValueBar value={articles} fill="published" most={most} />
                </td>
                <td className="overview-number">{number(articles)}</td>
                <td className="overview-spark" title={t('overview.sections-course')}>
                  <SparkColumns values={weeks} most={highest} />
                  <span className="visually-hidden">
                    {t('overview.sections-lately', { count: lately, number: number(lately) })}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {otherSections.sections > 0 && (
        <p className="overview-nothing">
          {t('overview.sections-other', {
            count: otherSections.sections,
            number: number(otherSections.sections),
          })}
          {' · '}
          {t('overview.articles', { count: otherSections.articles, number: number(otherSections.articles) })}
        </p>
      )}
    </Block>
  );
}
