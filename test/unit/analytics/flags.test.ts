import { effect } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followFlags } from '../../../src/analytics/flags.ts';
import { createFeatures, type Flags } from '../../../src/core/features.ts';
import { createPostHog, settled } from './support.ts';

const flags: Flags = {
  integrationStatus: 'support-status',
  helpCenter: { key: 'support-menu', default: false },
};

/** A PostHog whose flags load when the test says so. */
function createFlags() {
  let listener: (flags: unknown, variants: unknown, context?: { errorsLoading?: boolean }) => void;
  const on: Record<string, boolean> = {};
  const isFeatureEnabled = vi.fn((key: string) => on[key]);
  const stop = vi.fn();
  const posthog = createPostHog({
    isFeatureEnabled,
    onFeatureFlags: (next: typeof listener) => {
      listener = next;
      return stop;
    },
  });
  return {
    posthog,
    isFeatureEnabled,
    stop,
    come(next: Record<string, boolean>, context?: { errorsLoading: boolean }) {
      Object.assign(on, next);
      listener([], {}, context);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('flags', () => {
  it('show and hide features when they load and change, without capturing an event', async () => {
    const { posthog, come, isFeatureEnabled } = createFlags();
    const parts = createFeatures(flags);
    const stop = followFlags({ flags, posthog }, parts.fromFlags);
    const seen: boolean[][] = [];
    effect(() => {
      seen.push([parts.isShown('integrationStatus'), parts.isShown('helpCenter')]);
    });
    await settled();
    come({ 'support-status': false, 'support-menu': true });
    come({ 'support-status': true });
    expect(seen).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
    expect(parts.isShown('supportButton')).toBe(true);
    expect(isFeatureEnabled).toHaveBeenCalledWith('support-status', { send_event: false });
    stop();
  });

  it('that do not load or are unknown keep the defaults', async () => {
    const { posthog, come } = createFlags();
    const parts = createFeatures(flags);
    followFlags({ flags, posthog }, parts.fromFlags);
    await settled();
    come({ 'support-status': false }, { errorsLoading: true });
    expect([parts.isShown('integrationStatus'), parts.isShown('helpCenter')]).toEqual([
      true,
      false,
    ]);
    come({ 'support-status': true });
    expect(parts.isShown('helpCenter')).toBe(false);
  });

  it.each([
    ['no PostHog', undefined],
    [
      'a stub',
      Object.assign([], { _i: [], capture() {}, onFeatureFlags: () => expect.fail('stub') }),
    ],
  ])('are not awaited for longer than a minute: %s', async (_what, posthog) => {
    vi.stubGlobal('posthog', posthog);
    const parts = createFeatures(flags);
    followFlags({ flags, posthog: undefined }, parts.fromFlags);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(parts.isShown('integrationStatus')).toBe(true);
  });

  it('are read from a PostHog that is late', async () => {
    const { posthog, come } = createFlags();
    const parts = createFeatures(flags);
    let live: typeof posthog | null = null;
    followFlags({ flags, posthog: () => live }, parts.fromFlags);
    await vi.advanceTimersByTimeAsync(20_000);
    live = posthog;
    await vi.advanceTimersByTimeAsync(1_000);
    come({ 'support-status': false });
    expect(parts.isShown('integrationStatus')).toBe(false);
  });

  it('are not read after they were stopped', async () => {
    const { posthog, come, stop } = createFlags();
    const parts = createFeatures(flags);
    const end = followFlags({ flags, posthog }, parts.fromFlags);
    await settled();
    end();
    come({ 'support-status': false });
    expect(stop).toHaveBeenCalledOnce();
    expect(parts.isShown('integrationStatus')).toBe(true);
  });

  it('of a PostHog that throws keep the defaults, and the error is reported', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const posthog = createPostHog({
      onFeatureFlags() {
        throw new Error('broken');
      },
    });
    const parts = createFeatures(flags);
    followFlags({ flags, posthog }, parts.fromFlags);
    await settled();
    expect(warned).toHaveBeenCalledOnce();
    expect(parts.isShown('helpCenter')).toBe(false);
  });
});

describe('whileShown', () => {
  it('shows a feature, hides it and shows it again', () => {
    const parts = createFeatures({ helpCenter: 'menu' });
    const log: string[] = [];
    const end = parts.whileShown('helpCenter', () => {
      log.push('shown');
      return () => log.push('gone');
    });
    parts.fromFlags.value = { helpCenter: false };
    parts.fromFlags.value = { helpCenter: true };
    end();
    parts.fromFlags.value = { helpCenter: false };
    expect(log).toEqual(['shown', 'gone', 'shown', 'gone']);
  });
});
