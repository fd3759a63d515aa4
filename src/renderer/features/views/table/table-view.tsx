import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, useMemo, useRef, useState } from 'react';
import { type TableColumn, tableColumns } from '#core/desk/table-columns';
import { preferences } from '../../../session/app-session';
import { openArticle } from '../../../session/article-session';
import { focusWhenOpen } from '../../../session/editor-port';
import { selection } from '../../../session/selection';
import { useSelected, useStore } from '../../../session/store';
import { useTranslation } from '../../../session/translation';
import { Button } from '../../../ui/button';
import { NothingFound } from '../nothing-found';
import { pick } from '../pick';
import { useReach } from '../use-reach';
import { useViewFocus } from '../use-view-focus';
import { useWords } from '../use-words';
import type { ViewProps } from '../view-props';
import { ColumnsDialog } from './columns-dialog';
import { headRow, TableHead, widthOf } from './table-head';
import { cellId, TableRow } from './table-row';
import { nextSort, tableSort } from './table-sort';
import { type Cursor, useGridKeys } from './use-grid-keys';

/** CSS pixels; views.css sets the same. */
const rowHeight = 34;
const headHeight = 32;
/** The box that selects, and the room at the end. */
const besideColumns = 46;

/** Every article that the search finds, in as many columns as somebody wants to see. */
export function TableView({ list, state }: ViewProps) {
  const { t } = useTranslation();
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const shownColumns = useSelected(preferences, (current) => current.tableColumns);
  const widths = useSelected(preferences, (current) => current.tableWidths);
  const sort = useStore(tableSort);
  const { ids } = useStore(selection);
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const [isChoosing, setChoosing] = useState(false);
  const columns = useMemo(
    () => tableColumns.filter((column) => column === 'title' || shownColumns.includes(column)),
    [shownColumns],
  );
  const total = state.total ?? 0;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useReach(list, first, last);
  useViewFocus(scroller, 'table');

  const moveTo = (next: Cursor): void => {
    setCursor(next);
    if (next.row >= 0) rows.scrollToIndex(next.row, { align: 'auto' });
  };
  const sortBy = (column: TableColumn): void => tableSort.set(nextSort(column, tableSort.get()));
  const open = (at: number): void => {
    const id = state.hits.get(at)?.article.id;
    if (id === undefined) return;
    focusWhenOpen();
    void openArticle(id);
  };
  const onKeyDown = useGridKeys({
    cursor: { row: Math.min(cursor.row, total - 1), column: Math.min(cursor.column, columns.length - 1) },
    columns,
    state,
    pageLength: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    moveTo,
    sortBy,
    open,
  });
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>('[data-at]');
    const at = Number(row?.dataset.at);
    if (!row || !Number.isInteger(at)) return;
    setCursor({ row: at, column: 0 });
    const isPicking = target?.closest('[data-pick]') !== null;
    if (event.shiftKey || event.ctrlKey || event.metaKey || isPicking)
      void pick(state, at, event.shiftKey ? 'extend' : 'toggle');
    else if (target?.closest('.grid-title')) open(at);
  };

  const isDrawn = cursor.row === headRow || (cursor.row >= first && cursor.row <= last && total > 0);
  const style = {
    '--grid-width': `${columns.reduce((sum, column) => sum + widthOf(column, widths), besideColumns)}px`,
    '--columns': columns.map((column) => trackOf(column, widthOf(column, widths))).join(' '),
  } as CSSProperties;
  return (
    <>
      <div
        ref={scroller}
        className="grid"
        role="grid"
        tabIndex={0}
        aria-label={t('views.table')}
        aria-multiselectable="true"
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={isDrawn ? cellId(cursor.row, cursor.column) : undefined}
        style={style}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
          if (row) open(Number(row.dataset.at));
        }}
      >
        <TableHead
          columns={columns}
          sort={sort}
          cursor={cursor.row === headRow ? cursor.column : null}
          onSort={sortBy}
        />
        <div className="grid-body" role="rowgroup" style={{ height: rows.getTotalSize() }}>
          {shown.map((row) => {
            const article = state.hits.get(row.index)?.article ?? null;
            return (
              <TableRow
                key={row.index}
                article={article}
                at={row.index}
                top={row.start - headHeight}
                columns={columns}
                words={words}
                isSelected={article !== null && ids.has(article.id)}
                cursor={cursor.row === row.index ? cursor.column : null}
              />
            );
          })}
        </div>
      </div>
      {state.total === 0 && <NothingFound />}
      <footer className="view-footer">
        <span>{sort === null && t('views.by-default')}</span>
        <Button onClick={() => setChoosing(true)}>{t('views.choose-columns')}</Button>
      </footer>
      {isChoosing && <ColumnsDialog onClose={() => setChoosing(false)} />}
    </>
  );
}

/** The headline takes what the others leave. */
function trackOf(column: TableColumn, width: number): string {
  return column === 'title' ? `minmax(${width}px, 1fr)` : `${width}px`;
}
