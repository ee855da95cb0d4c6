import { warn } from '../core/debug.ts';
import { isKnownName } from '../core/explain.ts';
import type { EventName, TrackingPlan } from './events.ts';

type AnyEvent = {
  [Name in EventName]: { name: Name; properties: TrackingPlan[Name] & { timestamp: string } };
}[EventName];

/** An event as sinks and `support.on` receive it. */
export type SupportEvent<Name extends EventName = EventName> = Extract<AnyEvent, { name: Name }>;

/** Receives events. */
export type Sink = (event: SupportEvent) => void;

/** Reports that something happened. Never throws and never waits. */
export type Track = <Name extends EventName>(name: Name, properties: TrackingPlan[Name]) => void;

export interface Tracker {
  track: Track;
  /** Subscribes to one event, or to all by `*`. Returns a function that unsubscribes. */
  on: Listen;
  /** Subscribes to only the next event. */
  once: Listen;
}

type Listen = <Name extends EventName>(
  name: Name | '*',
  listener: (event: SupportEvent<Name>) => void,
) => () => void;

/** The list of names is loaded only on pages that listen. */
function checkName(name: string): void {
  import('../contract/eventNames.ts').then(
    ({ eventNames }) => isKnownName('event', eventNames, name),
    () => {}, // only the explanation is missing
  );
}

/**
 * Sends every event to all sinks and listeners. If one throws, the error is reported and the others
 * still run.
 */
export function createTracker(sinks: readonly Sink[]): Tracker {
  const listeners = new Set<Sink>(sinks);
  const on: Listen = <Name extends EventName>(
    name: Name | '*',
    listener: (event: SupportEvent<Name>) => void,
  ) => {
    if (name !== '*') checkName(name);
    const isSubscribed = (event: SupportEvent): event is SupportEvent<Name> =>
      name === '*' || event.name === name;
    const sink: Sink = (event) => {
      if (isSubscribed(event)) listener(event);
    };
    listeners.add(sink);
    return () => listeners.delete(sink);
  };
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
          warn(`A listener of "${name}" threw.`, cause);
        }
      }
    },
    on,
    once(name, listener) {
      const stop = on(name, (event) => {
        stop();
        listener(event);
      });
      return stop;
    },
  };
}
