import { listQueries } from '#core/overview/list-queries';
import { useTranslation } from '../../session/translation';
import { ValueBar } from '../../ui/charts/value-bar';
import { showNumber } from '../../ui/time';
import { Block, ListLink } from './block';
import type { BlockProps } from './due-blocks';

/** What each person has to check, and how much of it is done. */
export function PeopleBlock({ overview: { people, otherPeople } }: BlockProps) {
  const { t, language } = useTranslation();
  const number = (value: number): string => showNumber(value, language);
  const most = Math.max(1, ...people.map(({ assigned }) => assigned));
  return (
    <Block name="people" title={t('overview.people')}>
      {people.length === 0 ? (
        <p className="overview-nothing">{t('overview.people-none')}</p>
      ) : (
        <table className="overview-table">
          <caption className="visually-hidden">{t('overview.people')}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('overview.person')}</th>
              <td />
              <th scope="col">{t('overview.column-checked')}</th>
              <th scope="col">{t('overview.column-open')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ name, assigned, checked }) => {
              const open = assigned - checked;
              return (
                <tr key={name}>
                  <th scope="row">
                    <ListLink query={listQueries.person(name)}>{name}</ListLink>
                  </th>
                  <td className="overview-bar">
                    <ValueBar value={assigned} done={checked} most={most} />
                  </td>
                  <td className="overview-number">
                    {t('overview.people-progress', { checked: number(checked), total: number(assigned) })}
                  </td>
                  <td className="overview-number">
                    {open === 0
                      ? t('overview.people-done')
                      : t('overview.people-open', { count: open, number: number(open) })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {otherPeople > 0 && (
        <p className="overview-nothing">
          {t('overview.people-other', { count: otherPeople, number: number(otherPeople) })}
        </p>
      )}
    </Block>
  );
}
