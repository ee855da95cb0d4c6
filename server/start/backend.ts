import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import type { InboundMail } from '../ask/inboundMail.ts';
import {
  type AttachmentOptions,
  type Attachments,
  openAttachments,
} from '../attachments/attachments.ts';
import { cleanAttachments } from '../attachments/cleaning.ts';
import type { Logger } from '../base/logger.ts';
import { openVault, type Vault } from '../base/vault.ts';
import { createChecks } from '../checker/check.ts';
import { startChecker } from '../checker/checker.ts';
import type { OAuthOptions } from '../connections/connections.ts';
import { createIntegrations } from '../connections/integrations.ts';
import { proveIsolation } from '../db/canary.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../db/db.ts';
import { migrate } from '../db/migrate.ts';
import type { Environment } from '../http/answer.ts';
import type { RateLimits } from '../http/rateLimit.ts';
import { alertChats } from '../jobs/alertNotices.ts';
import { summaryChats, watchSummaries } from '../jobs/dailySummaries.ts';
import { type EventMirror, mirrorEvents } from '../jobs/eventMirror.ts';
import type { PostHogOptions } from '../jobs/posthogMirror.ts';
import { type SlaAlerts, slaAlertJobs, watchFirstResponses } from '../jobs/slaAlerts.ts';
import { ticketChats } from '../jobs/ticketChats.ts';
import { createLiveHub } from '../live/hub.ts';
import { listenForLive } from '../live/listener.ts';
import { type InboundResult, receiveMail } from '../mail/in/inbound.ts';
import { type MailOptions, openMailer } from '../mail/out/openMailer.ts';
import { forgetEndedSessions } from '../queries/agents.ts';
import { rollUpChecks } from '../queries/checks.ts';
import { forgetOldEvents } from '../queries/events.ts';
import { forgetOldKeys } from '../queries/idempotency.ts';
import { endOverdueSyncs } from '../queries/syncs.ts';
import { recallJobs } from '../queue/jobs.ts';
import { startWorker, type WorkerOptions } from '../queue/worker.ts';
import { startEventWorker } from '../webhooks/in/workOff.ts';
import { webhookDeliveries } from '../webhooks/out/deliver.ts';
import { createApp } from './app.ts';
import { mailJobs } from './mailJobs.ts';
import type { MetricsAccess } from './metrics.ts';
import { openMetrics } from './openMetrics.ts';
import { openMirror } from './openMirror.ts';

export interface BackendOptions
  extends Omit<DatabaseOptions, 'onLost'>,
    AttachmentOptions,
    MailOptions {
  /**
   * Seal credentials of integrations: `id:key` pairs joined by commas, keys of 32 bytes in base64. The
   * first seals, all of them open. On the embedded database one is made when it is missing.
   */
  encryptionKeys?: string | undefined;
  /** Lets webhooks, checks and notices go to this machine and its network, which is closed to them otherwise. */
  allowPrivateWebhooks?: boolean | undefined;
  /** Clients with providers whose accounts are connected by OAuth. */
  oauth?: OAuthOptions | undefined;
  logger: Logger;
  /** Who sends it reads the figures of the process. Needs the package `prom-client`. */
  metricsToken?: string | undefined;
  /** Default: `defaultRateLimits`. */
  rateLimits?: RateLimits | undefined;
  /** Gets every event too. Needs the package `posthog-node`. */
  posthog?: PostHogOptions | undefined;
  /** Who is told of late first answers besides the team's mail address. */
  slaAlerts?: SlaAlerts;
  worker?: Omit<WorkerOptions, 'db' | 'handlers' | 'logger'>;
}

export interface Backend {
  app: Hono<Environment>;
  database: Database;
  /** Adds an answer by mail to its conversation. */
  receiveMail(mail: InboundMail): Promise<InboundResult>;
  /** Ends every live stream, so that the server can stop listening. */
  endStreams(): void;
  /** Ends the worker, then the database. Stop listening before. */
  close(): Promise<void>;
}

const hour = 3_600_000;

