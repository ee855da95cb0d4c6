import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import type { Environment } from './answer.ts';
import { createApp } from './app.ts';
import {
  type AttachmentOptions,
  type Attachments,
  openAttachments,
} from './attachments/attachments.ts';
import { cleanAttachments } from './attachments/cleaning.ts';
import { proveIsolation } from './db/canary.ts';
import { type Database, type DatabaseOptions, openDatabase } from './db/db.ts';
import { migrate } from './db/migrate.ts';
import { ticketMails } from './jobs/ticketMails.ts';
import { startWorker, type WorkerOptions } from './jobs/worker.ts';
import type { Logger } from './logger.ts';
import { createSmtpMailer } from './mail/smtp.ts';
import type { RateLimits } from './middleware/rateLimit.ts';
import { forgetOldKeys } from './queries/idempotency.ts';
import { recallJobs } from './queries/jobs.ts';

export interface BackendOptions extends Omit<DatabaseOptions, 'onLost'>, AttachmentOptions {
  logger: Logger;
  /** Where mails are handed in. Without it they stay queued until a start that has it. */
  smtpUrl?: string | undefined;
  /** Default: `defaultRateLimits`. */
  rateLimits?: RateLimits | undefined;
  worker?: Omit<WorkerOptions, 'db' | 'handlers' | 'logger'>;
}

export interface Backend {
  app: Hono<Environment>;
  database: Database;
  /** Ends the worker, then the database. Stop listening before. */
  close(): Promise<void>;
}

const hour = 3_600_000;

/** Opens and migrates the database, proves its isolation, and starts the worker: ready to serve `app`. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { logger, smtpUrl } = options;
  const onLost = (error: Error) => logger.warn({ err: error });
  const database = await openDatabase({ ...options, onLost });
  const { attachmentDir = join(dirname(options.folder), 'attachments') } = options;
  let attachments: Attachments;
  try {
    attachments = await openAttachments(attachmentDir, options, database.isEmbedded);
    await migrate(database.kysely);
    await proveIsolation(database.kysely);
    if (database.isEmbedded) await recallJobs(database.kysely);
  } catch (error) {
    await database.close();
    throw error;
  }
  if (smtpUrl === undefined) logger.warn('SMTP_URL is not set: mails stay queued.');
  const mailer = smtpUrl === undefined ? undefined : createSmtpMailer(smtpUrl);
  const handlers = mailer === undefined ? {} : ticketMails(database.kysely, mailer);
  const worker = startWorker({ db: database.kysely, handlers, logger, ...options.worker });
  async function clean(): Promise<void> {
    await forgetOldKeys(database.kysely);
    await cleanAttachments(database.kysely, attachments);
  }
  const cleaning = setInterval(() => clean().catch(onLost), hour);
  const { rateLimits } = options;
  const app = createApp({
    database,
    logger,
    attachments,
    rateLimits,
    onWritten: () => worker.wake(),
  });
  return {
    app,
    database,
    async close() {
      clearInterval(cleaning);
      await worker.stop();
      mailer?.close();
      await database.close();
    },
  };
}
