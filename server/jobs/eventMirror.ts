import type { Kysely } from 'kysely';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import { claimUnmirrored, type MirroredEvent, markMirrored } from '../queries/eventMirror.ts';
import { type Background, startLoop } from '../queue/loop.ts';

/**
 * The destination of exported events, besides the database. It can receive an event twice, with the
 * same id.
 */
export interface EventMirror {
  /** Rejects unless all events were accepted. */
  send(events: readonly MirroredEvent[]): Promise<void>;
}

interface MirrorOptions {
  db: Kysely<Schema>;
  mirror: EventMirror;
  logger: Logger;
  /** Interval between checks for new events. Default 2 seconds. */
  everyMs?: number | undefined;
}

/**
 * Exports events, and catches up after an outage. Any number of processes can do so in parallel.
 */
export function mirrorEvents(options: MirrorOptions): Background {
  const { db, mirror, logger, everyMs = 2_000 } = options;
  const run = async () => {
    const events = await claimUnmirrored(db);
    if (events.length === 0) return false;
    await mirror.send(events);
    await markMirrored(db, events);
    return true;
  };
  return startLoop({ name: 'event mirror', everyMs, run, logger });
}
