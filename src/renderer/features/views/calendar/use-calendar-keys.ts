import type { KeyboardEvent } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { addDays, addMonths } from '#core/desk/calendar';
import { runCommand } from '../../../commands/registry';
import { today } from '../../../session/library-session';
import { select, selection } from '../../../session/selection';

/** `item`: the article of that day which is looked at; null: the day itself. */
export interface CalendarCursor {
  readonly day: string;
  readonly item: string | null;
}

interface CalendarKeys {
  readonly cursor: CalendarCursor;
  readonly setCursor: (cursor: CalendarCursor) => void;
  readonly shownOn: (day: string) => readonly ArticleSummary[];
  /** Whether a day has more articles than there is room for. */
  readonly hasMore: (day: string) => boolean;
  readonly open: (id: string) => void;
  readonly openDay: (day: string) => void;
  readonly move: (article: ArticleSummary, day: string) => void;
  readonly pick: (id: string) => void;
}

/** The keys of the calendar: arrows walk the days; Return goes into one, where ↑ and ↓ walk its articles. */
export function useCalendarKeys(keys: CalendarKeys): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const article = keys.shownOn(keys.cursor.day).find(({ id }) => id === keys.cursor.item) ?? null;
    const isMod = event.ctrlKey || event.metaKey;
    const isDone = isMod
      ? article !== null && moveKey(keys, article, event.key)
      : (article !== null && itemKey(keys, article, event.key)) || dayKey(keys, event.key);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const daySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** The article goes to another day, and the cursor with it. */
function moveKey({ cursor, setCursor, move }: CalendarKeys, article: ArticleSummary, key: string): boolean {
  const step = daySteps[key];
  if (step === undefined) return false;
  const day = addDays(cursor.day, step);
  move(article, day);
  setCursor({ day, item: article.id });
  return true;
}

function itemKey(keys: CalendarKeys, article: ArticleSummary, key: string): boolean {
  const { cursor, setCursor, shownOn, open, pick } = keys;
  const articles = shownOn(cursor.day);
  const at = articles.indexOf(article);
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const next = articles[Math.max(0, Math.min(articles.length - 1, at + (key === 'ArrowDown' ? 1 : -1)))];
    setCursor({ ...cursor, item: next?.id ?? null });
  } else if (key === 'Enter') open(article.id);
  else if (key === ' ') pick(article.id);
  else if (key === 'Escape') setCursor({ ...cursor, item: null });
  else if (key === 'Delete') {
    if (selection.get().ids.size === 0) select([article.id]);
    runCommand('batch.trash');
  } else return false;
  return true;
}

function dayKey({ cursor, setCursor, shownOn, hasMore, openDay }: CalendarKeys, key: string): boolean {
  const { day } = cursor;
  const step = daySteps[key];
  const [first] = shownOn(day);
  const goTo = (next: string): void => setCursor({ day: next, item: null });
  if (step !== undefined) goTo(addDays(day, step));
  else if (key === 'PageUp' || key === 'PageDown') goTo(addMonths(day, key === 'PageDown' ? 1 : -1));
  else if (key === 'Home' || key === 'End') goTo(edgeOfMonth(day, key === 'End'));
  else if (key === 't' || key === 'T') goTo(today());
  else if (key === '+' && hasMore(day)) openDay(day);
  else if (key === 'Enter' && first) setCursor({ day, item: first.id });
  else return false;
  return true;
}

function edgeOfMonth(day: string, isEnd: boolean): string {
  const first = `${day.slice(0, 7)}-01`;
  return isEnd ? addDays(addMonths(first, 1), -1) : first;
}
