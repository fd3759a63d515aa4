import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $isTableSelection,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { $getSelection, $isRangeSelection } from 'lexical';

interface Place {
  readonly table: TableNode;
  readonly cell: TableCellNode;
}

/** The table and the cell that the selection starts in. */
export function $tablePlace(): Place | null {
  const selection = $getSelection();
  const isInText = $isRangeSelection(selection) || $isTableSelection(selection);
  const node = isInText ? selection.anchor.getNode() : null;
  const around = node ? [node, ...node.getParents()] : [];
  const cell = around.find($isTableCellNode);
  const table = around.find($isTableNode);
  return cell && table ? { table, cell } : null;
}

/** Adds a row beside the one of the caret; only the first row names columns. */
export function $addRow(isAfter: boolean): void {
  const place = $tablePlace();
  if (!place) return;
  const isNamed = $hasHeader(place.table);
  $insertTableRowAtSelection(isAfter);
  $setHeader(place.table, isNamed);
}

export function $addColumn(isAfter: boolean): void {
  const place = $tablePlace();
  if (!place) return;
  const isNamed = $hasHeader(place.table);
  $insertTableColumnAtSelection(isAfter);
  $setHeader(place.table, isNamed);
}

/** The last row takes the table with it. */
export function $removeRow(): void {
  const place = $tablePlace();
  if (!place) return;
  if (place.table.getChildrenSize() === 1) $removeTable(place.table);
  else $deleteTableRowAtSelection();
}

export function $removeColumn(): void {
  const place = $tablePlace();
  if (!place) return;
  const row = place.cell.getParent();
  if ($isTableRowNode(row) && row.getChildrenSize() === 1) $removeTable(place.table);
  else $deleteTableColumnAtSelection();
}

function $removeTable(table: TableNode): void {
  table.selectNext();
  table.remove();
}

/** Swaps the column of the caret with its neighbour. */
export function $moveColumn(step: -1 | 1): void {
  const place = $tablePlace();
  const from = place?.cell.getIndexWithinParent() ?? -1;
  for (const row of place?.table.getChildren() ?? []) {
    if (!$isTableRowNode(row)) continue;
    const cells = row.getChildren();
    const [cell, neighbour] = [cells[from], cells[from + step]];
    if (!cell || !neighbour) return;
    if (step < 0) neighbour.insertBefore(cell, false);
    else neighbour.insertAfter(cell, false);
  }
}

export function $toggleHeader(): void {
  const place = $tablePlace();
  if (place) $setHeader(place.table, !$hasHeader(place.table));
}

function $cellsOf(table: TableNode): TableCellNode[][] {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => row.getChildren().filter($isTableCellNode));
}

export function $hasHeader(table: TableNode): boolean {
  return $cellsOf(table).some((cells) =>
    cells.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW)),
  );
}

/** The first row names the columns, or none does. */
export function $setHeader(table: TableNode, isNamed: boolean): void {
  for (const [index, cells] of $cellsOf(table).entries()) {
    const state = isNamed && index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
    for (const cell of cells) if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state);
  }
}
