import { stageOf } from '#core/desk/statuses';
import { statusLabel } from '#core/messages/statuses';
import type { OverviewArticle, OverviewList } from '#core/overview/overview';
import { desk } from '../../session/app-session';
import { openArticle } from '../../session/article-session';
import { focusWhenOpen } from '../../session/editor-port';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { ValueBar } from '../../ui/charts/value-bar';
import { showNumber } from '../../ui/time';
import { ListLink } from './block';

interface Props {
  readonly list: OverviewList;
  /** What finds all of them: offered where not all have a line here. */
  readonly query?: string | undefined;
  /** The first one as the lead story. */
  readonly isLead?: boolean;
  /** What is said of an article beside its status. */
  readonly remark: (article: OverviewArticle) => string | null;
}

/** Articles by their headlines; Return opens one. */
export function ArticleLines({ list, query, isLead = false, remark }: Props) {
  const { t, language } = useTranslation();
  const number = showNumber(list.articles, language);
  return (
    <div>
      <ul className="overview-articles" data-lead={isLead || undefined}>
        {list.first.map((article) => (
          <ArticleLine key={article.id} article={article} remark={remark(article)} />
        ))}
      </ul>
      {query !== undefined && list.articles > list.first.length && (
        <p className="overview-more">
          <ListLink query={query}>{t('overview.all-of-them', { number })}</ListLink>
        </p>
      )}
    </div>
  );
}

interface LineProps {
  readonly article: OverviewArticle;
  readonly remark: string | null;
}

function ArticleLine({ article, remark }: LineProps) {
  const { t, language } = useTranslation();
  const statuses = useStore(desk)?.statuses ?? [];
  const { id, title, section, status, checked, total } = article;
  const open = (): void => {
    focusWhenOpen();
    void openArticle(id);
  };
  return (
    <li>
      <button type="button" className="overview-article" onClick={open}>
        {section !== '' && <span className="overview-kicker">{section}</span>}
        <span className="overview-title">{title || t('app.untitled')}</span>
        <span className="overview-facts">
          <span className={`status status-${stageOf(statuses, status)}`}>
            {statusLabel(t, language, statuses, status)}
          </span>
          {total > 0 && (
            <span className="overview-progress">
              <ValueBar value={total} done={checked} most={total} />
              {t('checking.progress', {
                checked: showNumber(checked, language),
                total: showNumber(total, language),
              })}
            </span>
          )}
          {remark !== null && <strong>{remark}</strong>}
        </span>
      </button>
    </li>
  );
}
