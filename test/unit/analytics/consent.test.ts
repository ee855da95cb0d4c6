// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPostHog, createSender, createTestDelivery, namesOf, settled } from './support.ts';

const opened = { source: 'help_center' } as const;

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-05-04T10:00:00Z') }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('consent', () => {
  it('is awaited in memory, and nothing is sent or stored before', async () => {
    const { sender, sent, beacons } = createSender();
    const posthog = createPostHog();
    const { track, settings, kept } = createTestDelivery({
      posthog,
      sender,
      settings: { consent: 'unknown' },
    });
    for (let n = 1; n <= 120; n++) track('support_search', { length: n, results: 0 });
    await vi.advanceTimersByTimeAsync(60_000);
    window.dispatchEvent(new Event('pagehide'));
    expect([sent, beacons, posthog.capture.mock.calls, [...kept.values]]).toEqual([[], [], [], []]);

    settings.value = { consent: 'granted' };
    await vi.advanceTimersByTimeAsync(5_000);
    const lengths = sent.flatMap(({ events }) => events.map((one) => one.properties?.length));
    expect(lengths).toEqual(Array.from({ length: 100 }, (_, n) => n + 21));
    expect(posthog.capture).toHaveBeenCalledTimes(100);
  });

  it('that is denied drops events that wait for consent or for the backend', async () => {
    const { sender, sent, beacons } = createSender();
    const { track, settings } = createTestDelivery({ sender, posthog: false });
    track('support_menu_open', opened);
    await settled();
    settings.value = { consent: 'denied' };
    track('support_menu_open', opened);
    window.dispatchEvent(new Event('pagehide'));
    settings.value = { consent: 'granted' };
    track('support_search', { length: 1, results: 0 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(namesOf([...beacons, ...sent])).toEqual(['support_search']);
  });

  const out = { has_opted_out_capturing: () => true };
  const explicit = (status: string) => ({ ...out, get_explicit_consent_status: () => status });
  it.each([
    ['granted', {}, {}, 1],
    ['pending', explicit('pending'), {}, 0],
    ['denied', explicit('denied'), {}, 0],
    ['denied, of an older PostHog', out, {}, 0],
    ['denied, but the page says otherwise', out, { consent: 'granted' as const }, 1],
  ])('is that of the page’s PostHog: %s', async (_what, state, settings, events) => {
    const { sender, sent } = createSender();
    const { track } = createTestDelivery({ posthog: createPostHog(state), sender, settings });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(namesOf(sent)).toHaveLength(events);
  });

  it.each([
    ['globalPrivacyControl', true],
    ['doNotTrack', '1'],
  ])('is denied by navigator.%s only if the tenant respects it', async (name, value) => {
    vi.stubGlobal('navigator', { [name]: value });
    for (const respectPrivacySignals of [true, false]) {
      const { sender, sent } = createSender();
      const { track } = createTestDelivery({
        sender,
        posthog: false,
        settings: { consent: 'granted', respectPrivacySignals },
      });
      track('support_menu_open', opened);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(namesOf(sent)).toHaveLength(respectPrivacySignals ? 0 : 1);
    }
  });
});
