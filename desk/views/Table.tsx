import type { ComponentChildren } from 'preact';
import * as css from './frame.css.ts';

interface TableProps {
  columns: readonly string[];
  /** Rows of `td` elements with the class `cell`. */
  children: ComponentChildren;
}

export function Table({ columns, children }: TableProps) {
  return (
    <table class={css.table}>
      <thead class={css.tableHead}>
        <tr>
          {columns.map((name) => (
            <th key={name} class={css.cell} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class={css.tableBody}>{children}</tbody>
    </table>
  );
}

/** The sentence about a failed call. */
export function Problem({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class={css.problem} role="alert">
      {text}
    </p>
  );
}