/** Opens and migrates the database, proves its isolation, and starts the worker: ready to serve `app`. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { logger } = options;
  const onLost = (error: Error) => logger.warn({ err: error });
  const database = await openDatabase({ ...options, onLost });
  const { attachmentDir = join(dirname(options.folder), 'attachments') } = options;
  let attachments: Attachments;
  let mirror: EventMirror | undefined;
  let metrics: MetricsAccess | undefined;
  let vault: Vault | undefined;
  try {
    mirror = await openMirror(options.posthog);
    metrics = await openMetrics(database.kysely, options.metricsToken);
    const { encryptionKeys: given } = options;
    const { isEmbedded } = database;
    vault = openVault({ given, isEmbedded, folder: dirname(options.folder) });
    attachments = await openAttachments(attachmentDir, options, database.isEmbedded);
    await migrate(database.kysely);
    await proveIsolation(database.kysely);
    if (database.isEmbedded) await recallJobs(database.kysely);
  } catch (error) {
    await database.close();
    throw error;
  }
  const mailer = openMailer(options, logger);
  if (mailer === undefined) logger.warn('No mail provider is set: mails stay queued.');
  const { oauth, slaAlerts = {} } = options;
  const integrations = createIntegrations({
    db: database.kysely,
    logger,
    vault,
    oauth,
    allowPrivateWebhooks: options.allowPrivateWebhooks,
  });
  const { readCredentials, fetch } = integrations;
  const checks = createChecks({ db: database.kysely, logger, readCredentials, fetch });
  const checker = startChecker({
    checks: metrics?.metrics.timedChecks(checks) ?? checks,
    logger,
  });
  const eventWorker = startEventWorker({ db: database.kysely, logger });
  const jobs = {
    ...mailJobs(database.kysely, mailer, logger),
    clean_attachments: () => cleanAttachments(database.kysely, attachments),
    ...slaAlertJobs(database.kysely, slaAlerts),
    ...alertChats(database.kysely, integrations),
    ...ticketChats(database.kysely, integrations),
    ...summaryChats(database.kysely, integrations),
    ...webhookDeliveries(database.kysely, integrations),
  };
  const worker = startWorker({
    db: database.kysely,
    handlers: metrics?.metrics.timedJobs(jobs) ?? jobs,
    logger,
    ...options.worker,
  });
  const watch = watchFirstResponses({
    db: database.kysely,
    channels: Object.keys(slaAlerts),
    onAlert: () => worker.wake(),
    onFault: onLost,
  });
  const summaries = watchSummaries({
    db: database.kysely,
    onSummary: () => worker.wake(),
    onFault: onLost,
  });
  const mirroring = mirror && mirrorEvents({ db: database.kysely, mirror, onFault: onLost });
  const cleaning = setInterval(() => {
    forgetOldKeys(database.kysely).catch(onLost);
    forgetEndedSessions(database.kysely).catch(onLost);
    forgetOldEvents(database.kysely).catch(onLost);
    cleanAttachments(database.kysely, attachments).catch(onLost);
    rollUpChecks(database.kysely).catch(onLost);
    endOverdueSyncs(database.kysely).catch(onLost);
  }, hour);
  const live = createLiveHub();
  const stopListening = await listenForLive(database, live, onLost);
  const stopping = new AbortController();
  const { rateLimits } = options;
  const onWritten = () => worker.wake();
  const onReceived = () => eventWorker.wake();
  const { signal } = stopping;
  const app = createApp({
    database,
    logger,
    attachments,
    integrations,
    checks,
    rateLimits,
    live,
    stopping: signal,
    metrics,
    onWritten,
    onReceived,
  });
  return {
    app,
    database,
    receiveMail: (mail) => receiveMail(database.kysely, mail),
    endStreams: () => stopping.abort(),
    async close() {
      stopping.abort();
      clearInterval(cleaning);
      await stopListening();
      await watch.stop();
      await summaries.stop();
      await mirroring?.stop();
      await checker.stop();
      await eventWorker.stop();
      await worker.stop();
      mailer?.close();
      await database.close();
    },
  };
}
