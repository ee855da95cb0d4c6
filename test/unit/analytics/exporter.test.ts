import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery } from '../../../src/analytics/delivery.ts';
import { createExporter } from '../../../src/analytics/exporter.ts';
import { createTracker } from '../../../src/analytics/track.ts';

const opened = { source: 'help_center' } as const;

function createTest({ isWanted = true, failures = 0 } = {}) {
  const delivery = { take: vi.fn(), forget: vi.fn(), destroy: vi.fn() } satisfies Delivery;
  let left = failures;
  const bring = vi.fn(async () => {
    if (left-- > 0) throw new Error('no network');
    return delivery;
  });
  const exporter = createExporter({ isWanted: () => isWanted, epoch: () => 7, bring });
  const { track } = createTracker([exporter.sink]);
  return { exporter: exporter, track, delivery, bring };
}

const idle = () => vi.advanceTimersByTimeAsync(5_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('createOutward', () => {
  it('brings its code after the first event, when the page is idle, and hands on what waited in order', async () => {
    const { track, delivery, bring } = createTest();
    await idle();
    expect(bring).not.toHaveBeenCalled();
    track('support_menu_open', opened);
    track('support_search', { length: 1, results: 0 });
    expect(bring).not.toHaveBeenCalled();
    await idle();
    track('support_search', { length: 2, results: 0 });
    expect(bring).toHaveBeenCalledOnce();
    expect(delivery.take.mock.calls.map(([{ event, epoch }]) => [event.name, epoch])).toEqual([
      ['support_menu_open', 7],
      ['support_search', 7],
      ['support_search', 7],
    ]);
  });

  it('loads nothing without a destination', async () => {
    const { track, bring } = createTest({ isWanted: false });
    track('support_menu_open', opened);
    await idle();
    expect(bring).not.toHaveBeenCalled();
  });

  it('loads again with a later event if the code did not load, and loses nothing', async () => {
    const { track, delivery } = createTest({ failures: 1 });
    track('support_menu_open', opened);
    await idle();
    track('support_menu_open', opened);
    await idle();
    expect(delivery.take).toHaveBeenCalledTimes(2);
  });

  it('wipes what an earlier visit has left also when nothing happened in this one', async () => {
    const { exporter, delivery } = createTest();
    await exporter.forget();
    expect(delivery.forget).toHaveBeenCalledOnce();
  });

  it('ends before its code has come', async () => {
    const { exporter, track, bring } = createTest();
    track('support_menu_open', opened);
    exporter.destroy();
    await idle();
    expect(bring).not.toHaveBeenCalled();
  });
});
