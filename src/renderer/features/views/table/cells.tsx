import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import type { TableColumn } from '#core/desk/table-columns';
import { showDay, showNumber, showWhen } from '../../../ui/time';
import { StatusMark } from '../status-mark';
import type { Words } from '../use-words';

/** What each column says of an article. */
export const cells: Readonly<Record<TableColumn, (article: ArticleSummary, words: Words) => ReactNode>> = {
  title: (article, words) => {
    const embargo = words.embargo(article);
    return (
      <>
        <span className="grid-title" lang={article.language}>
          {words.title(article)}
        </span>
        {embargo && (
          <span className="embargo-mark" title={embargo}>
            <ShieldAlert size={13} strokeWidth={1.75} aria-hidden="true" />
            <span className="visually-hidden">{embargo}</span>
          </span>
        )}
      </>
    );
  },
  status: ({ status }, words) => (
    <>
      <StatusMark stage={words.stage(status)} /> {words.status(status)}
    </>
  ),
  section: ({ section }) => section,
  byline: ({ byline }) => byline,
  tags: ({ tags }, words) => tags.map((id) => words.tag(id)).join(' · '),
  language: ({ language }, { t }) => t(`app.language.${language}`),
  published: ({ published }, { language }) => (published ? showDay(published, language) : ''),
  due: (article, words) => {
    const mark = words.dueMark(article);
    if (!mark) return '';
    return (
      <span className={mark.late ? 'late' : undefined}>
        {mark.text}
        {mark.late && <span className="visually-hidden"> ({words.t('views.late')})</span>}
      </span>
    );
  },
  modified: ({ modified }, { language }) => showWhen(modified, language),
  words: ({ words }, { language }) => showNumber(words, language),
  checked: ({ claims }) =>
    claims.total === 0 ? (
      ''
    ) : (
      <span className={claims.stale + claims.failed > 0 ? 'late' : undefined}>
        {claims.checked}/{claims.total}
      </span>
    ),
  queries: ({ openQueries }) => (openQueries === 0 ? '' : openQueries),
};
