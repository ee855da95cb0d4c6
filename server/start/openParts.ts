import { dirname, join } from 'node:path';
import { type Attachments, openAttachments } from '../attachments/attachments.ts';
import { openVault, type Vault } from '../base/vault.ts';
import { proveIsolation } from '../db/canary.ts';
import { type Database, type DatabaseAccess, openDatabase } from '../db/db.ts';
import { migrate } from '../db/migrate.ts';
import { waitForDatabase } from '../db/ready.ts';
import type { EventMirror } from '../jobs/eventMirror.ts';
import type { Mailer } from '../mail/out/mailer.ts';
import { openMailer } from '../mail/out/openMailer.ts';
import { recallJobs } from '../queue/jobs.ts';
import type { BackendOptions } from './backend.ts';
import type { MetricsAccess } from './metrics.ts';
import { openMetrics } from './openMetrics.ts';
import { openMirror } from './openMirror.ts';

/** The resources that a backend has opened. */
export interface Parts {
  database: DatabaseAccess;
  attachments: Attachments;
  /** Undefined for a Postgres without keys: credentials cannot be stored then. */
  vault: Vault | undefined;
  /** Undefined without a mail provider: mails stay queued. */
  mailer: Mailer | undefined;
  mirror: EventMirror | undefined;
  metrics: MetricsAccess | undefined;
}

/** Returns the folder for files, or for uploads before they are copied to S3. */
export function attachmentFolder({ attachmentDir, folder }: BackendOptions): string {
  return attachmentDir ?? join(dirname(folder), 'attachments');
}

/** Opens all resources that the options name. If one fails, it closes the others. */
export async function openParts(options: BackendOptions): Promise<Parts & { database: Database }> {
  const { logger } = options;
  const onLost = (error: Error) => logger.warn({ err: error }, 'Database connection lost');
  const database = await openDatabase({ ...options, onLost });
  const { kysely, isEmbedded } = database;
  try {
    const services = await openServices(options, database);
    await waitForDatabase(kysely, {
      waitMs: 1_000 * (options.databaseWaitSeconds ?? 30),
      onWait: (error) => logger.warn({ err: error }, 'Waiting for the database'),
    });
    await migrate(kysely);
    await proveIsolation(kysely);
    // No other process can be running, so claimed jobs belong to a process that has ended.
    if (isEmbedded) await recallJobs(kysely);
    return { database, ...services, mailer: openMailerOf(options) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Opens the resources that have no connections. */
export async function openServices(
  options: BackendOptions,
  { kysely, isEmbedded }: DatabaseAccess,
): Promise<Omit<Parts, 'database' | 'mailer'>> {
  const { folder, encryptionKeys: configured } = options;
  return {
    mirror: await openMirror(options.posthog),
    metrics: await openMetrics(kysely, options.metricsToken),
    vault: openVault({ configured, isEmbedded, folder: dirname(folder) }),
    attachments: await openAttachments(attachmentFolder(options), options, isEmbedded),
  };
}

/** Opens the mailer. Logs a warning if no provider is set. */
export function openMailerOf(options: BackendOptions): Mailer | undefined {
  const mailer = openMailer(options, options.logger);
  if (mailer === undefined)
    options.logger.warn('No mail service is configured: e-mails stay queued.');
  return mailer;
}
