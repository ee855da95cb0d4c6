import type { TrackedEvent } from '../contract/event.ts';
import { limits } from '../contract/limits.ts';
import type { EventBatch, EventSender } from '../core/eventPorts.ts';

/** A batch is sent at this number of events, or after this time in milliseconds. */
const eventsPerBatch = 20;
const batchDelayMs = 5_000;
/** Maximum number of events while the backend cannot be reached. The oldest are dropped first. */
const maxQueuedEvents = 500;
/** Maximum delay after failures. Milliseconds. */
const maxDelayMs = 5 * 60_000;

/**
 * Maximum delay that a backend can ask for: one day. A timer of more than 24.8 days would end
 * immediately.
 */
const maxAskedMs = 86_400_000;

export interface EventQueue {
  add(event: TrackedEvent, from: Omit<EventBatch, 'events'>): void;
  /** Sends the waiting events immediately. */
  flush(): Promise<void>;
  /** Hands all unconfirmed events to the browser, because the page may unload. */
  leave(): void;
  /**
   * Called when the page is visible again. Events that were handed to the browser may not have
   * arrived.
   */
  resume(): void;
  /** Drops the waiting events. */
  clear(): void;
}

interface Queued {
  event: TrackedEvent;
  from: Omit<EventBatch, 'events'>;
  isBeaconed: boolean;
}

/**
 * A queue in memory of events for the backend. An event leaves it only when the backend confirms
 * that it is stored. A duplicate counts once, by its id. No timer runs while the queue is empty.
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
        const delayMs = Math.min(maxDelayMs, batchDelayMs * 2 ** ++failures) * (0.5 + random() / 2);
        const retryAfterMs = Math.min(maxAskedMs, (outcome.seconds ?? 0) * 1000);
        if (queue.length > 0) schedule(Math.max(retryAfterMs, delayMs));
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
    resume() {
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

/**
 * Splits the queue into batches. A batch has events of one visitor, and at most as many as the
 * backend accepts.
 */
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
