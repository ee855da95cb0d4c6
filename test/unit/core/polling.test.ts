import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPolling } from '../../../src/core/polling.ts';
import { createFakePage } from '../../support/fakes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const secondMs = 1_000;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function open(read: () => Promise<void> = async () => {}) {
  const page = { visible: true, look: () => {} };
  const reading = vi.fn(read);
  const polling = createPolling(
    createFakePage({
      isVisible: () => page.visible,
      onVisibility: (look) => {
        page.look = look;
        return () => {};
      },
    }),
    reading,
    () => 30 * secondMs,
  );
  const show = (visible: boolean) => {
    page.visible = visible;
    page.look();
  };
  return { polling, reading, show };
}

describe('polling', () => {
  it('reads immediately when watched, and after each interval until no one watches', async () => {
    const { polling, reading } = open();
    const stop = polling.watch();
    await pass(0);
    expect(reading).toHaveBeenCalledTimes(1);
    await pass(60 * secondMs);
    expect(reading).toHaveBeenCalledTimes(3);
    stop();
    await pass(600 * secondMs);
    expect(reading).toHaveBeenCalledTimes(3);
  });

  it('reads once for several watchers and several changes', async () => {
    const { polling, reading } = open();
    for (let n = 0; n < 5; n++) polling.watch();
    await pass(0);
    polling.soon();
    polling.soon();
    await pass(secondMs);
    expect(reading).toHaveBeenCalledTimes(2);
  });

  it('pauses while the page is hidden, and catches up when it is visible', async () => {
    const { polling, reading, show } = open();
    polling.watch();
    await pass(0);
    show(false);
    await pass(600 * secondMs);
    expect(reading).toHaveBeenCalledTimes(1);
    show(true);
    await pass(0);
    expect(reading).toHaveBeenCalledTimes(2);
  });

  it('leaves no timer behind after it is destroyed, even if it is watched afterwards', async () => {
    const { polling, reading } = open();
    const stop = polling.watch();
    await pass(0);
    polling.destroy();
    stop();
    polling.watch();
    polling.soon();
    expect(vi.getTimerCount()).toBe(0);
    expect(reading).toHaveBeenCalledTimes(1);
  });

  it('leaves no timer behind if it is destroyed during a read', async () => {
    let finish = () => {};
    const { polling } = open(() => new Promise((resolve) => (finish = resolve)));
    polling.watch();
    await pass(0);
    polling.destroy();
    finish();
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
