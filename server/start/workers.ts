import { cleanAttachments } from '../attachments/cleaning.ts';
import { alertChats } from '../jobs/alertNotices.ts';
import { summaryChats } from '../jobs/dailySummaries.ts';
import { deskJobs } from '../jobs/desks/deskJobs.ts';
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

/** Jobs that depend on the same kind of resource. Lanes do not wait for each other. */
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
    // One job of an account at a time, so that messages arrive in their order.
    desks: {
      concurrency: 8,
      perTenant: 1,
      handlers: deskJobs({ db, attachments, ...integrations }),
    },
    // A receiver may take ten seconds for each event. So there is room for many accounts, but
    // little for each.
    webhooks: { concurrency: 32, perTenant: 4, handlers: { deliver_event } },
  };
}

/**
 * A lane polls at this interval. Jobs that are due earlier are found by one query for all lanes.
 */
const lanePollMs = 60_000;

interface Workers extends Background {
  wake(): void;
}

/** Starts a worker for each lane. One query finds out whether any lane has due jobs. */
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
  const wakeIfDue = async () => {
    if (await isAnyDue(db, types)) wake();
    return false;
  };
  const dueLoop = startLoop({ name: 'due jobs', everyMs: pollMs, run: wakeIfDue, logger });
  return {
    wake,
    async idle() {
      return (await Promise.all(workers.map((worker) => worker.idle()))).includes(true);
    },
    async stop() {
      await dueLoop.stop();
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
