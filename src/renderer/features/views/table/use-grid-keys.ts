import type { KeyboardEvent } from 'react';
import type { TableColumn } from '#core/desk/table-columns';
import { runCommand } from '../../../commands/registry';
import { preferences } from '../../../session/app-session';
import type { ListState } from '../../../session/result-list';
import { anchorAt, liftAnchor, select, selection } from '../../../session/selection';
import { pick, pickAll } from '../pick';
import { headRow, setWidth, widthOf } from './table-head';

/** Row −1: the headings. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

interface Grid {
  readonly cursor: Cursor;
  readonly columns: readonly TableColumn[];
  readonly state: ListState;
  /** How many rows are seen at once. */
  readonly pageLength: number;
  readonly moveTo: (cursor: Cursor) => void;
  readonly sortBy: (column: TableColumn) => void;
  readonly open: (row: number) => void;
}

/** CSS pixels that a column grows by with one key. */
const widthStep = 16;

/** The keys of the table. Home and End go to the ends of the list, however long it is. */
export function useGridKeys(grid: Grid): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const isDone =
      event.ctrlKey || event.metaKey
        ? modKey(grid, event)
        : moveKey(grid, event) || (grid.cursor.row === headRow ? headKey(grid, event) : rowKey(grid, event));
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function modKey({ state }: Grid, { key }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'a') return false;
  void pickAll(state);
  return true;
}

/** How far each key moves, up and down. */
function rowAfter({ cursor: { row }, state, pageLength }: Grid, key: string): number | null {
  const last = (state.total ?? 0) - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: Math.max(0, row - pageLength),
    PageDown: row + pageLength,
    Home: 0,
    End: last,
  };
  const wanted = steps[key];
  return wanted === undefined ? null : Math.max(headRow, Math.min(last, wanted));
}

function moveKey(grid: Grid, { key, shiftKey }: KeyboardEvent): boolean {
  const { cursor, columns, state, moveTo } = grid;
  const row = rowAfter(grid, key);
  if (row !== null) {
    if (shiftKey && cursor.row !== headRow && row !== headRow) {
      anchorAt(cursor.row);
      void pick(state, row, 'extend');
    } else liftAnchor();
    moveTo({ ...cursor, row });
    return true;
  }
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step === undefined || shiftKey) return false;
  moveTo({ ...cursor, column: Math.max(0, Math.min(columns.length - 1, cursor.column + step)) });
  return true;
}

function headKey({ cursor, columns, sortBy }: Grid, { key, shiftKey }: KeyboardEvent): boolean {
  const column = columns[cursor.column];
  if (column === undefined) return false;
  const step = { ArrowLeft: -widthStep, ArrowRight: widthStep }[key];
  if (shiftKey && step !== undefined) setWidth(column, widthOf(column, preferences.get().tableWidths) + step);
  else if (key === 'Enter' || key === ' ') sortBy(column);
  else return false;
  return true;
}

function rowKey({ cursor, state, open }: Grid, { key }: KeyboardEvent): boolean {
  if (key === 'Enter') open(cursor.row);
  else if (key === ' ') void pick(state, cursor.row, 'toggle');
  else if (key === 'Delete') {
    const id = state.hits.get(cursor.row)?.article.id;
    if (selection.get().ids.size === 0 && id !== undefined) select([id], cursor.row);
    runCommand('batch.trash');
  } else return false;
  return true;
}
