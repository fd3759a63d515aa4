import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { addMonths, monthOf, monthSheet, monthTitle, weekdayNames } from '#core/desk/calendar';
import { type CalendarField, calendarFields } from '#core/desk/table-columns';
import { narrowed } from '#core/search/narrow';
import { desk, preferences, setPreferences } from '../../../session/app-session';
import { openArticle } from '../../../session/article-session';
import { changeArticles } from '../../../session/batch-session';
import { showInTable } from '../../../session/desk-view';
import { focusWhenOpen } from '../../../session/editor-port';
import { today } from '../../../session/library-session';
import { tell } from '../../../session/notices';
import { toggleSelected } from '../../../session/selection';
import { useSelected } from '../../../session/store';
import { useTranslation } from '../../../session/translation';
import { Button, IconButton } from '../../../ui/button';
import { showDay } from '../../../ui/time';
import { useViewFocus } from '../use-view-focus';
import { useWords } from '../use-words';
import type { ViewProps } from '../view-props';
import { CalendarCell, dayId, itemId } from './calendar-cell';
import { type CalendarCursor, useCalendarKeys } from './use-calendar-keys';
import { useLineCount } from './use-line-count';
import { fieldFilter, useMonth } from './use-month';

/** A month of the desk: what is due, or what is dated, on which day. */
export function CalendarView({ query }: ViewProps) {
  const { t, language } = useTranslation();
  const words = useWords();
  const field = useSelected(preferences, (current) => current.calendarBy);
  const isFrenchDesk = useSelected(desk, (current) => current?.language) === 'fr';
  const [cursor, setCursor] = useState<CalendarCursor>({ day: today(), item: null });
  const sheet = useRef<HTMLDivElement>(null);
  const month = monthOf(cursor.day);
  const weeks = useMemo(() => monthSheet(month), [month]);
  const first = weeks[0]?.days[0]?.day ?? cursor.day;
  const last = weeks.at(-1)?.days[6]?.day ?? cursor.day;
  const days = useMonth(field, query, first, last);
  const lines = useLineCount(sheet, weeks.length);
  useViewFocus(sheet, 'calendar');

  const openDay = (day: string): void => showInTable(narrowed(query, `${fieldFilter[field]}:${day}`));
  const open = (id: string): void => {
    focusWhenOpen();
    void openArticle(id);
  };
  const move = (article: ArticleSummary, day: string): void => {
    if (article[field] === day) return;
    const title = words.title(article);
    if (['published', 'archived'].includes(words.stage(article.status))) {
      tell('views.date-stays', { title });
      return;
    }
    void changeArticles(
      [article.id],
      { type: field, day },
      { key: `views.done.dated-${field}`, params: { title, day: showDay(day, language) } },
    );
  };
  const shownOn = (day: string): readonly ArticleSummary[] => {
    const list = days.get(day);
    if (!list) return [];
    // The last line says how many are left out.
    return list.articles.slice(0, list.total > lines ? Math.max(1, lines - 1) : lines);
  };
  const onKeyDown = useCalendarKeys({
    cursor,
    setCursor,
    shownOn,
    hasMore: (day) => (days.get(day)?.total ?? 0) > shownOn(day).length,
    open,
    openDay,
    move,
    pick: (id) => toggleSelected(id, 0),
  });
  const active = shownOn(cursor.day).some(({ id }) => id === cursor.item)
    ? itemId(cursor.item ?? '')
    : dayId(cursor.day);
  return (
    <div className="calendar" data-weeks={isFrenchDesk || undefined}>
      <Bar cursor={cursor} setCursor={setCursor} field={field} title={monthTitle(month, language)} />
      <div
        ref={sheet}
        className="sheet"
        role="grid"
        tabIndex={0}
        aria-label={monthTitle(month, language)}
        aria-activedescendant={active}
        onKeyDown={onKeyDown}
      >
        <div role="row" className="sheet-head">
          {isFrenchDesk && (
            <abbr role="columnheader" className="sheet-week" title={t('views.week')}>
              {t('views.week-short')}
            </abbr>
          )}
          {weekdayNames(language).map(({ full, short }) => (
            <abbr key={full} role="columnheader" title={full}>
              {short}
            </abbr>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week.number} role="row" className="sheet-row">
            {isFrenchDesk && (
              <span role="rowheader" className="sheet-week">
                <span className="visually-hidden">{t('views.week')} </span>
                {week.number}
              </span>
            )}
            {week.days.map((day) => (
              <CalendarCell
                key={day.day}
                day={day}
                articles={shownOn(day.day)}
                total={days.get(day.day)?.total ?? 0}
                cursor={cursor.day === day.day ? cursor : null}
                words={words}
                onCursor={setCursor}
                onOpen={open}
                onOpenDay={openDay}
                onDrop={(id) => {
                  const article = [...days.values()]
                    .flatMap((list) => list.articles)
                    .find((one) => one.id === id);
                  if (article) move(article, day.day);
                }}
              />
            ))}
          </div>
        ))}
      </div>
      <footer className="view-footer">{t('views.calendar-hint')}</footer>
    </div>
  );
}

interface BarProps {
  readonly cursor: CalendarCursor;
  readonly setCursor: (cursor: CalendarCursor) => void;
  readonly field: CalendarField;
  readonly title: string;
}

function Bar({ cursor, setCursor, field, title }: BarProps) {
  const { t } = useTranslation();
  const go = (months: number): void => setCursor({ day: addMonths(cursor.day, months), item: null });
  return (
    <header className="calendar-bar">
      <h2 aria-live="polite">{title}</h2>
      <IconButton icon={ChevronLeft} label={t('views.previous-month')} keys="PageUp" onClick={() => go(-1)} />
      <Button onClick={() => setCursor({ day: today(), item: null })}>{t('views.today')}</Button>
      <IconButton icon={ChevronRight} label={t('views.next-month')} keys="PageDown" onClick={() => go(1)} />
      <span className="calendar-space" />
      <label className="calendar-by">
        {t('views.calendar-by')}
        <select
          value={field}
          onChange={(event) => void setPreferences({ calendarBy: event.target.value as CalendarField })}
        >
          {calendarFields.map((one) => (
            <option key={one} value={one}>
              {t(`views.by-${one}`)}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
