/**
 * The entry of the reference backend: `createBackend` creates all of it, and the other exports are
 * its parts.
 */

export type { InboundMail, MailFile, MailWithFiles } from './ask/inboundMail.ts';
export type { MailEnvelope } from './ask/readMime.ts';
export {
  type AttachmentOptions,
  type Attachments,
  openAttachments,
} from './attachments/attachments.ts';
export type { S3Options } from './attachments/s3Store.ts';
export type { AttachmentStore } from './attachments/store.ts';
export { createLogger, type Logger } from './base/logger.ts';
export type { OAuthOptions } from './connections/connections.ts';
export { type Database, type DatabaseOptions, openDatabase } from './db/db.ts';
export { migrate } from './db/migrate.ts';
export type { SlaAlert, SlaAlerts } from './jobs/slaAlerts.ts';
export { type ImportResult, importArticles } from './kb/importArticles.ts';
export type { InboundResult } from './mail/in/inbound.ts';
export { startWorker, type Worker, type WorkerOptions } from './queue/worker.ts';
export { addDesk, deskFolder } from './routes/desk.ts';
export { type AppDeps, basePath, createApp } from './start/app.ts';
export { type Backend, type BackendOptions, createBackend } from './start/backend.ts';
export { readEnvironment, type ServerEnvironment } from './start/environment.ts';
export { createHandler, type Handler, type RequestInfo } from './start/handler.ts';
export { type Fetch, type Listening, listen, starting } from './start/listen.ts';
export {
  createLocalAccess as createLocalDoor,
  type LocalAccess as LocalDoor,
} from './start/localAccess.ts';
export { type DemoAccount, demo, demoAgent, glacier, seedDemo } from './start/seed.ts';
export { explainStartFailure, onStopSignal, runCommand } from './start/startup.ts';
