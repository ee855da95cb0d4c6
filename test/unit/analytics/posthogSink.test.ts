import { afterEach, describe, expect, it, vi } from 'vitest';
import { posthogSink } from '../../../src/analytics/posthogSink.ts';
import type { SupportEvent } from '../../../src/analytics/track.ts';

const event: SupportEvent = {
  name: 'support_menu_open',
  properties: { source: 'help_center', timestamp: '2026-05-04T10:00:00Z' },
};

/** A PostHog of which anything but `capture` fails the test. */
function createPostHog(more: object = {}) {
  const forbidden = (name: string) => () => expect.fail(`posthog.${name} was called`);
  return {
    capture: vi.fn(),
    identify: forbidden('identify'),
    group: forbidden('group'),
    register: forbidden('register'),
    reset: forbidden('reset'),
    ...more,
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('posthogSink', () => {
  it('captures on the instance given, with the tenant as group of this event only', () => {
    const [given, live] = [createPostHog(), createPostHog({ __loaded: true })];
    vi.stubGlobal('posthog', live);
    posthogSink(given, () => 't1')(event);
    expect(given.capture).toHaveBeenCalledExactlyOnceWith('support_menu_open', {
      ...event.properties,
      $groups: { organization: 't1' },
    });
    expect(live.capture).not.toHaveBeenCalled();
  });

  it('captures without a group where no tenant is known', () => {
    const given = createPostHog();
    posthogSink(given, () => undefined)(event);
    expect(given.capture).toHaveBeenCalledExactlyOnceWith('support_menu_open', event.properties);
  });

  it('finds a live window.posthog, also one that comes later', () => {
    const sink = posthogSink(undefined, () => 't1');
    sink(event);
    const live = createPostHog({ __loaded: true });
    vi.stubGlobal('posthog', live);
    sink(event);
    expect(live.capture).toHaveBeenCalledOnce();
  });

  it("leaves the snippet's stub alone, which was never replaced", () => {
    const stub = createPostHog();
    vi.stubGlobal('posthog', stub);
    posthogSink(undefined, () => 't1')(event);
    expect(stub.capture).not.toHaveBeenCalled();
  });

  it.each([
    ['a queue', []],
    ['null', null],
    ['an element with that id', { __loaded: true, capture: 'no' }],
  ])('takes %s under that name for no PostHog', (_what, value) => {
    vi.stubGlobal('posthog', value);
    expect(() => posthogSink(undefined, () => 't1')(event)).not.toThrow();
  });
});
