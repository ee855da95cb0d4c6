import { AsyncLocalStorage } from 'node:async_hooks';
import { ConfigurationError } from '../../src/errors.ts';
import { openRequestDatabase, type RequestDatabase } from '../db/requestDatabase.ts';
import { notePeer } from '../http/network.ts';
import { openMailer } from '../mail/out/openMailer.ts';
import { createApp } from './app.ts';
import type { BackendOptions } from './backend.ts';
import { type BackgroundOptions, type BackgroundWork, startBackground } from './background.ts';
import { openMailerOf, openServices } from './openParts.ts';
import { createServices } from './services.ts';
import { explainStartFailure } from './startup.ts';
import { startWorkers } from './workers.ts';

/**
 * Maximum duration of background work in milliseconds. It is shorter than the request timeout of
 * hosts.
 */
const workMs = 20_000;

export interface RequestInfo {
  /**
   * The caller's network address, as reported by the host. Without it there is no limit per
   * network.
   */
  address?: string | null | undefined;
  /**
   * Keeps the host running until the promise settles (`ctx.waitUntil` of Workers, `after` of Next.js), so
   * that mails and webhooks go out right after a request. Without it they wait for `tick`.
   */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

export interface Handler {
  /**
   * Handles a request to the API. It never rejects: a configuration error is logged, and the
   * response is 503.
   */
  fetch(request: Request, info?: RequestInfo): Promise<Response>;
  /**
   * Does all due work: jobs, events of providers, checks, chores, late responses and summaries.
   * Call it every minute. Resolves when nothing is due, or after 20 seconds.
   */
  tick(): Promise<void>;
}

interface Opened {
  app: ReturnType<typeof createApp>;
  database: RequestDatabase;
  /** Everything except the mailer, which has open connections. */
  work: Omit<BackgroundOptions, 'mailer'>;
}

type Work = Pick<BackgroundWork, 'idle' | 'stop'>;

/**
 * Creates the backend for hosts that only run while they handle a request, such as Cloudflare
 * Workers and serverless functions. It opens on the first request, and retries after a failure. It
 * needs Postgres with migrated tables (`support-server migrate`), and S3 for files.
 */
export function createHandler(options: BackendOptions): Handler {
  const { logger } = options;
  const writes = new AsyncLocalStorage<{ hasWritten: boolean }>();
  let opened: Promise<Opened> | undefined;

  async function open(): Promise<Opened> {
    const database = await openRequestDatabase(databaseUrlOf(options), options.databaseIsolation);
    const parts = { database, ...(await openServices(options, database)) };
    const services = createServices(options, parts);
    openMailerOf(options)?.close(); // logs a warning if no provider is set
    const onWritten = () => {
      const request = writes.getStore();
      if (request !== undefined) request.hasWritten = true;
    };
    const app = createApp({ ...parts, ...options, ...services, onWritten, isLive: false });
    return { app, database, work: { ...parts, ...options, ...services } };
  }

  function openOnce(): Promise<Opened> {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  /** Starts `start` and stops it when nothing is due. */
  async function work(start: (options: BackgroundOptions) => Work): Promise<void> {
    const { database, work: parts } = await openOnce();
    await database.within(async () => {
      const mailer = openMailer(options, logger);
      const running = start({ ...parts, mailer });
      let timer: NodeJS.Timeout | undefined;
      const isLate = new Promise((resolve) => {
        timer = setTimeout(resolve, workMs);
      });
      try {
        await Promise.race([running.idle(), isLate]);
      } finally {
        clearTimeout(timer);
        await running.stop();
        mailer?.close();
      }
    });
  }

  return {
    async fetch(request, { address, waitUntil } = {}) {
      try {
        const { app, database } = await openOnce();
        notePeer(request, address ?? undefined);
        const state = { hasWritten: false };
        const response = await writes.run(state, () =>
          database.within(async () => app.fetch(request)),
        );
        if (state.hasWritten)
          waitUntil?.(work(startJobs).catch(failed('Jobs not done; the next tick does them')));
        return response;
      } catch (error) {
        failed('Request failed: the backend could not start')(error);
        return new Response('The backend is not ready.', {
          status: 503,
          headers: { 'Retry-After': '10' },
        });
      }
    },
    tick: () => work(startBackground),
  };

  function failed(message: string): (err: unknown) => void {
    return (err) => logger.error({ err, reason: explainStartFailure(err) }, message);
  }
}

function startJobs(options: BackgroundOptions): Work {
  const workers = startWorkers(options);
  return {
    stop: workers.stop,
    async idle() {
      // A job can queue a job of another lane.
      while (await workers.idle()) workers.wake();
    },
  };
}

function databaseUrlOf({ databaseUrl, s3 }: BackendOptions): string {
  if (databaseUrl === undefined) {
    throw new ConfigurationError(
      'The embedded database cannot run on this host. Set DATABASE_URL to a Postgres database.',
      'DATABASE_URL',
    );
  }
  if (s3 === undefined) {
    throw new ConfigurationError(
      'This host keeps no files between requests. Set S3_ENDPOINT and the other variables of S3.',
      'S3_ENDPOINT',
    );
  }
  return databaseUrl;
}
