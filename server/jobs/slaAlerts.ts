import type { Kysely } from 'kysely';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { responseLate } from '../events/responseLate.ts';
import { listLateResponses, markLate } from '../queries/responseClock.ts';
import { readTenant, type Tenant } from '../queries/tenants.ts';
import { findTicket, type StoredTicket } from '../queries/tickets.ts';
import { type Background, startLoop } from '../queue/loop.ts';
import type { JobHandler } from '../queue/worker.ts';

/** Notifies a channel that a first response is late. If it throws, the job is retried. */
export type SlaAlert = (ticket: StoredTicket, tenant: Tenant) => Promise<void>;

/**
 * Channels in addition to mail, by name, such as `slack` or `teams`. The names are stored with
 * queued alerts.
 */
export type SlaAlerts = Readonly<Record<string, SlaAlert>>;

/** Handlers of the alerts of these channels. The handler for mail is in `ticketMails`. */
export function slaAlertJobs(db: Kysely<Schema>, alerts: SlaAlerts): Record<string, JobHandler> {
  const handlers = Object.entries(alerts).map(([channel, alert]): [string, JobHandler] => [
    `sla_alert_${channel}`,
    async ({ tenantId, payload }) => {
      const { ticket, tenant } = await inScope(db, { actor: 'worker', tenantId }, async (trx) => ({
        ticket: await findTicket(trx, payload.ticketId ?? ''),
        tenant: await readTenant(trx),
      }));
      if (ticket !== undefined) await alert(ticket, tenant);
    },
  ]);
  return Object.fromEntries(handlers);
}

interface WatchOptions {
  db: Kysely<Schema>;
  logger: Logger;
  /** Channels in addition to mail. */
  channels: readonly string[];
  /** Interval between checks for late responses. Default 5 seconds. */
  everyMs?: number | undefined;
  /** Called when alerts were queued. */
  onAlert(): void;
}

/**
 * Records late first responses. Timers are in the database, so any number of processes can watch
 * them and stop at any time.
 */
export function watchFirstResponses(options: WatchOptions): Background {
  const { db, logger, channels, everyMs = 5_000, onAlert } = options;
  /** Recorded once, even if several processes notice it at the same time. */
  const note = (tenantId: string, ticketId: string) =>
    inScope(db, { actor: 'worker', tenantId }, async (trx) => {
      const late = await markLate(trx, ticketId);
      if (late !== undefined) await responseLate(trx, late, channels);
      return late !== undefined;
    });
  const run = async (signal: AbortSignal) => {
    for (const { tenantId, ticketId } of await listLateResponses(db)) {
      if (signal.aborted) break;
      if (await note(tenantId, ticketId)) onAlert();
    }
    return false;
  };
  return startLoop({ name: 'late first responses', everyMs, run, logger });
}
