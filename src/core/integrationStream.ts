import type { Live } from './live.ts';
import type { Polling } from './polling.ts';

/** The widgets that show integrations. They all share one timer and one stream. */
export interface IntegrationStream {
  /** Starts watching. Returns a function that stops it. */
  watch(): () => void;
  /** Opens or closes the stream after its conditions have changed. */
  follow(): void;
}

/** `isWanted`: whether there is a backend to query. */
export function createIntegrationStream(
  live: Live,
  polling: Polling,
  isWanted: () => boolean,
): IntegrationStream {
  let watchers = 0;
  let stopStream: (() => void) | undefined;
  function follow(): void {
    if (watchers > 0 && isWanted()) stopStream ??= live.watch();
    else {
      stopStream?.();
      stopStream = undefined;
    }
  }
  return {
    follow,
    watch() {
      const stopPolling = polling.watch();
      let watches = true;
      watchers++;
      follow();
      return () => {
        if (!watches) return;
        watches = false;
        watchers--;
        stopPolling();
        follow();
      };
    },
  };
}
