import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { SupportContext } from '../core/context.ts';
import { warn } from '../core/debug.ts';
import type { ScreenId } from '../core/messenger.model.ts';
import { own } from '../core/own.ts';
import type { MountedScreen, ScreenWidget } from '../widgets/define.ts';

export type ScreenState =
  | { at: 'loading' }
  | { at: 'ready'; screen: MountedScreen }
  | { at: 'failed' };

/** The screens of one instance. Each is created on first use, and exists until `dispose`. */
export interface ScreenSet {
  stateOf(id: ScreenId): ReadonlySignal<ScreenState>;
  want(id: ScreenId): void;
  /** Loads a screen again that failed to load. */
  retry(id: ScreenId): void;
  dispose(): void;
}

/** Maximum delay between two attempts to load a screen. */
const maxRetryMs = 30_000;

export function createScreenSet(
  widgets: Record<ScreenId, ScreenWidget>,
  context: SupportContext,
): ScreenSet {
  const states = new Map<ScreenId, Signal<ScreenState>>();
  const retries = new Map<ScreenId, ReturnType<typeof setTimeout>>();
  let disposed = false;

  function stateOf(id: ScreenId): Signal<ScreenState> {
    let state = states.get(id);
    if (!state) {
      const widget = widgets[id];
      state = signal<ScreenState>(
        'create' in widget
          ? { at: 'ready', screen: own(widget.create(context)) }
          : { at: 'loading' },
      );
      states.set(id, state);
      if ('load' in widget) void load(id, widget.load, state);
    }
    return state;
  }

  async function load(
    id: ScreenId,
    loadWidget: Extract<ScreenWidget, { load: unknown }>['load'],
    state: Signal<ScreenState>,
    failures = 0,
  ) {
    clearTimeout(retries.get(id));
    if (failures === 0) state.value = { at: 'loading' };
    try {
      const create = await loadWidget(context);
      if (disposed || state.peek().at === 'ready') return;
      state.value = { at: 'ready', screen: own(create(context)) };
    } catch (cause) {
      if (disposed) return;
      // It retries immediately once, then repeatedly until it succeeds. The person may be waiting
      // for the network.
      if (failures === 1) {
        warn(`The screen "${id}" did not load.`, cause);
        state.value = { at: 'failed' };
      }
      const delayMs = failures && Math.min(1_000 * 2 ** failures, maxRetryMs);
      retries.set(id, setTimeout(load, delayMs, id, loadWidget, state, failures + 1));
    }
  }

  return {
    stateOf,
    want: stateOf,
    retry(id) {
      const widget = widgets[id];
      if ('load' in widget) void load(id, widget.load, stateOf(id));
    },
    dispose() {
      disposed = true;
      for (const retry of retries.values()) clearTimeout(retry);
      for (const { value } of states.values()) if (value.at === 'ready') value.screen.dispose();
      states.clear();
    },
  };
}
