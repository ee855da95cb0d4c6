import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Mailer } from '../mail/mailer.ts';
import { alertMails } from './alertNotices.ts';
import { summaryMails } from './dailySummaries.ts';
import { replyMails } from './replyMails.ts';
import { ticketMails } from './ticketMails.ts';
import type { JobHandler } from './worker.ts';

/** Handlers of every job that mails. Without a mailer these jobs stay queued. */
export function mailJobs(
  db: Kysely<Schema>,
  mailer: Mailer | undefined,
): Record<string, JobHandler> {
  if (mailer === undefined) return {};
  return {
    ...ticketMails(db, mailer),
    ...replyMails(db, mailer),
    ...alertMails(db, mailer),
    ...summaryMails(db, mailer),
  };
}
