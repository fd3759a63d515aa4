interface Props {
  readonly values: readonly number[];
  /** The highest column of all sparks beside this one. */
  readonly most: number;
}

/** CSS pixels. */
const step = 4;
const height = 20;

/** A small row of columns inside of a line of text: a shape to compare, without an axis. */
export function SparkColumns({ values, most }: Props) {
  const width = values.length * step;
  return (
    <svg
      className="spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className="chart-axis" d={`M0 ${height - 0.5}H${width}`} />
      {values.map((value, at) => {
        const tall = value > 0 ? Math.max(1, Math.round((value / Math.max(1, most)) * (height - 2))) : 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <rect key={at} x={at * step} y={height - 1 - tall} width={step - 1} height={tall} />
        );
      })}
    </svg>
  );
}
