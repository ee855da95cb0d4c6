import { cleanAttachments } from '../attachments/cleaning.ts';
import type { Logger } from '../base/logger.ts';
import type { Checks } from '../checker/check.ts';
import { startChecker } from '../checker/checker.ts';
import type { Integrations } from '../connections/integrations.ts';
import { cleanGrownTables } from '../db/cleanTables.ts';
import type { Database } from '../db/db.ts';
import { watchSummaries } from '../jobs/dailySummaries.ts';
import { watchDesks } from '../jobs/desks/watchDesks.ts';
import { mirrorEvents } from '../jobs/eventMirror.ts';
import { deleteOverdueAccounts } from '../jobs/overdueAccounts.ts';
import { type SlaAlerts, watchFirstResponses } from '../jobs/slaAlerts.ts';
import { rollUpChecks } from '../queries/checkHistory.ts';
import { addUpCounts } from '../queries/inboxCounts.ts';
import { indexOlderMessages } from '../queries/messageTerms.ts';
import { deleteOldRows } from '../queries/retention.ts';
import { endOverdueSyncs } from '../queries/syncs.ts';
import { startChores } from '../queue/chores.ts';
import { type Background, startLoop } from '../queue/loop.ts';
import type { JobOptions } from '../queue/worker.ts';
import { startEventWorker } from '../webhooks/in/processEvents.ts';
import type { Parts } from './openParts.ts';
import { startWorkers } from './workers.ts';

/** Interval between checks for tables of the embedded database that have grown. */
const cleaningMs = 2_000;

export interface BackgroundOptions extends Parts {
  logger: Logger;
  integrations: Integrations;
  checks: Checks;
  slaAlerts?: SlaAlerts;
  worker?: JobOptions;
}

export interface BackgroundWork extends Pick<Background, 'stop'> {
  /** Call it when jobs may be waiting. */
  wakeJobs(): void;
  /** Call it when events of providers may be waiting. */
  wakeEvents(): void;
  /** Resolves when nothing is due. */
  idle(): Promise<void>;
}

/** Starts all background work except live updates. */
export function startBackground(options: BackgroundOptions): BackgroundWork {
  const { database, attachments, metrics, mirror } = options;
  const { logger, checks, slaAlerts = {} } = options;
  const { kysely: db } = database;
  const chores = {
    delete_old_rows: (signal: AbortSignal) => deleteOldRows(db, signal),
    clean_attachments: () => cleanAttachments(db, attachments),
    roll_up_checks: (signal: AbortSignal) => rollUpChecks(db, signal),
    add_up_counts: () => addUpCounts(db),
    index_messages: (signal: AbortSignal) => indexOlderMessages(db, signal),
    end_syncs: () => endOverdueSyncs(db),
    delete_closed_accounts: (signal: AbortSignal) => deleteOverdueAccounts(db, attachments, signal),
  };
  const timedChecks = metrics?.metrics.timedChecks(checks) ?? checks;
  const workers = startWorkers(options);
  const events = startEventWorker({ db, logger });
  let hasQueued = false;
  const wakeJobs = () => {
    hasQueued = true;
    workers.wake();
  };
  const channels = Object.keys(slaAlerts);
  const running: Background[] = [
    workers,
    events,
    startChecker({ checks: timedChecks, logger }),
    startChores({ db, logger, chores }),
    watchFirstResponses({ db, logger, channels, onAlert: wakeJobs }),
    watchSummaries({ db, logger, onSummary: wakeJobs }),
    watchDesks({ db, logger, onDue: wakeJobs }),
    ...(mirror === undefined ? [] : [mirrorEvents({ db, logger, mirror })]),
    ...(database.isEmbedded ? [startCleaning(db, logger)] : []),
  ];
  return {
    wakeJobs,
    wakeEvents: () => events.wake(),
    async idle() {
      for (;;) {
        hasQueued = false;
        const worked = await Promise.all(running.map((one) => one.idle()));
        if (!hasQueued && !worked.includes(true)) return;
        // Finished work of one loop can create work for another.
        workers.wake();
        events.wake();
      }
    },
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
    },
  };
}

function startCleaning(db: Database['kysely'], logger: Logger): Background {
  const run = async (signal: AbortSignal) => {
    await cleanGrownTables(db, signal);
    return false;
  };
  return startLoop({ name: 'clean tables', everyMs: cleaningMs, logger, run });
}
