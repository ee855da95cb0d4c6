import { signal } from '@preact/signals-core';
import { expect, vi } from 'vitest';
import { createDelivery, type DeliveryOptions } from '../../../src/analytics/delivery.ts';
import type { EventName } from '../../../src/analytics/events.ts';
import { createTracker } from '../../../src/analytics/track.ts';
import type { TrackedEvent } from '../../../src/contract/event.ts';
import type { EventBatch, EventOutcome, EventSender } from '../../../src/core/eventPorts.ts';
import { createVisitorModel, type Visitor } from '../../../src/core/visitor.model.ts';
import { createFakePage, createMemoryStore } from '../../support/fakes.ts';

/** A PostHog of the page. Anything that would change it fails the test. */
export function createPostHog(more: object = {}) {
  const forbidden = (name: string) => () => expect.fail(`posthog.${name} was called`);
  return {
    __loaded: true,
    capture: vi.fn(),
    get_distinct_id: () => 'ph-1',
    init: forbidden('init'),
    identify: forbidden('identify'),
    group: forbidden('group'),
    register: forbidden('register'),
    reset: forbidden('reset'),
    ...more,
  };
}

/** A sender that keeps each event once. */
export function createSender(outcomes: EventOutcome[] = []) {
  const sent: EventBatch[] = [];
  const beacons: EventBatch[] = [];
  const sender: EventSender = {
    async send(batch) {
      sent.push(batch);
      return outcomes.shift() ?? { at: 'stored' };
    },
    beacon: (batch) => Boolean(beacons.push(batch)),
  };
  return { sender, sent, beacons };
}

export const namesOf = (batches: readonly EventBatch[]) =>
  batches.flatMap(({ events }) => events.map(({ name }) => name));

interface Parts extends Pick<Partial<DeliveryOptions>, 'posthog' | 'sender'> {
  settings?: DeliveryOptions['settings']['value'];
  who?: Visitor;
}

/** A delivery with a real tracker and visitor. */
export function createTestDelivery({ settings: first = {}, who = {}, ...parts }: Parts) {
  const settings = signal(first);
  const kept = createMemoryStore();
  const visitor = createVisitorModel(who, kept);
  const delivery = createDelivery({
    settings,
    posthog: undefined,
    sender: null,
    visitor,
    page: createFakePage(),
    ...parts,
  });
  const { track } = createTracker([
    (event) => delivery.take({ event, epoch: visitor.epoch.peek() }),
  ]);
  return { delivery, settings, visitor, track, kept };
}

export const event = (id: number, name: EventName = 'support_menu_open'): TrackedEvent => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  name,
  timestamp: '2026-05-04T10:00:00Z',
});

/** Lets promises resolve without advancing the time. */
export const settled = () => vi.advanceTimersByTimeAsync(0);
