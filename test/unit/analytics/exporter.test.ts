import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery } from '../../../src/analytics/delivery.ts';
import { createExporter } from '../../../src/analytics/exporter.ts';
import { createTracker } from '../../../src/analytics/track.ts';

const opened = { source: 'help_center' } as const;

function createTest({ isWanted = true, failures = 0 } = {}) {
  const delivery = { take: vi.fn(), forget: vi.fn(), destroy: vi.fn() } satisfies Delivery;
  let left = failures;
  const load = vi.fn(async () => {
    if (left-- > 0) throw new Error('no network');
    return delivery;
  });
  const exporter = createExporter({ isWanted: () => isWanted, epoch: () => 7, load: load });
  const { track } = createTracker([exporter.sink]);
  return { exporter: exporter, track, delivery, load: load };
}

const idle = () => vi.advanceTimersByTimeAsync(5_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('createExporter', () => {
  it('loads its code after the first event when the page is idle, and passes on the events in order', async () => {
    const { track, delivery, load } = createTest();
    await idle();
    expect(load).not.toHaveBeenCalled();
    track('support_menu_open', opened);
    track('support_search', { length: 1, results: 0 });
    expect(load).not.toHaveBeenCalled();
    await idle();
    track('support_search', { length: 2, results: 0 });
    expect(load).toHaveBeenCalledOnce();
    expect(delivery.take.mock.calls.map(([{ event, epoch }]) => [event.name, epoch])).toEqual([
      ['support_menu_open', 7],
      ['support_search', 7],
      ['support_search', 7],
    ]);
  });

  it('loads nothing without a destination', async () => {
    const { track, load } = createTest({ isWanted: false });
    track('support_menu_open', opened);
    await idle();
    expect(load).not.toHaveBeenCalled();
  });

  it('retries with a later event if the code did not load, and loses nothing', async () => {
    const { track, delivery } = createTest({ failures: 1 });
    track('support_menu_open', opened);
    await idle();
    track('support_menu_open', opened);
    await idle();
    expect(delivery.take).toHaveBeenCalledTimes(2);
  });

  it('removes data of an earlier visit, even if nothing happened in this one', async () => {
    const { exporter, delivery } = createTest();
    await exporter.forget();
    expect(delivery.forget).toHaveBeenCalledOnce();
  });

  it('can end before its code has loaded', async () => {
    const { exporter, track, load } = createTest();
    track('support_menu_open', opened);
    exporter.destroy();
    await idle();
    expect(load).not.toHaveBeenCalled();
  });
});
