import type { TrackedEvent } from '../contract/event.ts';

/** Events of one visitor. `distinctId` is the one of a PostHog that has captured them too. */
export interface EventBatch {
  visitorId: string;
  distinctId: string | undefined;
  events: readonly TrackedEvent[];
}

/**
 * `later`: retry after so many seconds, if the backend says · `refused`: will never be accepted ·
 * `closed`: none will, from this page.
 */
export type EventOutcome =
  | { at: 'stored' }
  | { at: 'later'; seconds: number | undefined }
  | { at: 'refused' }
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
