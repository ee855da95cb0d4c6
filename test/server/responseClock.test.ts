import { expect, test } from 'vitest';
import { startClock, turnClock } from '../../server/base/responseClock.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 9, minutes));
const target = 3_600;
const started = startClock(target, null, at(0));

test('it is paused while the team does not have to act, and continues with the rest', () => {
  for (const status of ['pending', 'on_hold', 'resolved'] as const) {
    const standing = turnClock(started, { status, target }, null, at(20));
    expect(standing).toEqual({ dueAt: null, target, left: 2_400 });
    expect(turnClock(standing, { status: 'on_hold', target }, null, at(500))).toBe(standing);
    const going = turnClock(standing, { status: 'open', target }, null, at(600));
    expect(going).toEqual({ dueAt: at(640), target, left: null });
  }
});

test('a status that changes nothing does not change it', () => {
  expect(turnClock(started, { status: 'open', target }, null, at(10))).toBe(started);
});

test('a new target counts from the start', () => {
  const shorter = turnClock(started, { status: 'new', target: 1_800 }, null, at(10));
  expect(shorter).toEqual({ dueAt: at(30), target: 1_800, left: null });
  expect(turnClock(shorter, { status: 'new', target: 7_200 }, null, at(20)).dueAt).toEqual(at(120));
  const late = turnClock(started, { status: 'new', target: 300 }, null, at(10));
  expect(late).toEqual({ dueAt: at(10), target: 300, left: null });
  const standing = turnClock(started, { status: 'pending', target: 300 }, null, at(10));
  expect(standing).toEqual({ dueAt: null, target: 300, left: -300 });
  expect(turnClock(standing, { status: 'open', target: 300 }, null, at(99)).dueAt).toEqual(at(99));
});

test('a late response cannot be postponed', () => {
  expect(turnClock(started, { status: 'pending', target }, null, at(60))).toBe(started);
  expect(turnClock(started, { status: 'open', target: 9_999 }, null, at(61))).toBe(started);
});
