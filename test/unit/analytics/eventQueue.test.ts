import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventQueue } from '../../../src/analytics/eventQueue.ts';
import { createSender, event, namesOf, settled } from './support.ts';

const ada = { visitorId: 'ada', distinctId: undefined };
const bea = { visitorId: 'bea', distinctId: undefined };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('createEventQueue', () => {
  it('sends after five seconds, or immediately at twenty events, and then rests', async () => {
    const { sender, sent } = createSender();
    const queue = createEventQueue(sender);
    queue.add(event(1), ada);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(1);
    for (let n = 2; n <= 21; n++) queue.add(event(n), ada);
    await settled();
    expect(namesOf(sent)).toHaveLength(21);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sends at most a hundred at a time, all of one visitor', async () => {
    const { sender, sent } = createSender([{ at: 'later', seconds: 1 }]);
    const queue = createEventQueue(sender);
    for (let n = 1; n <= 150; n++) queue.add(event(n), n <= 130 ? ada : bea);
    await vi.advanceTimersByTimeAsync(20_000);
    const [, ...taken] = sent;
    expect(taken.map(({ visitorId, events }) => [visitorId, events.length])).toEqual([
      ['ada', 100],
      ['ada', 30],
      ['bea', 20],
    ]);
  });

  it('repeats the same events with growing delays, and waits as long as the backend asks', async () => {
    const { sender, sent } = createSender([
      { at: 'later', seconds: undefined },
      { at: 'later', seconds: 120 },
    ]);
    const queue = createEventQueue(sender, () => 1);
    queue.add(event(1), ada);
    await vi.advanceTimersByTimeAsync(5_000);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(119_999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map(({ events }) => events[0]?.id)).toEqual(Array(3).fill(event(1).id));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps the newest five hundred while the backend is unreachable', async () => {
    const { sender, beacons } = createSender([{ at: 'later', seconds: 3_600 }]);
    const queue = createEventQueue(sender);
    for (let n = 1; n <= 600; n++) queue.add(event(n), ada);
    await settled();
    queue.leave();
    expect(namesOf(beacons)).toHaveLength(500);
    expect(beacons[0]?.events[0]?.id).toBe(event(101).id);
  });

  it('hands unconfirmed events to the browser once when the page unloads, including those in flight', async () => {
    const { sender, beacons } = createSender();
    const queue = createEventQueue({ ...sender, send: () => new Promise(() => {}) });
    queue.add(event(1), ada);
    void queue.flush();
    queue.add(event(2), ada);
    queue.leave();
    queue.leave();
    expect(beacons.flatMap(({ events }) => events.map(({ id }) => id))).toEqual([
      event(1).id,
      event(2).id,
    ]);
  });

  it('sends them again when the page is visible again, because a beacon has no response', async () => {
    const { sender, sent, beacons } = createSender();
    const queue = createEventQueue(sender);
    queue.add(event(1), ada);
    queue.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([beacons.length, sent.length]).toEqual([1, 0]);
    queue.resume();
    await settled();
    expect(sent).toHaveLength(1);
    queue.resume();
    await settled();
    expect(sent).toHaveLength(1);
  });

  it('drops events that the backend rejects, and sends nothing more after it is closed', async () => {
    const { sender, sent } = createSender([{ at: 'rejected' }, { at: 'stored' }, { at: 'closed' }]);
    const queue = createEventQueue(sender);
    for (const n of [1, 2, 3, 4]) {
      queue.add(event(n), ada);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(sent.map(({ events }) => events.length)).toEqual([1, 1, 1]);
    queue.leave();
    expect(vi.getTimerCount()).toBe(0);
  });
});
