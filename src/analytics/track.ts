import { warn } from '../core/debug.ts';
import type { EventName, TrackingPlan } from './events.ts';

/** One event as sinks and `support.on` get it. */
export type SupportEvent<Name extends EventName = EventName> = {
  [N in Name]: { name: N; properties: TrackingPlan[N] & { timestamp: string } };
}[Name];

/** Where events go. */
export type Sink = (event: SupportEvent) => void;

/** Says that something became true. Never throws and never waits. */
export type Track = <Name extends EventName>(name: Name, properties: TrackingPlan[Name]) => void;

export interface Tracker {
  track: Track;
  /** Adds a listener; the function that comes back takes it away. */
  listen(sink: Sink): () => void;
}

/** Gives every event to all sinks and listeners. One that throws is reported and stops no other. */
export function createTracker(sinks: readonly Sink[]): Tracker {
  const listeners = new Set<Sink>(sinks);
  return {
    track(name, properties) {
      const event = {
        name,
        properties: { ...properties, timestamp: new Date().toISOString() },
      } as SupportEvent;
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (cause) {
          warn(`A listener of "${name}" threw. The widget goes on.`, cause);
        }
      }
    },
    listen(sink) {
      listeners.add(sink);
      return () => listeners.delete(sink);
    },
  };
}
