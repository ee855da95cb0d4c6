// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createScreenSet } from '../../../src/shell/screenSet.ts';
import type { ScreenWidget } from '../../../src/widgets/define.ts';
import { createTestContext } from '../../support/fakes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const mounted = () => ({ render: () => null, dispose: () => {} });

/** Screens whose code loads after `failures` failed attempts. */
function createSet(failures: number) {
  let left = failures;
  const load = vi.fn(async () => {
    if (left-- > 0) throw new TypeError('Failed to fetch');
    return mounted;
  });
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const widget: ScreenWidget = { title: 'panel.title', load };
  const widgets = {
    ...{ home: widget, ticket: widget, sent: widget, requests: widget, conversation: widget },
    ...{ screenshot: widget, search: widget, article: widget, status: widget, integration: widget },
    ...{ news: widget },
  };
  const set = createScreenSet(widgets, createTestContext());
  return { set, load, warned };
}

it('a screen that fails once is requested again immediately, without a message', async () => {
  const { set, warned } = createSet(1);
  const state = set.stateOf('sent');
  await vi.advanceTimersByTimeAsync(0);
  expect(state.value.at).toBe('ready');
  expect(warned).not.toHaveBeenCalled();
  set.dispose();
});

it('a screen that does not load is shown automatically when the network is back', async () => {
  const { set, warned } = createSet(5);
  const state = set.stateOf('sent');
  await vi.advanceTimersByTimeAsync(0);
  expect(state.value.at).toBe('failed');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.value.at).toBe('ready');
  expect(warned).toHaveBeenCalledOnce();
  set.dispose();
});

it('nothing is requested after dispose', async () => {
  const { set, load } = createSet(100);
  set.want('sent');
  await vi.advanceTimersByTimeAsync(10_000);
  set.dispose();
  const before = load.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(before);
  expect(vi.getTimerCount()).toBe(0);
});
