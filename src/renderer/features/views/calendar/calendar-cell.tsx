import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { type CalendarDay, longDay } from '#core/desk/calendar';
import { today } from '../../../session/library-session';
import { selection } from '../../../session/selection';
import { useStore } from '../../../session/store';
import { showNumber } from '../../../ui/time';
import { droppedIds, isDragOver, startDrag } from '../drag';
import { StatusMark } from '../status-mark';
import type { Words } from '../use-words';
import type { CalendarCursor } from './use-calendar-keys';

interface Props {
  readonly day: CalendarDay;
  /** Those that there is room for. */
  readonly articles: readonly ArticleSummary[];
  readonly total: number;
  /** Null: the cursor is on another day. */
  readonly cursor: CalendarCursor | null;
  readonly words: Words;
  readonly onCursor: (cursor: CalendarCursor) => void;
  readonly onOpen: (id: string) => void;
  readonly onOpenDay: (day: string) => void;
  /** One article was dropped here. */
  readonly onDrop: (id: string) => void;
}

export function dayId(day: string): string {
  return `desk-day-${day}`;
}

export function itemId(id: string): string {
  return `desk-item-${id}`;
}

/** One day of the sheet, with as many of its articles as fit. */
export function CalendarCell(props: Props) {
  const { day, articles, total, cursor, words, onCursor, onOpen, onOpenDay, onDrop } = props;
  const { t, language } = words;
  const [isOver, setOver] = useState(false);
  const isToday = day.day === today();
  const name = { day: longDay(day.day, language), count: total, number: showNumber(total, language) };
  const rest = total - articles.length;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the sheet takes the keys
    <div
      id={dayId(day.day)}
      className="day"
      role="gridcell"
      aria-label={t(total === 0 ? 'views.day-none' : 'views.day-count', name)}
      aria-current={isToday ? 'date' : undefined}
      data-out={!day.inMonth || undefined}
      data-cursor={(cursor && cursor.item === null) || undefined}
      data-over={isOver || undefined}
      onClick={() => onCursor({ day: day.day, item: null })}
      onDragOver={(event) => setOver(isDragOver(event))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const [id] = droppedIds(event);
        if (id !== undefined) onDrop(id);
      }}
    >
      <span className="day-number" aria-hidden="true">
        {day.number}
      </span>
      {articles.map((article) => (
        <DayItem
          key={article.id}
          article={article}
          words={words}
          isCursor={cursor?.item === article.id}
          onClick={() => {
            onCursor({ day: day.day, item: article.id });
            onOpen(article.id);
          }}
        />
      ))}
      {rest > 0 && (
        <button type="button" className="day-more" tabIndex={-1} onClick={() => onOpenDay(day.day)}>
          {t('views.more-on-day', { number: showNumber(rest, language) })}
        </button>
      )}
    </div>
  );
}

interface ItemProps {
  readonly article: ArticleSummary;
  readonly words: Words;
  readonly isCursor: boolean;
  readonly onClick: () => void;
}

function DayItem({ article, words, isCursor, onClick }: ItemProps) {
  const { ids } = useStore(selection);
  const embargo = words.embargo(article);
  const title = words.title(article);
  const label = [title, words.status(article.status), embargo].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      id={itemId(article.id)}
      className="day-item"
      tabIndex={-1}
      aria-label={label}
      aria-pressed={ids.has(article.id)}
      title={label}
      data-cursor={isCursor || undefined}
      draggable
      onDragStart={(event) => startDrag(event, article.id)}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      <StatusMark stage={words.stage(article.status)} />
      {embargo && <ShieldAlert size={11} aria-hidden="true" />}
      <span className="day-title" lang={article.language}>
        {title}
      </span>
    </button>
  );
}
