import type { Live } from './live.ts';
import type { Polling } from './polling.ts';

/** The widgets that show integrations. However many there are, they share one timer and one stream. */
export interface IntegrationStream {
  /** Begins to watch; returns how to stop. */
  watch(): () => void;
  /** Opens or closes the stream after what decides about it has changed. */
  follow(): void;
}

/** `isWanted`: a backend is asked at all. */
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
