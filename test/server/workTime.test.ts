import { afterEach, expect, test, vi } from 'vitest';
import { startWorkTime } from '../../server/kb/workTime.ts';

afterEach(() => void vi.restoreAllMocks());

/** Starts with both clocks at zero. The returned function moves them, in milliseconds. */
function openClocks() {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const cpu = vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 });
  return (wallMs: number, cpuMs: number) => {
    now.mockReturnValue(wallMs);
    cpu.mockReturnValue({ user: cpuMs * 600, system: cpuMs * 400 });
  };
}

test('work takes the time of the clock, but no longer than the process has computed', () => {
  const move = openClocks();
  const workMs = startWorkTime();
  move(5_000, 9_000); // on two cores
  expect(workMs()).toBe(5_000);
  move(20_000, 3_000); // beside busy processes
  expect(workMs()).toBe(3_000);
});

test('after a minute the time of the clock counts', () => {
  const move = openClocks();
  const workMs = startWorkTime();
  move(61_000, 3_000);
  expect(workMs()).toBe(61_000);
});
