import { CalendarClock, CircleHelp, ShieldAlert } from 'lucide-react';
import { memo } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { startDrag } from '../drag';
import type { Words } from '../use-words';

interface Props {
  readonly id: string;
  readonly article: ArticleSummary;
  /** Its place in the column, from nought. */
  readonly at: number;
  /** CSS pixels from the first card. */
  readonly top: number;
  readonly words: Words;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly place: { readonly at: number; readonly total: number };
}

/** One article on the board: what it is, when it is wanted, how far its checks are. */
export const BoardCard = memo(function BoardCard(props: Props) {
  const { id, article, at, top, words, isCursor, isSelected, place } = props;
  const tags = article.tags.map((tag) => words.tag(tag)).join(' · ');
  return (
    <div
      id={id}
      className="board-card"
      role="option"
      aria-selected={isSelected}
      aria-posinset={place.at}
      aria-setsize={place.total}
      data-at={at}
      data-cursor={isCursor || undefined}
      style={{ transform: `translateY(${top}px)` }}
      draggable
      onDragStart={(event) => startDrag(event, article.id)}
    >
      <span className="board-title" lang={article.language}>
        {words.title(article)}
      </span>
      <span className="board-facts">
        {article.section && <span className="board-section">{article.section}</span>}
        {tags && <span className="board-tags">{tags}</span>}
      </span>
      <Marks article={article} words={words} />
    </div>
  );
});

function Marks({ article, words }: Pick<Props, 'article' | 'words'>) {
  const { t } = words;
  const due = words.dueMark(article);
  const embargo = words.embargo(article);
  const { checked, total } = article.claims;
  return (
    <span className="board-marks">
      {due && (
        <span className={due.late ? 'late' : undefined} title={t('views.due-day', { day: due.text })}>
          <CalendarClock size={12} aria-hidden="true" />
          <span className="visually-hidden">{t('views.column.due')} </span>
          {due.text}
          {due.late && <span className="visually-hidden"> ({t('views.late')})</span>}
        </span>
      )}
      {embargo && (
        <span className="embargo-mark" title={embargo}>
          <ShieldAlert size={12} aria-hidden="true" />
          <span className="visually-hidden">{embargo}</span>
        </span>
      )}
      {article.openQueries > 0 && (
        <span title={t('views.queries-open', { count: article.openQueries })}>
          <CircleHelp size={12} aria-hidden="true" />
          {article.openQueries}
          <span className="visually-hidden">{t('views.queries-open', { count: article.openQueries })}</span>
        </span>
      )}
      {total > 0 && (
        <span className="board-progress" title={t('views.checked', { checked, total })}>
          <span className="progress-line" aria-hidden="true">
            <span style={{ width: `${(100 * checked) / total}%` }} />
          </span>
          <span aria-hidden="true">
            {checked}/{total}
          </span>
          <span className="visually-hidden">{t('views.checked', { checked, total })}</span>
        </span>
      )}
    </span>
  );
}
