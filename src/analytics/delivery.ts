import { effect, type ReadonlySignal, untracked } from '@preact/signals-core';
import { warn } from '../core/debug.ts';
import type { EventSender } from '../core/eventPorts.ts';
import type { Page } from '../core/ports.ts';
import type { VisitorModel } from '../core/visitor.model.ts';
import { type Consent, consentOf } from './consent.ts';
import { eventId } from './eventId.ts';
import { createEventQueue } from './eventQueue.ts';
import type { BufferedEvent } from './exporter.ts';
import { onLeaving } from './onLeaving.ts';
import { createPostHogCapture } from './postHogCapture.ts';
import { createPostHogTarget, type PostHogProject, type PostHogSource } from './posthogTarget.ts';
import { presentable } from './presentable.ts';
import type { SupportEvent } from './track.ts';

export interface DeliveryOptions {
  settings: ReadonlySignal<{ consent?: Consent; respectPrivacySignals?: boolean }>;
  posthog: PostHogSource | PostHogProject | false | undefined;
  /** Null without a backend. */
  sender: EventSender | null;
  visitor: VisitorModel;
  page: Page;
}

export interface Delivery {
  take(event: BufferedEvent): void;
  /** Removes what the visitor's PostHog stored on the device. Called when the visitor signs out. */
  forget(): void;
  destroy(): void;
}

/** Maximum number of events that wait for consent or for PostHog. The oldest are dropped first. */
const maxQueuedEvents = 100;

/**
 * Creates the delivery of events to PostHog and to the backend, as far as the visitor has
 * consented.
 */
export function createDelivery(from: DeliveryOptions): Delivery {
  const { settings, posthog: source, sender, visitor, page } = from;
  const target = source === false ? null : createPostHogTarget(source);
  const queue = sender && createEventQueue(sender);
  const exporter =
    target &&
    createPostHogCapture({
      ...{ target, visitor, page },
      isGranted: () => consent() === 'granted',
      onError: complain,
    });
  let waiting: BufferedEvent[] = [];
  let isSettled = false;
  let isSettling = false;
  let isDenied = false;
  let hasWarned = false;

  function consent(): Consent {
    const { consent: said, respectPrivacySignals: respectSignals = false } = settings.peek();
    const rest = { said, respectSignals };
    const known = attempt(() => consentOf({ ...rest, posthog: target?.host.current() ?? null }));
    return known ?? consentOf({ ...rest, posthog: null });
  }

  /**
   * Sends the waiting events if consent is granted. Waits for a PostHog that is loading, unless the
   * page unloads.
   */
  function drain(isLeaving = false): void {
    const state = consent();
    if (state === 'denied') {
      waiting = [];
      queue?.clear();
      exporter?.clear();
      if (!isDenied) attempt(() => target?.forget());
    }
    isDenied = state === 'denied';
    if (state !== 'granted' || waiting.length === 0) return;
    if (!isSettled && !isLeaving) {
      if (!isSettling) void settle();
      return;
    }
    const epoch = visitor.epoch.peek();
    // Events of an earlier visitor are not attributed to this one.
    for (const queued of waiting.splice(0)) if (queued.epoch === epoch) deliver(queued.event);
  }

  async function settle(): Promise<void> {
    isSettling = true;
    try {
      await target?.settle();
    } catch (cause) {
      complain(cause);
    }
    isSettled = true;
    drain();
  }

  function deliver({ name, properties: { timestamp, ...all } }: SupportEvent): void {
    const { ticket_id: ticketId = null, ...properties } = presentable(all);
    const id = typeof ticketId === 'string' ? ticketId : eventId();
    const event = { id, name, timestamp, properties };
    const distinctId = exporter?.capture(event);
    queue?.add(event, { visitorId: visitor.id(), distinctId });
  }

  /** A PostHog that throws does not affect the visitor; the error is reported once. */
  function attempt<T>(use: () => T): T | undefined {
    try {
      return use();
    } catch (cause) {
      complain(cause);
    }
  }

  function complain(cause: unknown): void {
    if (!hasWarned) warn('PostHog does not accept events. The widget continues without it.', cause);
    hasWarned = true;
  }

  const stopFollowing = effect(() => {
    settings.value;
    untracked(drain);
  });
  const stopLeaving = onLeaving({
    leave() {
      drain(true);
      queue?.leave();
    },
    resume: () => queue?.resume(),
  });

  return {
    take(held) {
      waiting.push(held);
      if (waiting.length > maxQueuedEvents) waiting.shift();
      drain();
    },
    forget: () => attempt(() => target?.forget()),
    destroy() {
      stopFollowing();
      stopLeaving();
      drain(true);
      queue?.leave();
      queue?.clear();
      attempt(() => target?.destroy());
    },
  };
}
