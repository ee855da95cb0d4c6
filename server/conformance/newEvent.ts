import { randomUUID } from 'node:crypto';
import type { TrackedEvent } from '../../src/contract/event.ts';
import { eventNames } from '../../src/contract/eventNames.ts';

/** Returns an event of the tracking plan with the current time. */
export function newEvent(): TrackedEvent {
  return { id: randomUUID(), name: eventNames[0], timestamp: new Date().toISOString() };
}
