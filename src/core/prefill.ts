import { signal } from '@preact/signals-core';
import type { Prefill, TicketPrefill } from './context.ts';

/** Holds what the host wants in the form until the form is there to take it. */
export function createPrefill(): Prefill {
  const version = signal(0);
  let waiting: TicketPrefill | null = null;
  return {
    version,
    put(draft) {
      waiting = { ...waiting, ...draft };
      version.value++;
    },
    take() {
      const draft = waiting;
      waiting = null;
      return draft;
    },
  };
}
