import { cleanAttachments } from '../attachments/cleaning.ts';
import { alertChats } from '../jobs/alertNotices.ts';
import { summaryChats } from '../jobs/dailySummaries.ts';
import { publishArticles } from '../jobs/publishArticles.ts';
import { slaAlertJobs } from '../jobs/slaAlerts.ts';
import { ticketChats } from '../jobs/ticketChats.ts';
import { wakeTicket } from '../queries/snooze.ts';
import { isAnyDue } from '../queue/claim.ts';
import { type Background, startLoop } from '../queue/loop.ts';
import { type JobHandler, startWorker, type WorkerOptions } from '../queue/worker.ts';
import { webhookDeliveries } from '../webhooks/out/deliver.ts';
import type { BackgroundOptions } from './background.ts';
import { mailJobs } from './mailJobs.ts';

/** Jobs that wait for the same kind of thing. One lane never waits for another. */
interface Lane extends Pick<WorkerOptions, 'concurrency' | 'perTenant'> {
  handlers: Record<string, JobHandler>;
}

function lanesOf(options: BackgroundOptions): Record<string, Lane> {
  const { database, attachments, mailer, integrations, logger, slaAlerts = {} } = options;
  const { kysely: db } = database;
  const { deliver_event, fan_out_event } = webhookDeliveries(db, integrations);
  return {
    internal: {
      concurrency: 4,
      handlers: {
        fan_out_event,
        ...publishArticles(db),
        clean_attachments: () => cleanAttachments(db, attachments),
        wake_ticket: (job) => wakeTicket(db, job),
      },
    },
    mail: { concurrency: 4, handlers: mailJobs(db, mailer, logger) },
    chats: {
      concurrency: 8,
      perTenant: 2,
      handlers: {
        ...slaAlertJobs(db, slaAlerts),
        ...alertChats(db, integrations),
        ...ticketChats(db, integrations),
        ...summaryChats(db, integrations),
      },
    },
    // A receiver may take ten seconds over each event: room for many accounts, little for each.
    webhooks: { concurrency: 32, perTenant: 4, handlers: { deliver_event } },
  };
}

/** A lane looks for itself this often: what is due earlier is found for all lanes together. */
const lanePollMs = 60_000;

interface Workers extends Background {
  wake(): void;
}

/** Starts a worker for each lane. One look finds out whether any of them has something to do. */
export function startWorkers(options: BackgroundOptions): Workers {
  const { database, logger, metrics } = options;
  const { kysely: db } = database;
  const { pollMs = 1_000 } = options.worker ?? {};
  const lanes = lanesOf(options);
  const workers = Object.entries(lanes).map(([lane, { handlers, ...limits }]) =>
    startWorker({
      db,
      name: `${lane} jobs`,
      handlers: metrics?.metrics.timedJobs(handlers) ?? handlers,
      logger,
      ...limits,
      ...options.worker,
      pollMs: lanePollMs,
    }),
  );
  const wake = () => {
    for (const worker of workers) worker.wake();
  };
  const types = Object.values(lanes).flatMap(({ handlers }) => Object.keys(handlers));
  const look = async () => {
    if (await isAnyDue(db, types)) wake();
    return false;
  };
  const looking = startLoop({ name: 'due jobs', everyMs: pollMs, run: look, logger });
  return {
    wake,
    async idle() {
      return (await Promise.all(workers.map((worker) => worker.idle()))).includes(true);
    },
    async stop() {
      await looking.stop();
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
