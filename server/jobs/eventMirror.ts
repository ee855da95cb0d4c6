import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { type MirroredEvent, markMirrored, takeUnmirrored } from '../queries/eventMirror.ts';

/** Where events go besides the database. It may get one twice, with the same id. */
export interface EventMirror {
  /** Rejects unless all of them were taken. */
  send(events: readonly MirroredEvent[]): Promise<void>;
}

interface MirrorOptions {
  db: Kysely<Schema>;
  mirror: EventMirror;
  /** How often it looks. Default 2 seconds. */
  everyMs?: number | undefined;
  onFault(error: Error): void;
}

/** Hands events on, also after it was away. Any number of processes may do so. */
export function mirrorEvents(options: MirrorOptions): { stop(): Promise<void> } {
  const { db, mirror, everyMs = 2_000, onFault } = options;
  let isStopping = false;
  let working = Promise.resolve();
  async function work(): Promise<void> {
    while (!isStopping) {
      const events = await takeUnmirrored(db);
      if (events.length === 0) return;
      await mirror.send(events);
      await markMirrored(db, events);
    }
  }
  const timer = setInterval(() => {
    working = working.then(work).catch(onFault);
  }, everyMs);
  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await working;
    },
  };
}
