import type { Kysely } from 'kysely';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import { alertMails } from '../jobs/alertNotices.ts';
import { summaryMails } from '../jobs/dailySummaries.ts';
import { mentionMails } from '../jobs/mentionMails.ts';
import { receivedMails } from '../jobs/receivedMails.ts';
import { rejectionNotices } from '../jobs/rejectionNotices.ts';
import { replyMails } from '../jobs/replyMails.ts';
import { ticketMails } from '../jobs/ticketMails.ts';
import type { Mailer } from '../mail/out/mailer.ts';
import type { JobHandler } from '../queue/worker.ts';

/**
 * Returns the handlers of all jobs that concern mail. Without a mailer, jobs that send mails stay
 * queued.
 */
export function mailJobs(
  db: Kysely<Schema>,
  mailer: Mailer | undefined,
  logger: Logger,
): Record<string, JobHandler> {
  const received = receivedMails(db, logger);
  if (mailer === undefined) return received;
  return {
    ...received,
    ...ticketMails(db, mailer),
    ...rejectionNotices(db, mailer),
    ...mentionMails(db, mailer),
    ...replyMails(db, mailer),
    ...alertMails(db, mailer),
    ...summaryMails(db, mailer),
  };
}
