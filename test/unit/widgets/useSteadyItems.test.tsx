// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact';
import { Activity } from 'lucide';
import { afterEach, expect, it, vi } from 'vitest';
import type { MenuItem } from '../../../src/ui/Menu.tsx';
import { useSteadyItems } from '../../../src/widgets/helpCenter/useSteadyItems.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

let open = () => {};

function Menu({ items, isComplete }: { items: Record<string, string>; isComplete: boolean }) {
  const group = Object.entries(items).map(
    ([name, detail]): MenuItem => ({ icon: Activity, name, detail, onSelect() {} }),
  );
  const { groups, isPending, onOpen } = useSteadyItems([group], isComplete);
  open = onOpen;
  const words = groups.flat().map(({ name, detail }) => `${name} ${detail}`);
  return <p>{isPending ? 'waits' : words.join(', ')}</p>;
}

it('shows the items of a menu in one step, and adds none until it is opened again', () => {
  vi.useFakeTimers();
  const { container, rerender } = render(<Menu items={{ Contact: 'us' }} isComplete={false} />);
  expect(container.textContent).toBe('waits');
  rerender(<Menu items={{ Status: 'slow', Contact: 'us' }} isComplete />);
  expect(container.textContent).toBe('Status slow, Contact us');
  rerender(<Menu items={{ News: 'new', Status: 'fine', Contact: 'us' }} isComplete />);
  expect(container.textContent).toBe('Status fine, Contact us');
  act(() => open());
  expect(container.textContent).toBe('News new, Status fine, Contact us');
});

it('does not wait longer than half a second', () => {
  vi.useFakeTimers();
  const { container, rerender } = render(<Menu items={{ Contact: 'us' }} isComplete={false} />);
  act(() => {
    vi.advanceTimersByTime(500);
  });
  expect(container.textContent).toBe('Contact us');
  rerender(<Menu items={{ Status: 'late', Contact: 'us' }} isComplete />);
  expect(container.textContent).toBe('Contact us');
});
