import type { Kysely } from 'kysely';
import type { Logger } from '../../base/logger.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import { claimDueDesk, listDueDesks } from '../../queries/helpDesks.ts';
import { queueJobs } from '../../queue/jobs.ts';
import { type Background, startLoop } from '../../queue/loop.ts';

interface WatchOptions {
  db: Kysely<Schema>;
  logger: Logger;
  /** Interval between checks for due help desks. Default 1 minute. */
  everyMs?: number | undefined;
  /** Called when a request for changes was queued. */
  onDue(): void;
}

/**
 * Requests the changes of each help desk: every minute without a webhook, else every hour, because
 * webhooks can get lost. However many processes run, each request is queued once.
 */
export function watchDesks({ db, logger, everyMs = 60_000, onDue }: WatchOptions): Background {
  async function run(signal: AbortSignal): Promise<boolean> {
    for (const { tenantId, mode } of await listDueDesks(db)) {
      if (signal.aborted) break;
      const isQueued = await inScope(db, { actor: 'worker', tenantId }, async (trx) => {
        const integrationId = await claimDueDesk(trx, mode);
        if (integrationId === undefined) return false;
        await queueJobs(trx, [{ type: 'desk_catch_up', payload: { integrationId } }]);
        return true;
      });
      if (isQueued) onDue();
    }
    return false;
  }
  return startLoop({ name: 'help desks', everyMs, run, logger });
}
