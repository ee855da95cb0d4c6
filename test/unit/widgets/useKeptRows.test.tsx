// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { useKeptRows } from '../../../src/widgets/useKeptRows.ts';

afterEach(cleanup);

interface Row {
  id: string;
  text: string;
}
const rowsOf = (text: string, ...ids: string[]): Row[] => ids.map((id) => ({ id, text }));

function Rows({ rows }: { rows: readonly Row[] }) {
  const { kept, added } = useKeptRows(rows);
  const words = (list: readonly Row[]) => list.map(({ id, text }) => `${id} ${text}`).join(', ');
  return <p>{`${words(kept)} | ${words(added)}`}</p>;
}

it('keeps the order and the rows of the first rendering, with their current content', () => {
  const { container, rerender } = render(<Rows rows={rowsOf('old', 'a', 'b')} />);
  rerender(<Rows rows={rowsOf('new', 'c', 'b')} />);
  expect(container.textContent).toBe('a old, b new | c new');
});
