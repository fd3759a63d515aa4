import { memo } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { columnFacts, type TableColumn } from '#core/desk/table-columns';
import type { Words } from '../use-words';
import { cells } from './cells';

interface Props {
  /** Null: it is on its way. */
  readonly article: ArticleSummary | null;
  /** Its place in the whole list, from nought. */
  readonly at: number;
  /** CSS pixels from the first row. */
  readonly top: number;
  readonly columns: readonly TableColumn[];
  readonly words: Words;
  readonly isSelected: boolean;
  /** The column with the cursor; null: the cursor is in another row. */
  readonly cursor: number | null;
}

export function cellId(row: number, column: number): string {
  return `desk-cell-${row}-${column}`;
}

/** One article of the table. Drawn anew only when something in it differs: a hundred pass by in a second. */
export const TableRow = memo(function TableRow(props: Props) {
  const { article, at, top, columns, words, isSelected, cursor } = props;
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      data-at={at}
      data-cursor={cursor !== null || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className="pick-box" data-pick="" aria-hidden="true" />
      {columns.map((column, index) => (
        <span
          key={column}
          id={cellId(at, index)}
          role="gridcell"
          className="grid-cell"
          data-column={column}
          data-figures={columnFacts[column].figures}
          data-cursor={cursor === index || undefined}
        >
          {article ? cells[column](article, words) : index === 0 && <Loading words={words} />}
        </span>
      ))}
    </div>
  );
});

function Loading({ words }: { readonly words: Words }) {
  return (
    <span className="grid-loading">
      <span className="visually-hidden">{words.t('views.loading')}</span>
    </span>
  );
}
