import { ArrowDown, ArrowUp } from 'lucide-react';
import type { PointerEvent } from 'react';
import { columnFacts, columnWidths, type TableColumn } from '#core/desk/table-columns';
import type { SearchSort } from '#core/search/request';
import { preferences, setPreferences } from '../../../session/app-session';
import { useTranslation } from '../../../session/translation';
import { cellId } from './table-row';
import { sortDirection } from './table-sort';

/** The row of the headings, for the cursor. */
export const headRow = -1;

interface Props {
  readonly columns: readonly TableColumn[];
  readonly sort: SearchSort | null;
  /** The column with the cursor; null: the cursor is in a row below. */
  readonly cursor: number | null;
  readonly onSort: (column: TableColumn) => void;
}

/** The headings: what the table is sorted by, and how wide each column is. */
export function TableHead({ columns, sort, cursor, onSort }: Props) {
  const { t } = useTranslation();
  return (
    <div className="grid-head" role="row" aria-rowindex={1}>
      <span className="pick-head" aria-hidden="true" />
      {columns.map((column, index) => {
        const direction = sortDirection(column, sort);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
          <span
            key={column}
            id={cellId(headRow, index)}
            role="columnheader"
            className="grid-cell"
            aria-sort={direction}
            data-figures={columnFacts[column].figures}
            data-cursor={cursor === index || undefined}
            onClick={() => onSort(column)}
          >
            <span className="grid-heading">{t(`views.column.${column}`)}</span>
            {direction === 'ascending' && <ArrowUp size={12} aria-hidden="true" />}
            {direction === 'descending' && <ArrowDown size={12} aria-hidden="true" />}
            <span
              className="grid-edge"
              aria-hidden="true"
              onClick={(event) => event.stopPropagation()}
              onPointerDown={(event) => drag(event, column)}
            />
          </span>
        );
      })}
    </div>
  );
}

export function widthOf(column: TableColumn, widths: Readonly<Partial<Record<TableColumn, number>>>): number {
  return widths[column] ?? columnFacts[column].width;
}

/** Makes a column so many pixels wide. While somebody drags it is only shown; at the end it is remembered. */
export function setWidth(column: TableColumn, width: number, isOver = true): void {
  const { minimum, maximum } = columnWidths;
  const next = Math.round(Math.min(maximum, Math.max(minimum, width)));
  const tableWidths = { ...preferences.get().tableWidths, [column]: next };
  if (isOver) void setPreferences({ tableWidths });
  else preferences.update((current) => ({ ...current, tableWidths }));
}

function drag(event: PointerEvent<HTMLElement>, column: TableColumn): void {
  const handle = event.currentTarget;
  const from = event.clientX;
  const width = handle.parentElement?.offsetWidth ?? widthOf(column, preferences.get().tableWidths);
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  const onMove = (move: globalThis.PointerEvent): void =>
    setWidth(column, width + move.clientX - from, false);
  handle.addEventListener('pointermove', onMove);
  const onUp = (up: globalThis.PointerEvent): void => {
    handle.removeEventListener('pointermove', onMove);
    setWidth(column, width + up.clientX - from);
  };
  handle.addEventListener('pointerup', onUp, { once: true });
}
