import { dirname } from 'node:path';
import type { Hono } from 'hono';
import type { MailWithFiles } from '../ask/inboundMail.ts';
import { type MailEnvelope, readMime } from '../ask/readMime.ts';
import type { AttachmentOptions } from '../attachments/attachments.ts';
import { storeMailFiles } from '../attachments/mailFiles.ts';
import type { Logger } from '../base/logger.ts';
import type { OAuthOptions } from '../connections/connections.ts';
import type { Database, DatabaseOptions } from '../db/db.ts';
import type { Environment } from '../http/envelope.ts';
import type { RateLimits } from '../http/rateLimit.ts';
import type { PostHogOptions } from '../jobs/posthogOptions.ts';
import type { SlaAlerts } from '../jobs/slaAlerts.ts';
import { createArticleThreads } from '../kb/articleThreads.ts';
import type { ChatModelOptions } from '../kb/written/chatModel.ts';
import { listenForLive } from '../live/listener.ts';
import { type InboundResult, receiveMail } from '../mail/in/inbound.ts';
import type { MailOptions } from '../mail/out/openMailer.ts';
import type { JobOptions } from '../queue/worker.ts';
import { createApp } from './app.ts';
import { startBackground } from './background.ts';
import { writeBackup } from './backup/backup.ts';
import type { Manifest } from './backup/manifest.ts';
import { attachmentFolder, openParts } from './openParts.ts';
import { type Resealed, reseal } from './reseal.ts';
import { createServices } from './services.ts';

export interface BackendOptions
  extends Omit<DatabaseOptions, 'onLost'>,
    AttachmentOptions,
    MailOptions {
  /**
   * Keys that seal the credentials of integrations: `id:key` pairs separated by commas, each key 32
   * bytes in base64. The first key seals; all of them open. With the embedded database, a missing
   * key is generated.
   */
  encryptionKeys?: string | undefined;
  /**
   * Allows webhooks, checks and notifications to reach this machine and its private network.
   * Default: they cannot.
   */
  allowPrivateWebhooks?: boolean | undefined;
  /**
   * Public address of the server, for the pages of help centers. Default: the address of each
   * request.
   */
  publicUrl?: string | undefined;
  /** OAuth clients for the providers whose accounts can be connected. */
  oauth?: OAuthOptions | undefined;
  /** Seconds that the start waits for an unreachable database. Default 30. */
  databaseWaitSeconds?: number | undefined;
  logger: Logger;
  /** Bearer token for the metrics of the process. Requires the package `prom-client`. */
  metricsToken?: string | undefined;
  /** Each of these tokens gives access to `admin/*` for all accounts. Default: none. */
  adminTokens?: readonly string[] | undefined;
  /** Default: `defaultRateLimits`. */
  rateLimits?: RateLimits | undefined;
  /** The model that writes answers, for accounts that have enabled it. Default: none. */
  answers?: ChatModelOptions | undefined;
  /** Exports every event to PostHog too. Requires the package `posthog-node`. */
  posthog?: PostHogOptions | undefined;
  /** Channels that are notified of late first responses, in addition to the team's mail address. */
  slaAlerts?: SlaAlerts;
  /** Options for jobs of every type. */
  worker?: JobOptions;
}

export interface Backend {
  app: Hono<Environment>;
  database: Database;
  /** Adds a mail to the conversation that it answers, or opens a new request. */
  receiveMail(mail: MailWithFiles): Promise<InboundResult>;
  /** Like `receiveMail`, for a raw mail. @throws Error if it cannot be parsed as a mail */
  receiveRawMail(raw: Uint8Array, envelope: MailEnvelope): Promise<InboundResult>;
  /** Writes a backup into a new folder, like `support-server backup`. @throws ConfigurationError */
  backup(folder: string): Promise<Manifest>;
  /**
   * Seals all sealed values again with the first of the keys.
   * @throws ConfigurationError if there are no keys
   */
  reseal(): Promise<Resealed>;
  /** Ends every live stream, so that the server can close its connections. */
  endStreams(): void;
  /** Stops the workers and closes the database. Stop accepting requests first. */
  close(): Promise<void>;
}

/**
 * Opens and migrates the database, verifies tenant isolation, and starts the background work. Then
 * `app` can serve requests.
 */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const parts = await openParts(options);
  const { database, attachments, mailer, vault } = parts;
  const { kysely: db } = database;
  const services = createServices(options, parts);
  const background = startBackground({ ...parts, ...options, ...services });
  const listener = await listenForLive(database, services.live, options.logger);
  const stopping = new AbortController();
  const articles = createArticleThreads((err) =>
    options.logger.warn({ err }, 'Article threads failed to start; long articles will be rejected'),
  );
  const app = createApp({
    ...parts,
    ...options,
    ...services,
    articles,
    stopping: stopping.signal,
    onWritten: background.wakeJobs,
    onReceived: background.wakeEvents,
  });
  const takeMail = ({ files = [], ...mail }: MailWithFiles) =>
    receiveMail(db, mail, {
      receiveFiles: (tenantId) => storeMailFiles({ db, files: attachments, tenantId }, files),
    });
  return {
    app,
    database,
    receiveMail: takeMail,
    receiveRawMail: async (raw, envelope) => takeMail(await readMime(raw, envelope)),
    backup: (folder) =>
      writeBackup(folder, {
        ...options,
        database,
        isEmbedded: database.isEmbedded,
        dataDir: dirname(options.folder),
        attachmentDir: attachmentFolder(options),
        files: attachments,
      }),
    reseal: () => reseal(db, vault),
    endStreams: () => stopping.abort(),
    async close() {
      stopping.abort();
      await Promise.all([background.stop(), listener.stop(), articles.close()]);
      mailer?.close();
      await database.close();
    },
  };
}
