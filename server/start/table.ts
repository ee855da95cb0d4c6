import { printable } from './command.ts';

const textOf = (cell: string | number | null | undefined) =>
  printable(String(cell ?? '–')).replaceAll(/[\n\t]/g, ' ');

/** Returns the lines of a table with aligned columns. Null and undefined appear as `–`. */
export function tableOf(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string[] {
  const cells = [columns, ...rows.map((row) => row.map(textOf))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)));
  return cells.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
