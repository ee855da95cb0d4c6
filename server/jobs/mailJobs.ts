import type { Kysely } from 'kysely';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import type { Mailer } from '../mail/out/mailer.ts';
import type { JobHandler } from '../queue/worker.ts';
import { alertMails } from './alertNotices.ts';
import { summaryMails } from './dailySummaries.ts';
import { receivedMails } from './receivedMails.ts';
import { replyMails } from './replyMails.ts';
import { ticketMails } from './ticketMails.ts';

/** Handlers of every job that has to do with mail. Without a mailer those that send stay queued. */
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
    ...replyMails(db, mailer),
    ...alertMails(db, mailer),
    ...summaryMails(db, mailer),
  };
}
