import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { dayIn, instantIn, isTimeZone } from '../../src/contract/zone.ts';
import type { Notice } from '../ask/provider.ts';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import type { Mailer } from '../mail/out/mailer.ts';
import { queueForChats } from '../queries/chatJobs.ts';
import { findStoredIntegration } from '../queries/integrations.ts';
import { claimDay, listSummaries, readSummary, type Summary } from '../queries/summaries.ts';
import { readTenant } from '../queries/tenants.ts';
import { queueJobs } from '../queue/jobs.ts';
import { type Background, startLoop } from '../queue/loop.ts';
import type { JobHandler } from '../queue/worker.ts';
import { noticeMail } from './noticeMail.ts';
import { type ChatTools, notifyChat } from './notifyChat.ts';

const StoredNotice = z.object({
  title: z.string(),
  text: z.string(),
  facts: z.record(z.string(), z.string()),
});
const noticeOf = (payload: Record<string, string>) =>
  z.parse(StoredNotice, JSON.parse(payload.notice ?? ''));

/** Mails the daily summary to the team. */
export function summaryMails(
  db: Kysely<Schema>,
  mailer: Mailer,
): Record<'mail_summary', JobHandler> {
  return {
    async mail_summary(job) {
      const scope = { actor: 'worker', tenantId: job.tenantId } as const;
      const tenant = await inScope(db, scope, readTenant);
      await mailer.send(noticeMail(job, tenant, noticeOf(job.payload)));
    },
  };
}

/** Posts the daily summary to the team's chats. */
export function summaryChats(
  db: Kysely<Schema>,
  tools: ChatTools,
): Record<'chat_summary', JobHandler> {
  return {
    async chat_summary({ tenantId, payload }) {
      const chat = await inScope(db, { actor: 'worker', tenantId }, (trx) =>
        findStoredIntegration(trx, payload.chatId ?? ''),
      );
      if (chat !== undefined) await notifyChat(chat, tenantId, noticeOf(payload), tools);
    },
  };
}

interface WatchOptions {
  db: Kysely<Schema>;
  /** Interval between checks for due summaries. Default 1 minute. */
  everyMs?: number | undefined;
  /** Milliseconds. */
  now?: (() => number) | undefined;
  logger: Logger;
  /** Called when a summary was queued. */
  onSummary(): void;
}

/**
 * Queues the summary of each team at its hour in its time zone, or later that day if no process was
 * running. Each summary is queued once, however many processes run. A day without any news is
 * skipped.
 */
export function watchSummaries(options: WatchOptions): Background {
  const { db, everyMs = 60_000, now = Date.now, logger, onSummary } = options;

  async function queueDueSummaries(signal: AbortSignal): Promise<boolean> {
    for (const { tenantId, timeZone, hour, lastDay } of await listSummaries(db)) {
      if (signal.aborted) break;
      if (!isTimeZone(timeZone)) {
        logger.warn(
          { tenantId, timeZone },
          'Daily summary not sent: its time zone is unknown. Correct the setting daily_summary.',
        );
        continue;
      }
      const day = dayIn(timeZone, new Date(now()));
      const isTime = now() >= instantIn(timeZone, day, hour * 60).getTime();
      if (isTime && (lastDay === null || lastDay < day) && (await queueSummary(tenantId, day)))
        onSummary();
    }
    return false;
  }

  function queueSummary(tenantId: string, day: string): Promise<boolean> {
    return inScope(db, { actor: 'worker', tenantId }, async (trx) => {
      if (!(await claimDay(trx, day))) return false;
      const summary = await readSummary(trx);
      if (isEmpty(summary)) return false;
      const { name } = await readTenant(trx);
      const payload = { notice: JSON.stringify(summaryNotice(summary, name, day)) };
      await queueJobs(trx, [{ type: 'mail_summary', payload }]);
      await queueForChats(trx, 'chat_summary', payload);
      return true;
    });
  }

  return startLoop({ name: 'summaries', everyMs, run: queueDueSummaries, logger });
}

function isEmpty({ open, created, answered, late, rated, broken }: Summary): boolean {
  return open + created + answered + late + rated + broken.length === 0;
}

function summaryNotice(summary: Summary, name: string, day: string): Notice {
  const { open, created, answered, late, rated, satisfied, broken } = summary;
  return {
    title: `${name} Support on ${day}: ${open} open`,
    text:
      late > 0 || broken.length > 0
        ? 'Some items need attention.'
        : 'The current state, and the last 24 hours.',
    facts: {
      'Open requests': String(open),
      'New in 24 hours': String(created),
      'First responses in 24 hours': String(answered),
      'Late first responses': String(late),
      ...(rated > 0 && { Satisfied: `${satisfied} of ${rated} ratings` }),
      ...(broken.length > 0 && { 'Unhealthy integrations': broken.join(', ').slice(0, 1_000) }),
    },
  };
}
