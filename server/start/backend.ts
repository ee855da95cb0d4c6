import { dirname } from 'node:path';
import type { Hono } from 'hono';
import type { MailWithFiles } from '../ask/inboundMail.ts';
import { type MailEnvelope, readMime } from '../ask/readMime.ts';
import type { AttachmentOptions } from '../attachments/attachments.ts';
import { keepMailFiles } from '../attachments/mailFiles.ts';
import type { Logger } from '../base/logger.ts';
import type { OAuthOptions } from '../connections/connections.ts';
import type { Database, DatabaseOptions } from '../db/db.ts';
import type { Environment } from '../http/answer.ts';
import type { RateLimits } from '../http/rateLimit.ts';
import type { PostHogOptions } from '../jobs/posthogOptions.ts';
import type { SlaAlerts } from '../jobs/slaAlerts.ts';
import { createArticleThreads } from '../kb/articleThreads.ts';
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
   * Seal credentials of integrations: `id:key` pairs joined by commas, keys of 32 bytes in base64. The
   * first seals, all of them open. On the embedded database one is made when it is missing.
   */
  encryptionKeys?: string | undefined;
  /**
   * Allows webhooks, checks and notifications to this machine and its network, which is closed to
   * them otherwise.
   */
  allowPrivateWebhooks?: boolean | undefined;
  /** Public address of the server, for the pages of help centers. Default: that of each request. */
  publicUrl?: string | undefined;
  /** Clients with providers whose accounts are connected by OAuth. */
  oauth?: OAuthOptions | undefined;
  /** Seconds that the start waits for a database that does not answer yet. Default 30. */
  databaseWaitSeconds?: number | undefined;
  logger: Logger;
  /** Bearer token for the metrics of the process. Needs the package `prom-client`. */
  metricsToken?: string | undefined;
  /** Each opens `admin/*` for all accounts. Default: none. */
  adminTokens?: readonly string[] | undefined;
  /** Default: `defaultRateLimits`. */
  rateLimits?: RateLimits | undefined;
  /** Gets every event too. Needs the package `posthog-node`. */
  posthog?: PostHogOptions | undefined;
  /** Channels that are notified of late first responses, besides the team's mail address. */
  slaAlerts?: SlaAlerts;
  /** For every kind of job. */
  worker?: JobOptions;
}

export interface Backend {
  app: Hono<Environment>;
  database: Database;
  /** Takes a mail into the conversation that it answers, or as a new request. */
  receiveMail(mail: MailWithFiles): Promise<InboundResult>;
  /** The same with a mail as it came over the wire. @throws Error for what is no mail */
  receiveRawMail(raw: Uint8Array, envelope: MailEnvelope): Promise<InboundResult>;
  /** Writes everything into a new folder, as `support-server backup` does. @throws ConfigurationError */
  backup(folder: string): Promise<Manifest>;
  /** Seals everything with the first of the keys. @throws ConfigurationError without any */
  reseal(): Promise<Resealed>;
  /** Ends every live stream, so that the server can stop listening. */
  endStreams(): void;
  /** Ends the worker, then the database. Stop listening before. */
  close(): Promise<void>;
}

/** Opens and migrates the database, proves its isolation, and starts the background work: ready to serve `app`. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const parts = await openParts(options);
  const { database, attachments, mailer, vault } = parts;
  const { kysely: db } = database;
  const services = createServices(options, parts);
  const background = startBackground({ ...parts, ...options, ...services });
  const listener = await listenForLive(database, services.live, options.logger);
  const stopping = new AbortController();
  const articles = createArticleThreads((err) =>
    options.logger.warn({ err }, 'Articles are read without threads of their own; long ones fail'),
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
      takeFiles: (tenantId) => keepMailFiles({ db, files: attachments, tenantId }, files),
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
