import { limits } from '#core/body/blocks';
import type { Block, Inline } from '#core/body/schema';
import { factBoxOf, tableOf } from '../shared/composites';
import { linesOf } from '../shared/flatten';
import { joinContents } from '../shared/fold';
import { sampleOf } from '../shared/warnings';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import { foldName, ourTable } from './names';
import { type Reading, wrappers } from './reading';
import { isOn, settingOf } from './styles';

/** What may stand around rows and cells. */
const around: ReadonlySet<string> = new Set([
  ...wrappers,
  'w:sdt',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
]);
/** Tracked changes of a table itself. */
const changes = [
  'w:tblPrChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
];

/**
 * A table as rows of lines: merged cells leave empty ones behind them, what no cell can hold stands behind the table.
 * A table of one cell is the frame around a box.
 */
export function readTable(table: XmlElement, reading: Reading): Block[] {
  const others: Block[] = [];
  const rows = partsOf(table, 'w:tr').map((row) => readRow(row, reading, others));
  if (hasChange(table)) reading.warnings.add('change-settled', { text: sampleOf(textOf(table)) });
  const style = settingOf(table, 'w:tblPr', 'w:tblStyle');
  const name = reading.styles.get(style)?.name ?? '';
  const isOurs = foldName(name) === foldName(ourTable) || style === ourTable;
  const [first] = rows;
  if (!isOurs && rows.length === 1 && first?.length === 1) {
    const [cell] = partsOf(partsOf(table, 'w:tr')[0] ?? table, 'w:tc');
    return cell ? factBoxOf([], [...asLines(first[0] ?? []), ...others]) : others;
  }
  return [...tableOf(rows, hasHeader(table, reading)), ...others];
}

function asLines(content: Inline[]): Block[] {
  return [{ id: '', type: 'paragraph', content }];
}

function partsOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return around.has(child.name) ? partsOf(child, name) : [];
  });
}

function readRow(row: XmlElement, reading: Reading, others: Block[]): Inline[][] {
  const properties = childOf(row, 'w:trPr');
  const cells = partsOf(row, 'w:tc').flatMap((cell) => readCell(cell, reading, others));
  const before = blanks(settingOf(properties, 'w:gridBefore'));
  return [...before, ...cells, ...blanks(settingOf(properties, 'w:gridAfter'))].slice(
    0,
    limits.tableColumns * 4,
  );
}

function readCell(cell: XmlElement, reading: Reading, others: Block[]): Inline[][] {
  const { lines, rest } = linesOf(reading.readInside(cell, reading));
  others.push(...rest);
  const span = settingOf(childOf(cell, 'w:tcPr'), 'w:gridSpan');
  return [joinContents(lines), ...blanks(span).slice(1)];
}

function blanks(count: string | undefined): Inline[][] {
  const wanted = Number(count ?? 0);
  return Array.from({ length: wanted > 0 ? Math.min(Math.trunc(wanted), limits.tableColumns) : 0 }, () => []);
}

/** A first row that is repeated on every page, or that the table's style sets apart, names the columns. */
function hasHeader(table: XmlElement, reading: Reading): boolean {
  const [first] = partsOf(table, 'w:tr');
  const repeated = first && childOf(first, 'w:trPr', 'w:tblHeader');
  if (repeated) return isOn(repeated) ?? false;
  const look = childOf(table, 'w:tblPr', 'w:tblLook')?.attributes;
  // Bit 0x20 of the older spelling.
  const isFirst =
    ['1', 'true', 'on'].includes(look?.['w:firstRow'] ?? '') ||
    (look?.['w:firstRow'] === undefined && (Number.parseInt(look?.['w:val'] ?? '0', 16) & 0x20) !== 0);
  return isFirst && (reading.styles.get(settingOf(table, 'w:tblPr', 'w:tblStyle'))?.marksFirstRow ?? false);
}

function hasChange(table: XmlElement): boolean {
  const inProperties = (element: XmlElement, name: string): boolean => {
    const properties = childOf(element, name);
    return properties !== undefined && changes.some((change) => childOf(properties, change));
  };
  return (
    inProperties(table, 'w:tblPr') ||
    childOf(table, 'w:tblGrid', 'w:tblGridChange') !== undefined ||
    partsOf(table, 'w:tr').some(
      (row) =>
        inProperties(row, 'w:trPr') ||
        childOf(row, 'w:trPr', 'w:ins') !== undefined ||
        childOf(row, 'w:trPr', 'w:del') !== undefined ||
        partsOf(row, 'w:tc').some((cell) => inProperties(cell, 'w:tcPr')),
    )
  );
}
