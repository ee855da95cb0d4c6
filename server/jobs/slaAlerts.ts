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

/** Channels besides mail by their names, which are kept with waiting alarms: `slack`, `teams`. */
export type SlaAlerts = Readonly<Record<string, SlaAlert>>;

/** Handlers of the alarms of these channels; that of mail is among the mails of tickets. */
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
  /** Besides mail. */
  channels: readonly string[];
  /** How often it looks for late responses. Default 5 seconds. */
  everyMs?: number | undefined;
  /** Called when alarms are waiting. */
  onAlert(): void;
}

/** Notes late first responses. Timers are in the database: any number of processes may watch them, and stop. */
export function watchFirstResponses(options: WatchOptions): Background {
  const { db, logger, channels, everyMs = 5_000, onAlert } = options;
  /** Once, however many processes notice at the same time. */
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
