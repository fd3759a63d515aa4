import { listQueries } from '#core/overview/list-queries';
import { useTranslation } from '../../session/translation';
import { ValueBar } from '../../ui/charts/value-bar';
import { showNumber } from '../../ui/time';
import { ArticleLines } from './article-lines';
import { Block, ListLink } from './block';
import { type BlockProps, useBlockersRemark } from './due-blocks';

/** What stands between copy and its publication, by reason. */
export function BlockedBlock({ overview: { blocked } }: BlockProps) {
  const { t, language } = useTranslation();
  const remark = useBlockersRemark();
  const most = Math.max(1, ...blocked.codes.map(({ articles }) => articles));
  return (
    <Block
      name="blocked"
      title={t('overview.blocked')}
      figure={blocked.articles}
      query={listQueries.blocked}
      tone="open"
    >
      {blocked.articles === 0 ? (
        <p className="overview-nothing">{t('overview.blocked-none')}</p>
      ) : (
        <div className="overview-halves">
          <table className="overview-table">
            <caption className="visually-hidden">{t('overview.blocked')}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t('overview.blocked-reason')}</th>
                <td />
                <th scope="col">{t('overview.column-articles')}</th>
              </tr>
            </thead>
            <tbody>
              {blocked.codes.map(({ code, articles }) => (
                <tr key={code}>
                  <th scope="row">
                    <ListLink query={listQueries.blockedBy(code)}>{t(`gate.group.${code}`)}</ListLink>
                  </th>
                  <td className="overview-bar">
                    <ValueBar value={articles} done={0} most={most} />
                  </td>
                  <td className="overview-number">{showNumber(articles, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ArticleLines list={blocked} query={listQueries.blocked} remark={remark} />
        </div>
      )}
    </Block>
  );
}

export function StaleBlock({ overview: { stale } }: BlockProps) {
  const { t, language } = useTranslation();
  const number = (value: number): string => showNumber(value, language);
  return (
    <Block
      name="stale"
      title={t('overview.stale')}
      figure={stale.claims}
      query={listQueries.stale}
      tone="late"
    >
      {stale.articles === 0 ? (
        <p className="overview-nothing">{t('overview.stale-none')}</p>
      ) : (
        <>
          <p className="overview-nothing">
            {t('overview.stale-in', { count: stale.articles, number: number(stale.articles) })}
          </p>
          <ArticleLines
            list={stale}
            query={listQueries.stale}
            remark={(article) =>
              t('overview.stale-of', { count: article.stale, number: number(article.stale) })
            }
          />
        </>
      )}
    </Block>
  );
}

export function QueriesBlock({ overview: { queries } }: BlockProps) {
  const { t, language } = useTranslation();
  return (
    <Block
      name="queries"
      title={t('overview.queries')}
      figure={queries.queries}
      query={listQueries.queries}
      tone="open"
    >
      <p className="overview-nothing">
        {queries.articles === 0
          ? t('overview.queries-none')
          : t('overview.stale-in', {
              count: queries.articles,
              number: showNumber(queries.articles, language),
            })}
      </p>
    </Block>
  );
}
