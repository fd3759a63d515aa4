import { limits } from '#core/body/blocks';
import type { Block, Inline } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { factBoxOf, tableOf } from '../shared/composites';
import { linesOf } from '../shared/flatten';
import { isBlank, joinContents } from '../shared/fold';
import { elementsOf, type XmlElement } from '../shared/xml';
import type { Reading } from './reading';

/** Characters that repeated cells may make of one: a sheet can repeat a page of text a million times. */
const mostRepeated = 200_000;

interface Row {
  readonly cells: Inline[][];
  readonly isHeader: boolean;
  /** One of many that a program fills its sheet up with. */
  readonly isFilling: boolean;
}

/**
 * A table as rows of lines: merged cells leave empty ones behind them, what no cell can hold stands behind the table. A
 * table of one cell is the frame around a box.
 */
export function readTable(table: XmlElement, reading: Reading): Block[] {
  const others: Block[] = [];
  const rows = rowsOf(table, false).flatMap(({ element, isHeader }) => {
    const cells = withoutBlankEnd(readRow(element, reading, others));
    const name = 'table:number-rows-repeated';
    const isFilling = element.attributes[name] !== undefined && cells.every(isBlank);
    return repeat<Row>({ cells, isHeader, isFilling }, element, name, cells.flat(), limits.tableRows);
  });
  while (rows.at(-1)?.isFilling) rows.pop();
  const [first] = rows;
  if (!reading.styles.isOurs && rows.length === 1 && first?.cells.length === 1) {
    const [content = []] = first.cells;
    return factBoxOf([], [{ id: '', type: 'paragraph', content }, ...others]);
  }
  const contents = rows.slice(0, limits.tableRows * 10).map(({ cells }) => cells);
  return [...tableOf(contents, first?.isHeader ?? false), ...others];
}

/** Groups of rows stand around rows; those of the head are repeated on every page. */
function rowsOf(table: XmlElement, isHeader: boolean): { element: XmlElement; isHeader: boolean }[] {
  return elementsOf(table).flatMap((element) => {
    if (element.name === 'table:table-row') return [{ element, isHeader }];
    const isHead = element.name === 'table:table-header-rows';
    return isHead || /^table:table-(?:rows|row-group)$/.test(element.name)
      ? rowsOf(element, isHeader || isHead)
      : [];
  });
}

function readRow(row: XmlElement, reading: Reading, others: Block[]): Inline[][] {
  return elementsOf(row).flatMap((cell) => {
    if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') return [];
    const { lines, rest } = linesOf(reading.readInside(cell));
    others.push(...rest);
    const content = joinContents(lines);
    return repeat(content, cell, 'table:number-columns-repeated', content, limits.tableColumns);
  });
}

function repeat<T>(
  one: T,
  { attributes }: XmlElement,
  name: string,
  text: readonly Inline[],
  most: number,
): T[] {
  const asked = Number(attributes[name] ?? 1);
  if (!Number.isInteger(asked) || asked <= 1) return [one];
  const length = plainText(text).length;
  const allowed = length === 0 ? most : Math.max(1, Math.floor(mostRepeated / length));
  return Array.from({ length: Math.min(asked, most, allowed) }, () => one);
}

/** Cells that a program fills its sheet up with; those within a table come back when its rows are made even. */
function withoutBlankEnd(cells: readonly Inline[][]): Inline[][] {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return cells.length > limits.tableColumns ? cells.slice(0, Math.max(last + 1, 1)) : [...cells];
}
