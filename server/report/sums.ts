/** Adds up a column of rows. */
export const sumOf =
  <Name extends string>(rows: readonly { readonly [Key in Name]: number }[]) =>
  (name: Name): number =>
    rows.reduce((total, row) => total + row[name], 0);

/** Null if there is nothing to divide by. */
export function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
