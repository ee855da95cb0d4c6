import { randomUUID } from 'node:crypto';
import { recordEvents, type TrackedEvent, type TrackedName } from '../../../src/contract/event.ts';
import { call } from './agent.ts';
import type { App, Caller } from './api.ts';

/** Returns an event of this many hours ago. */
export function eventOf(name: TrackedName, hoursAgo = 0, more: Partial<TrackedEvent> = {}) {
  const timestamp = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  return { id: randomUUID(), name, timestamp, properties: {}, ...more };
}

export async function sendEvents(
  app: App,
  caller: Caller,
  events: readonly TrackedEvent[],
): Promise<number> {
  return (await call(app, caller, recordEvents, { body: { events } })).stored;
}
