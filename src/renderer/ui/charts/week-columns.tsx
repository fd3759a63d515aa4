import { useId, useState } from 'react';
import { ColumnButtons } from './column-buttons';
import { type FillName, Fills, fillOf } from './patterns';
import { ticksFor } from './ticks';
import { useWidth } from './use-width';

export interface WeekColumn {
  readonly key: string;
  /** Under the axis, where something begins: the name of a month. */
  readonly mark: string | null;
  /** What the column says, in words. */
  readonly name: string;
  /** What came in, from the axis upwards, in the order of `fills`. */
  readonly up: readonly number[];
  /** What went out, from the axis downwards. */
  readonly down: number;
  readonly upName: string;
  readonly downName: string;
  readonly onUp: () => void;
  readonly onDown: () => void;
}

interface Props {
  readonly title: string;
  readonly sentence: string;
  readonly columns: readonly WeekColumn[];
  readonly fills: readonly FillName[];
  readonly down: FillName;
  readonly upLabel: string;
  readonly downLabel: string;
  readonly showNumber: (value: number) => string;
}

/** CSS pixels: room for figures on the left, for names of months below, and the drawing between. */
const left = 40;
const below = 20;
const height = 190;

/** Columns over and under one axis, a pair a week. What the pointer or the keyboard is at is said in words above. */
export function WeekColumns(props: Props) {
  const { title, sentence, columns, fills, down, upLabel, downLabel, showNumber } = props;
  const id = useId();
  const [box, width] = useWidth<HTMLDivElement>(720);
  const [at, setAt] = useState<number | null>(null);
  const { upTicks, downTicks, axis, y } = scaleOf(columns);
  const step = (width - left) / Math.max(1, columns.length);
  const wide = Math.max(2, Math.min(26, Math.floor(step * 0.72)));
  const x = (index: number): number => Math.round(left + index * step + (step - wide) / 2) + 0.5;
  const shown = columns[at ?? columns.length - 1];
  return (
    <div className="week-columns">
      <p className="chart-readout" aria-hidden="true">
        <strong>{shown?.name}</strong> {shown && `${shown.upName}, ${shown.downName}`}
      </p>
      <div ref={box} className="chart-box" style={{ height: height + below }}>
        <svg
          width={width}
          height={height + below}
          viewBox={`0 0 ${width} ${height + below}`}
          role="img"
          aria-labelledby={`${id}-title ${id}-sentence`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-sentence`}>{sentence}</desc>
          <Fills id={id} names={[...fills, down]} />
          {[...upTicks.map((tick) => ({ tick, to: y(tick) })), ...downTicks].map(({ tick, to }) => (
            <g key={to} className="chart-grid">
              <path d={`M${left} ${to}H${width}`} />
              <text x={left - 8} y={to + 4} textAnchor="end">
                {showNumber(tick)}
              </text>
            </g>
          ))}
          {columns.map((column, index) => (
            <g key={column.key} className="chart-column" data-at={index === at || undefined}>
              {stackOf(column.up).map(({ from, to, place }) => (
                <rect
                  key={place}
                  x={x(index)}
                  y={y(to)}
                  width={wide}
                  height={y(from) - y(to)}
                  {...fillOf(id, fills[place] ?? 'raw')}
                />
              ))}
              {column.down > 0 && (
                <rect
                  x={x(index)}
                  y={axis}
                  width={wide}
                  height={y(-column.down) - axis}
                  {...fillOf(id, down)}
                />
              )}
            </g>
          ))}
          <path className="chart-axis" d={`M${left} ${axis}H${width}`} />
          <Marks columns={columns} x={(index) => left + index * step} />
        </svg>
        <ColumnButtons
          columns={columns}
          label={title}
          upLabel={upLabel}
          downLabel={downLabel}
          left={left}
          step={step}
          axis={axis}
          height={height}
          onAt={setAt}
        />
      </div>
    </div>
  );
}

/** Names of months, as many as there is room for. */
function Marks({
  columns,
  x,
}: {
  readonly columns: readonly WeekColumn[];
  readonly x: (index: number) => number;
}) {
  let free = 0;
  return columns.map(({ key, mark }, index) => {
    const from = x(index);
    if (mark === null || from < free) return null;
    // Seven pixels a letter is more than these letters need.
    free = from + mark.length * 7 + 8;
    if (free > x(columns.length) + 8) return null;
    return (
      <g key={key} className="chart-mark">
        <path d={`M${Math.round(from) + 0.5} ${height}v6`} />
        <text x={from + 3} y={height + 15}>
          {mark}
        </text>
      </g>
    );
  });
}

/** Both directions have one scale: what is twice as tall is twice as much. */
function scaleOf(columns: readonly WeekColumn[]) {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const mostUp = Math.max(1, ...columns.map(({ up }) => sum(up)));
  const mostDown = Math.max(0, ...columns.map(({ down }) => down));
  const upTicks = ticksFor(mostUp);
  const each = upTicks[1] ?? 1;
  const top = upTicks.at(-1) ?? 1;
  const bottom = mostDown === 0 ? 0 : Math.ceil(mostDown / each) * each;
  const unit = (height - 16) / (top + Math.max(bottom, each / 2));
  const y = (value: number): number => Math.round(8 + (top - value) * unit) + 0.5;
  const downTicks = Array.from({ length: bottom / each }, (_, index) => {
    const tick = (index + 1) * each;
    return { tick, to: y(-tick) };
  });
  return { upTicks, downTicks, axis: y(0), y };
}

/** Where each part of a column begins and ends; parts of nothing are left out. */
function stackOf(values: readonly number[]) {
  let from = 0;
  return values.flatMap((value, place) => {
    if (value === 0) return [];
    const part = { from, to: from + value, place };
    from += value;
    return [part];
  });
}
