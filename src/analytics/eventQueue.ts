import type { TrackedEvent } from '../contract/event.ts';
import { limits } from '../contract/limits.ts';
import type { EventBatch, EventSender } from '../core/eventPorts.ts';

/** A batch is sent at this number of events, or after this time in milliseconds. */
const eventsPerBatch = 20;
const batchDelayMs = 5_000;
/** Maximum number of events while the backend cannot be reached; the oldest are dropped first. */
const maxQueuedEvents = 500;
/** Longest pause after failures, milliseconds. */
const longestPause = 5 * 60_000;

/** A backend may ask for a day at most; a timer of more than 24.8 days would end at once. */
const maxAskedMs = 86_400_000;

export interface EventQueue {
  add(event: TrackedEvent, from: Omit<EventBatch, 'events'>): void;
  /** Sends the waiting events at once. */
  flush(): Promise<void>;
  /** The page may unload: hands all events that are not confirmed to the browser. */
  leave(): void;
  /** The page is visible again: events handed to the browser may not have arrived. */
  comeBack(): void;
  /** Drops the waiting events. */
  clear(): void;
}

interface Queued {
  event: TrackedEvent;
  from: Omit<EventBatch, 'events'>;
  isBeaconed: boolean;
}

/**
 * Events on their way to the backend, in memory. One leaves only when the backend has said that it is stored;
 * what is sent twice counts once, by its id. No timer runs while the queue is empty.
 */
export function createEventQueue(
  sender: EventSender,
  random: () => number = Math.random,
): EventQueue {
  let queue: Queued[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;
  let failures = 0;
  let isClosed = false;

  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    sending ??= sendNext().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function sendNext(): Promise<void> {
    for (;;) {
      const [next] = batchesOf(queue.filter(({ isBeaconed }) => !isBeaconed));
      if (!next) return;
      const outcome = await sender.send(toBatch(next));
      if (outcome.at === 'closed') {
        isClosed = true;
        queue = [];
        return;
      }
      if (outcome.at === 'later') {
        const pause = Math.min(longestPause, batchDelayMs * 2 ** ++failures) * (0.5 + random() / 2);
        const asked = Math.min(maxAskedMs, (outcome.seconds ?? 0) * 1000);
        if (queue.length > 0) schedule(Math.max(asked, pause));
        return;
      }
      failures = 0;
      const done = new Set(next);
      queue = queue.filter((one) => !done.has(one));
    }
  }

  return {
    add(event, from) {
      if (isClosed) return;
      queue.push({ event, from, isBeaconed: false });
      if (queue.length > maxQueuedEvents) queue.shift();
      if (queue.length >= eventsPerBatch && failures === 0) void flush();
      else if (timer === undefined && !sending) schedule(batchDelayMs);
    },
    flush,
    leave() {
      for (const batch of batchesOf(queue.filter(({ isBeaconed }) => !isBeaconed))) {
        if (!sender.beacon(toBatch(batch))) return;
        for (const one of batch) one.isBeaconed = true;
      }
    },
    comeBack() {
      for (const one of queue) one.isBeaconed = false;
      if (queue.length > 0) void flush();
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
      queue = [];
    },
  };
}

/** A batch holds events of one visitor, and at most as many as the backend accepts. */
function batchesOf(queue: readonly Queued[]): Queued[][] {
  const batches: Queued[][] = [];
  for (const one of queue) {
    const last = batches.at(-1);
    const isSame =
      last?.[0]?.from.visitorId === one.from.visitorId &&
      last[0].from.distinctId === one.from.distinctId;
    if (last && isSame && last.length < limits.events) last.push(one);
    else batches.push([one]);
  }
  return batches;
}

function toBatch(queued: readonly Queued[]): EventBatch {
  const [first] = queued;
  return {
    visitorId: first?.from.visitorId ?? '',
    distinctId: first?.from.distinctId,
    events: queued.map(({ event }) => event),
  };
}
