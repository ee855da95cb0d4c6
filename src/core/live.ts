import { computed, effect, signal } from '@preact/signals-core';
import type { LiveEvent } from '../contract/live.ts';
import type { OpenLive } from './ports.ts';
import type { RequestsModel } from './requests.model.ts';
import type { VisitorModel } from './visitor.model.ts';

/** Receives changes on the backend. */
export interface Live {
  /** Subscribes to events; `resync` means that some may have been missed. Returns a function that unsubscribes. */
  on(listener: (event: LiveEvent) => void): () => void;
  /** Subscribes to events that concern everyone, such as integrations. Returns a function that unsubscribes. */
  watch(): () => void;
  destroy(): void;
}

/**
 * Opens one connection per page, and only while data is shown that can change. It identifies
 * visitors who have requests. It is anonymous for a visitor who only sees integrations, so that a
 * badge creates no visitor id.
 */
export function createLive(
  open: OpenLive | null,
  requests: RequestsModel,
  visitor: VisitorModel,
): Live {
  const listeners = new Set<(event: LiveEvent) => void>([
    ({ type }) => {
      if (type !== 'integration') requests.load();
    },
  ]);
  const watchers = signal(0);
  const who = computed(() => {
    if (requests.tickets.value.length > 0) return 'visitor';
    return watchers.value > 0 ? 'guest' : null;
  });

  const stop = effect(() => {
    visitor.party.value; // another visitor or organization needs a new stream
    if (!open || !who.value) return;
    return open((event) => {
      for (const listener of [...listeners]) listener(event);
    }, who.value);
  });

  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch() {
      watchers.value++;
      let watches = true;
      return () => {
        if (watches) watchers.value--;
        watches = false;
      };
    },
    destroy() {
      stop();
      listeners.clear();
    },
  };
}
