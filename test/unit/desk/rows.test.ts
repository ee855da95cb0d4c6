import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRows } from '../../../desk/model/rows.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const rowOf = (id: string, words = 'as it was') => ({ id, words });
const listOf = (...ids: string[]) => ids.map((id) => rowOf(id));

function open() {
  const rows = createRows<ReturnType<typeof rowOf>>();
  rows.show(listOf('a', 'b'));
  return { ...rows, ids: () => rows.shown.value.map(({ id }) => id) };
}

it('moves no row while the pointer moves over the list, and follows when it leaves', () => {
  const { hold, update, ids, shown } = open();
  hold(true);
  update([rowOf('new'), rowOf('b', 'changed')]);
  expect(ids()).toEqual(['a', 'b']);
  expect(shown.value[1]?.words).toBe('changed');
  hold(false);
  expect(ids()).toEqual(['new', 'b']);
  update(listOf('b', 'new'));
  expect(ids()).toEqual(['b', 'new']);
});

it('follows a pointer that rests, and a list that the agent chooses', () => {
  const { hold, update, show, ids } = open();
  hold(true);
  update(listOf('new', 'a', 'b'));
  vi.advanceTimersByTime(2_000);
  expect(ids()).toEqual(['new', 'a', 'b']);
  hold(true);
  update(listOf('newer', 'new'));
  show(listOf('chosen'));
  hold(false);
  expect(ids()).toEqual(['chosen']);
});
