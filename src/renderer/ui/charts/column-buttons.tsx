import { type KeyboardEvent, useRef, useState } from 'react';

interface Column {
  readonly key: string;
  readonly name: string;
  readonly upName: string;
  readonly downName: string;
  readonly onUp: () => void;
  readonly onDown: () => void;
}

interface Props {
  readonly columns: readonly Column[];
  readonly label: string;
  readonly upLabel: string;
  readonly downLabel: string;
  /** CSS pixels of the drawing below: where the first column begins, how far they are apart, where the axis is. */
  readonly left: number;
  readonly step: number;
  readonly axis: number;
  readonly height: number;
  /** The column that somebody is at; null: none. */
  readonly onAt: (index: number | null) => void;
}

type Side = 'up' | 'down';

/**
 * Buttons over the columns of a chart, for the pointer and for keys: one stop for Tab, arrows walk from column to column
 * and from what is above the axis to what is below.
 */
export function ColumnButtons({ columns, label, left, step, axis, height, onAt, ...labels }: Props) {
  const [current, setCurrent] = useState<{ readonly index: number; readonly side: Side }>({
    index: columns.length - 1,
    side: 'up',
  });
  const group = useRef<HTMLFieldSetElement>(null);
  const index = Math.min(current.index, columns.length - 1);
  const go = (to: number, side: Side): void => {
    const next = Math.max(0, Math.min(columns.length - 1, to));
    setCurrent({ index: next, side });
    group.current?.querySelector<HTMLElement>(`[data-place="${next}-${side}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { side } = current;
    if (event.key === 'ArrowLeft') go(index - 1, side);
    else if (event.key === 'ArrowRight') go(index + 1, side);
    else if (event.key === 'Home') go(0, side);
    else if (event.key === 'End') go(columns.length - 1, side);
    else if (event.key === 'ArrowUp') go(index, 'up');
    else if (event.key === 'ArrowDown') go(index, 'down');
    else return;
    event.preventDefault();
  };
  const button = (column: Column, place: number, side: Side) => (
    <button
      key={`${column.key}-${side}`}
      type="button"
      className="chart-button"
      data-place={`${place}-${side}`}
      tabIndex={place === index && side === current.side ? 0 : -1}
      aria-label={`${column.name}${'\u00a0'}: ${side === 'up' ? column.upName : column.downName}`}
      title={side === 'up' ? labels.upLabel : labels.downLabel}
      style={{
        left: left + place * step,
        width: step,
        ...(side === 'up' ? { top: 0, height: axis } : { top: axis, height: height - axis }),
      }}
      onClick={side === 'up' ? column.onUp : column.onDown}
      onFocus={() => {
        setCurrent({ index: place, side });
        onAt(place);
      }}
      onMouseEnter={() => onAt(place)}
    />
  );
  return (
    <fieldset
      ref={group}
      className="chart-buttons"
      aria-label={label}
      onKeyDown={onKeyDown}
      onMouseLeave={() => onAt(null)}
      onBlur={() => onAt(null)}
    >
      {columns.map((column, place) => [button(column, place, 'up'), button(column, place, 'down')])}
    </fieldset>
  );
}
