interface Props {
  /** What opens it. */
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its head. */
  readonly rows: readonly (readonly string[])[];
}

/** The figures of a drawing as a table, for whoever does not see it or wants the numbers. */
export function FigureTable({ label, caption, columns, rows }: Props) {
  return (
    <details className="figure-table">
      <summary>{label}</summary>
      <div className="figure-table-scroll">
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([head = '', ...cells]) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
