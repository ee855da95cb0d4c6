import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEventPace } from '../../../src/client/eventPace.ts';
import type { LiveEvent } from '../../../src/contract/live.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const message = (position: number, ticket_id = 'ticket-1'): LiveEvent => ({
  type: 'message',
  ticket_id,
  position,
  author: 'agent',
});

test('few events arrive at once, each one', () => {
  const deliver = vi.fn();
  const { take } = createEventPace(deliver);
  for (let position = 1; position <= 3; position++) take(message(position));
  expect(deliver.mock.calls.map(([event]) => event)).toEqual([1, 2, 3].map((at) => message(at)));
});

test('many events are combined, and the last one of each request arrives', () => {
  const deliver = vi.fn();
  const { take } = createEventPace(deliver);
  for (let second = 0; second < 60; second++) {
    take(message(2 * second));
    take(message(2 * second + 1));
    take(message(second, 'ticket-2'));
    vi.advanceTimersByTime(1_000);
  }
  vi.advanceTimersByTime(5_000);
  // Each one makes the page read up to two requests again, of 60 that it may send in a minute.
  expect(deliver.mock.calls.length).toBeLessThanOrEqual(30);
  const delivered = deliver.mock.calls.map(([event]) => event);
  expect(delivered.slice(-2)).toEqual([message(119), message(59, 'ticket-2')]);
});

test('after a pause, events arrive at once again, and nothing runs in between', () => {
  const deliver = vi.fn();
  const { take } = createEventPace(deliver);
  for (let position = 0; position < 20; position++) take(message(position));
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
  deliver.mockClear();
  take(message(20));
  expect(deliver).toHaveBeenCalledOnce();
});

test('nothing arrives after its end', () => {
  const deliver = vi.fn();
  const { take, stop } = createEventPace(deliver);
  for (let position = 0; position < 20; position++) take(message(position));
  deliver.mockClear();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(deliver).not.toHaveBeenCalled();
});
