import { useRef } from 'preact/hooks';

/**
 * Returns the rows of the first rendering in their order, with their current content, so that a row
 * that a person is about to press stays in its place, even if it is no longer in the list. `added`
 * are the rows that came later. They are below, or are shown the next time.
 */
export function useKeptRows<Row extends { id: string }>(
  rows: readonly Row[],
): { kept: readonly Row[]; added: readonly Row[] } {
  const first = useRef(rows);
  const byId = (list: readonly Row[], row: Row) => list.find(({ id }) => id === row.id);
  first.current = first.current.map((row) => byId(rows, row) ?? row);
  return { kept: first.current, added: rows.filter((row) => !byId(first.current, row)) };
}
