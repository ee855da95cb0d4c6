import type { LiveEvent } from '../contract/live.ts';

/** Events that are delivered at once. Later ones are collected, and delivered at this interval. */
const burst = 6;
const intervalMs = 5_000;

/**
 * Delivers events at a pace at which all data that they concern can be read again within the limit
 * of requests. Of equal events, the last one is delivered.
 */
export function createEventPace(deliver: (event: LiveEvent) => void) {
  const waiting = new Map<string, LiveEvent>();
  let left = burst;
  let timer: ReturnType<typeof setInterval> | undefined;

  function deliverAll(): void {
    const events = [...waiting.values()];
    waiting.clear();
    for (const event of events) deliver(event);
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    take(event: LiveEvent): void {
      waiting.set(event.type + ('ticket_id' in event ? event.ticket_id : ''), event);
      timer ??= setInterval(() => {
        if (waiting.size > 0) deliverAll();
        else if (++left === burst) stop();
      }, intervalMs);
      if (left === 0) return;
      left--;
      deliverAll();
    },
    stop,
  };
}
