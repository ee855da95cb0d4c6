import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { SupportContext } from '../core/context.ts';
import { warn } from '../core/debug.ts';
import type { ScreenId } from '../core/messenger.model.ts';
import type { MountedScreen, ScreenWidget } from '../widgets/define.ts';

export type ScreenState =
  | { at: 'loading' }
  | { at: 'ready'; screen: MountedScreen }
  | { at: 'failed' };

/** The screens of one instance: each is made when first wanted and stays until `dispose`. */
export interface ScreenSet {
  stateOf(id: ScreenId): ReadonlySignal<ScreenState>;
  want(id: ScreenId): void;
  /** Loads again what failed. */
  retry(id: ScreenId): void;
  dispose(): void;
}

export function createScreenSet(
  widgets: Record<ScreenId, ScreenWidget>,
  context: SupportContext,
): ScreenSet {
  const states = new Map<ScreenId, Signal<ScreenState>>();
  let disposed = false;

  function stateOf(id: ScreenId): Signal<ScreenState> {
    let state = states.get(id);
    if (!state) {
      const widget = widgets[id];
      state = signal<ScreenState>(
        'create' in widget ? { at: 'ready', screen: widget.create(context) } : { at: 'loading' },
      );
      states.set(id, state);
      if ('load' in widget) void load(id, widget.load, state);
    }
    return state;
  }

  async function load(
    id: ScreenId,
    bring: Extract<ScreenWidget, { load: unknown }>['load'],
    state: Signal<ScreenState>,
  ) {
    state.value = { at: 'loading' };
    try {
      // A chunk that does not come is asked for once more.
      const create = await bring(context).catch(() => bring(context));
      if (!disposed) state.value = { at: 'ready', screen: create(context) };
    } catch (cause) {
      warn(`The screen "${id}" did not load.`, cause);
      state.value = { at: 'failed' };
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
      for (const { value } of states.values()) if (value.at === 'ready') value.screen.dispose();
      states.clear();
    },
  };
}
