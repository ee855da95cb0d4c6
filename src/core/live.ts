import { computed, effect } from '@preact/signals-core';
import type { LiveEvent } from '../contract/live.ts';
import type { OpenLive } from './ports.ts';
import type { RequestsModel } from './requests.model.ts';
import type { VisitorModel } from './visitor.model.ts';

/** Hears of changes on the backend. */
export interface Live {
  /** Hears events; `resync` when some may have been missed. Returns how to stop. */
  on(listener: (event: LiveEvent) => void): () => void;
  destroy(): void;
}

/** Connected only for somebody who has asked for help: others cost the backend nothing. */
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
  const hasRequests = computed(() => requests.tickets.value.length > 0);

  const stop = effect(() => {
    visitor.epoch.value; // another visitor has a stream of their own
    if (!open || !hasRequests.value) return;
    return open((event) => {
      for (const listener of [...listeners]) listener(event);
    });
  });

  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      stop();
      listeners.clear();
    },
  };
}
