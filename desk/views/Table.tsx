import type { ComponentChildren } from 'preact';
import * as frame from './frame.css.ts';
import * as css from './table.css.ts';

interface TableProps<Column extends string> {
  /** Names of the columns. The first column is the header of its row. */
  columns: readonly Column[];
  rows: readonly { key: string; cells: { readonly [Name in Column]: ComponentChildren } }[];
}

/** Some browsers drop the table semantics if CSS changes `display`, so the roles are explicit. */
const is = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHead: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/**
 * A table whose rows become cards on a phone. Column names inside a card are hidden from screen
 * readers, which announce the table headers instead.
 */
export function Table<Column extends string>({ columns, rows }: TableProps<Column>) {
  const [first, ...rest] = columns;
  return (
    <table class={css.table} {...is.table}>
      <thead class={css.tableHead} {...is.rows}>
        <tr {...is.row}>
          {columns.map((name) => (
            <th key={name} class={css.cell} scope="col" {...is.columnHead}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class={css.tableBody} {...is.rows}>
        {rows.map(({ key, cells }) => (
          <tr key={key} {...is.row}>
            <th class={`${css.cell} ${css.rowHead}`} scope="row" {...is.rowHead}>
              {first === undefined ? '' : cells[first]}
            </th>
            {rest.map((name) => (
              <td key={name} class={css.cell} {...is.cell}>
                <span class={css.columnOfCard} aria-hidden="true">
                  {name}
                </span>
                <div class={css.content}>{cells[name] === '' ? '–' : cells[name]}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Shows the error message of a failed request. */
export function Problem({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class={frame.problem} role="alert">
      {text}
    </p>
  );
}
