import type { TrackedEvent } from '../contract/event.ts';
import type { Page } from '../core/ports.ts';
import type { VisitorModel } from '../core/visitor.model.ts';
import type { PostHogTarget } from './posthogTarget.ts';
import { presentable } from './presentable.ts';

/** Sends events to PostHog. */
export interface PostHogCapture {
  /**
   * Captures an event. Returns the visitor's PostHog id for the backend, so that the event is
   * stored once. If no PostHog is live, the event is queued until one is.
   */
  capture(event: TrackedEvent): string | undefined;
  /** Drops the queued events. */
  clear(): void;
}

/** Maximum number of events that wait for PostHog. The oldest are dropped first. */
const maxBufferedEvents = 100;

interface Options {
  target: PostHogTarget;
  visitor: VisitorModel;
  page: Page;
  /** Returns whether consent is granted now. */
  isGranted(): boolean;
  onError(cause: unknown): void;
}

export function createPostHogCapture(from: Options): PostHogCapture {
  const { target, visitor, page, isGranted, onError } = from;
  let buffered: { event: TrackedEvent; url: string; epoch: number }[] = [];
  let isWaiting = false;

  function send(event: TrackedEvent, url: string): string | undefined {
    const found = target.current();
    if (!found) return undefined;
    const { posthog, own } = found;
    const tenant = visitor.tenant();
    own?.identify(visitor.user(), tenant);
    const { id: organization } = presentable({ id: tenant.id ?? null });
    const { id: uuid, name, timestamp, properties } = event;
    posthog.capture(
      name,
      {
        ...properties,
        timestamp,
        // PostHog itself would send these addresses with their queries.
        $current_url: url,
        $referrer: null,
        ...(organization && { $groups: { organization } }),
      },
      { uuid, timestamp: new Date(timestamp) },
    );
    if (posthog.has_opted_out_capturing?.()) return undefined;
    const { distinctId } = presentable({ distinctId: posthog.get_distinct_id?.() ?? null });
    return typeof distinctId === 'string' ? distinctId : undefined;
  }

  function attempt(event: TrackedEvent, url: string): string | undefined {
    try {
      return send(event, url);
    } catch (cause) {
      onError(cause);
      return undefined;
    }
  }

  function sendBuffered(): void {
    isWaiting = false;
    if (!target.current() || !isGranted()) return;
    const epoch = visitor.epoch.peek();
    // Events of an earlier visitor are not attributed to this one.
    for (const one of buffered.splice(0)) if (one.epoch === epoch) attempt(one.event, one.url);
  }

  function keep(event: TrackedEvent, url: string): void {
    if (!target.isExpected()) return;
    buffered.push({ event, url, epoch: visitor.epoch.peek() });
    if (buffered.length > maxBufferedEvents) buffered.shift();
    if (isWaiting) return;
    isWaiting = true;
    target.whenThere().then(sendBuffered, (cause) => {
      isWaiting = false;
      onError(cause);
    });
  }

  return {
    capture(event) {
      const url = page.url();
      if (target.current()) {
        sendBuffered();
        return attempt(event, url);
      }
      keep(event, url);
      return undefined;
    },
    clear() {
      buffered = [];
    },
  };
}
