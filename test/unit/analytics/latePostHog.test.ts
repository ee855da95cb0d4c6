// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHostPostHog } from '../../../src/analytics/hostPostHog.ts';
import type { PostHogLike } from '../../../src/analytics/posthogTarget.ts';
import { explained } from '../../support/explained.ts';
import { createPostHog, createSender, createTestDelivery, namesOf, settled } from './support.ts';

const opened = { source: 'help_center' } as const;
const searched = { length: 1, results: 0 };
/** A wrapper's stub before the library has loaded. */
const stub = () => ({ capture: () => {}, identify: () => {}, isFeatureEnabled: () => undefined });

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-05-04T10:00:00Z') }));
afterEach(async () => {
  vi.useRealTimers();
  await explained();
});

/** A page whose wrapper returns a stub until `come`. */
function createWrapper() {
  let instance: PostHogLike | null = stub();
  return {
    ph: () => instance,
    come(next: PostHogLike | null) {
      instance = next;
    },
  };
}

describe('a PostHog that throws on every access', () => {
  it('does not prevent events for the backend', async () => {
    const touched = () => {
      throw new Error('no');
    };
    vi.stubGlobal('posthog', new Proxy({}, { get: touched, has: touched }));
    const { sender, sent } = createSender();
    const { track } = createTestDelivery({ sender });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(namesOf(sent)).toEqual(['support_menu_open']);
    vi.unstubAllGlobals();
  });
});

describe('a PostHog that is late', () => {
  it('receives earlier events with their time when the function returns it', async () => {
    const { ph, come } = createWrapper();
    const { sender, sent } = createSender();
    const { track } = createTestDelivery({ posthog: ph, sender });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(namesOf(sent)).toEqual(['support_menu_open']);
    const live = createPostHog();
    come(live);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(live.capture).toHaveBeenCalledExactlyOnceWith(
      'support_menu_open',
      expect.objectContaining({ timestamp: '2026-05-04T10:00:00.000Z' }),
      { uuid: sent[0]?.events[0]?.id, timestamp: new Date('2026-05-04T10:00:00Z') },
    );
  });

  it('receives them even after an hour, before the next event', async () => {
    const { ph, come } = createWrapper();
    const { track } = createTestDelivery({ posthog: ph });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(vi.getTimerCount()).toBe(0);
    const live = createPostHog();
    come(live);
    track('support_search', searched);
    expect(live.capture.mock.calls.map(([name]) => name)).toEqual([
      'support_menu_open',
      'support_search',
    ]);
  });

  it('is not awaited longer than it takes to load', async () => {
    const { ph, come } = createWrapper();
    const { track } = createTestDelivery({ posthog: ph });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(400);
    const live = createPostHog();
    come(live);
    await vi.advanceTimersByTimeAsync(500);
    expect(live.capture).toHaveBeenCalledOnce();
  });

  it('receives no events of an earlier visitor, and none that were denied in the meantime', async () => {
    const { ph, come } = createWrapper();
    const { track, visitor, settings } = createTestDelivery({ posthog: ph });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(10_000);
    visitor.identify({ user: { id: 'another' } });
    track('support_search', searched);
    await settled();
    settings.value = { consent: 'denied' };
    settings.value = { consent: 'granted' };
    const live = createPostHog();
    come(live);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(live.capture).not.toHaveBeenCalled();
  });

  it('only misses the oldest events', async () => {
    const { ph, come } = createWrapper();
    const { track } = createTestDelivery({ posthog: ph });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(10_000);
    for (let count = 0; count < 100; count++) track('support_search', searched);
    const live = createPostHog();
    come(live);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(live.capture).toHaveBeenCalledTimes(100);
    expect(live.capture.mock.calls.every(([name]) => name === 'support_search')).toBe(true);
  });

  it.each([
    ['gives null', () => null],
    [
      'throws',
      () => {
        throw new Error('not ready');
      },
    ],
    ['gives a stub for ever', stub],
  ])('delays nothing if the function %s', async (_what, posthog) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { sender, sent } = createSender();
    const { track, delivery } = createTestDelivery({ posthog, sender });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(namesOf(sent)).toEqual(['support_menu_open']);
    delivery.destroy();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a PostHog that does nothing', () => {
  it('is reported once, and a live one of the page is used instead', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const live = createPostHog();
    vi.stubGlobal('posthog', live);
    const { track } = createTestDelivery({ posthog: stub() });
    track('support_menu_open', opened);
    await settled();
    expect(live.capture).toHaveBeenCalledOnce();
    vi.useRealTimers();
    await explained();
    expect(warned).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('The PostHog given does nothing'),
    );
  });

  it('is distinguished from a wrapper that forwards events', async () => {
    const capture = vi.fn();
    const { track } = createTestDelivery({
      posthog: { capture: (name, properties) => capture(name, properties) },
    });
    track('support_menu_open', opened);
    await settled();
    expect(capture).toHaveBeenCalledOnce();
  });
});

it('polls by the given clock, twice per second for a minute', async () => {
  const waits: number[] = [];
  const clock = {
    setTimeout: (run: () => void, ms: number) => {
      waits.push(ms);
      queueMicrotask(run);
      return 0;
    },
    clearTimeout() {},
  };
  const host = createHostPostHog(() => null, Object.assign(clock));
  expect(await host.whenLive()).toBeNull();
  expect(waits).toEqual(Array(120).fill(500));
});
