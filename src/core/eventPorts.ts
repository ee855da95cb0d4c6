import type { TrackedEvent } from '../contract/event.ts';

/** Events of one visitor. `distinctId`: the id in a PostHog that has captured them too. */
export interface EventBatch {
  visitorId: string;
  distinctId: string | undefined;
  events: readonly TrackedEvent[];
}

/**
 * `later`: retry, after the number of seconds that the backend named. `rejected`: it will never be
 * accepted. `closed`: the backend accepts no events from this page.
 */
export type EventOutcome =
  | { at: 'stored' }
  | { at: 'later'; seconds: number | undefined }
  | { at: 'rejected' }
  | { at: 'closed' };

/** Sends events to the backend, without retries. */
export interface EventSender {
  send(batch: EventBatch): Promise<EventOutcome>;
  /**
   * Hands the batch to the browser, which sends it after page unload. Returns false if it takes no
   * more.
   */
  beacon(batch: EventBatch): boolean;
}

/** Loads the code on the first event. Rejects with a `NetworkError`. */
export type LoadEventSender = () => Promise<EventSender>;
