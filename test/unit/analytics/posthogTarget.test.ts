// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PostHogProject } from '../../../src/analytics/posthogTarget.ts';
import { createPostHog, createSender, createTestDelivery, namesOf, settled } from './support.ts';

const opened = { source: 'help_center' } as const;

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-05-04T10:00:00Z') }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a PostHog', () => {
  it('that is live as window.posthog is used, even if it loads late', async () => {
    const { track } = createTestDelivery({});
    track('support_menu_open', opened);
    await settled();
    const live = createPostHog();
    vi.stubGlobal('posthog', live);
    track('support_search', { length: 1, results: 0 });
    expect(live.capture).toHaveBeenCalledExactlyOnceWith(
      'support_search',
      expect.anything(),
      expect.anything(),
    );
  });

  it('that is a stub is awaited, and receives the waiting events when it is live', async () => {
    const stub = Object.assign([], { _i: [], capture: vi.fn() });
    vi.stubGlobal('posthog', stub);
    const { track } = createTestDelivery({});
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(2_000);
    const live = createPostHog();
    vi.stubGlobal('posthog', live);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(live.capture).toHaveBeenCalledOnce();
    expect(stub.capture).not.toHaveBeenCalled();
  });

  it.each([
    [
      'a stub that was never replaced',
      Object.assign([], { _i: [], capture: () => expect.fail('stub') }),
    ],
    [
      'an instance before init',
      createPostHog({ __loaded: false, capture: () => expect.fail('dead') }),
    ],
    ['an element with that id', { __loaded: true, capture: 'no' }],
    ['null', null],
  ])('that is %s delays nothing for longer than 5 seconds', async (_what, value) => {
    vi.stubGlobal('posthog', value);
    const { sender, sent } = createSender();
    const { track } = createTestDelivery({ sender });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(namesOf(sent)).toEqual(['support_menu_open']);
    expect(sent[0]?.distinctId).toBeUndefined();
  });

  it('that throws changes nothing, and is reported once', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const throws = () => {
      throw new Error('broken');
    };
    const posthog = createPostHog({ capture: throws, has_opted_out_capturing: throws });
    const { sender, sent } = createSender();
    const { track } = createTestDelivery({ posthog, sender });
    track('support_menu_open', opened);
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(namesOf(sent)).toHaveLength(2);
    expect(warned).toHaveBeenCalledOnce();
  });

  it('of the widget opens only after consent, identifies the visitor, and is loaded once', async () => {
    const own = { ...createPostHog(), identify: vi.fn(), forget: vi.fn(), destroy: vi.fn() };
    const openPostHog = vi.fn(async () => own);
    const posthog: PostHogProject = { apiKey: 'phc_1', load: async () => ({ openPostHog }) };
    const { track, settings, delivery } = createTestDelivery({
      posthog,
      settings: { consent: 'unknown' },
      who: { user: { id: 'u1' }, tenant: { id: 't1' } },
    });
    track('support_menu_open', opened);
    await settled();
    expect(openPostHog).not.toHaveBeenCalled();
    settings.value = { consent: 'granted' };
    await settled();
    track('support_menu_open', opened);
    expect(openPostHog).toHaveBeenCalledExactlyOnceWith(posthog);
    expect(own.capture).toHaveBeenCalledTimes(2);
    expect(own.identify).toHaveBeenCalledWith({ id: 'u1' }, { id: 't1' });
    settings.value = { consent: 'denied' };
    expect(own.forget).toHaveBeenCalledOnce();
    delivery.destroy();
    expect(own.destroy).toHaveBeenCalledOnce();
  });

  it('of the widget that does not load leaves only the backend', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { sender, sent } = createSender();
    const load = () => Promise.reject(new Error('blocked'));
    const { track } = createTestDelivery({ sender, posthog: { apiKey: 'phc_1', load } });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(namesOf(sent)).toEqual(['support_menu_open']);
  });
});
