import { CalendarDays, Columns3, type LucideIcon, Newspaper, Table2, X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type ComponentType, type KeyboardEvent, useRef } from 'react';
import { runCommand } from '../../commands/registry';
import { undoBatch } from '../../session/batch-session';
import {
  type DeskViewId,
  deskQuery,
  deskViews,
  leaveViews,
  middleView,
  showView,
} from '../../session/desk-view';
import { tell } from '../../session/notices';
import { clearSelection, selection } from '../../session/selection';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { useResultList } from '../../session/use-result-list';
import { IconButton } from '../../ui/button';
import { QueryProblems } from '../../ui/query-problems';
import { showNumber } from '../../ui/time';
import { BatchBar } from './batch-bar';
import { BoardView } from './board/board-view';
import { CalendarView } from './calendar/calendar-view';
import { QueryField } from './query-field';
import { tableSort } from './table/table-sort';
import { TableView } from './table/table-view';
import { useViewFocus } from './use-view-focus';
import type { ViewProps } from './view-props';
import './views.css';

/** A view more is a line more, here and in `deskViews`. */
const icons: Readonly<Record<DeskViewId, LucideIcon>> = {
  overview: Newspaper,
  table: Table2,
  board: Columns3,
  calendar: CalendarDays,
};

const own: Readonly<Record<Exclude<DeskViewId, 'overview'>, ComponentType<ViewProps>>> = {
  table: TableView,
  board: BoardView,
  calendar: CalendarView,
};

interface Props {
  /** The front page is a feature of its own, and has its own questions. */
  readonly overview: ComponentType;
}

/** The desk in the middle pane: one search, looked at in several ways. */
export function DeskViews({ overview: Overview }: Props) {
  const { t, language } = useTranslation();
  const current = useStore(middleView);
  const query = useStore(deskQuery);
  const sort = useStore(tableSort);
  const isPicking = useSelected(selection, ({ ids }) => ids.size > 0);
  const { list, state } = useResultList({ query, typing: true, sort });
  const front = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useViewFocus(front, 'overview');
  const isSearched = current !== 'overview';
  if (current === 'article') return null;
  return (
    <section className="desk-views" aria-label={t('views.label')} onKeyDown={onKeyDown}>
      <Tabs.Root value={current} onValueChange={(next) => showView(next as DeskViewId)} className="tabs">
        <header className="views-header">
          <Tabs.List className="views-tabs" aria-label={t('views.label')}>
            {deskViews.map((id) => {
              const Icon = icons[id];
              return (
                <Tabs.Trigger key={id} value={id} className="views-tab">
                  <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
                  {t(`views.${id}`)}
                </Tabs.Trigger>
              );
            })}
          </Tabs.List>
          {isSearched ? <QueryField query={query} field={field} /> : <span className="views-query" />}
          <p className="views-count" role="status">
            {isSearched &&
              state.total !== null &&
              t('views.found', { count: state.total, number: showNumber(state.total, language) })}
          </p>
          <IconButton icon={X} label={t('views.back')} onClick={leaveViews} />
        </header>
        {isSearched && (
          <QueryProblems t={t} text={state.question.query} problems={state.problems} field={field} />
        )}
        {isPicking && <BatchBar />}
        {deskViews.map((id) => {
          const View = id === 'overview' ? Overview : own[id];
          return (
            <Tabs.Content
              key={id}
              ref={id === 'overview' ? front : null}
              value={id}
              className="view"
              tabIndex={-1}
            >
              <View list={list} state={state} query={query} />
            </Tabs.Content>
          );
        })}
      </Tabs.Root>
    </section>
  );
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof Element) || event.defaultPrevented) return;
  // A dialog is drawn over the views, but its keys pass through here.
  if (event.target.closest('dialog')) return;
  const isMod = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape') {
    if (selection.get().ids.size > 0) clearSelection();
    else leaveViews();
  } else if (isMod && !event.shiftKey && event.key.toLowerCase() === 'z' && !event.target.closest('input')) {
    void undoBatch().then((isUndone) => isUndone || tell('views.nothing-to-undo'));
  } else if (event.key === 'Delete' && !event.target.closest('input') && selection.get().ids.size > 0) {
    runCommand('batch.trash');
  } else return;
  event.preventDefault();
}
