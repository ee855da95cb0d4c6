import type { Database } from '../../../../server/db/db.ts';
import { deskJobs } from '../../../../server/jobs/desks/deskJobs.ts';
import { watchDesks } from '../../../../server/jobs/desks/watchDesks.ts';
import { startWorker } from '../../../../server/queue/worker.ts';
import { getAgentTicket, updateTicket, writeAgentMessage } from '../../../../src/contract/agent.ts';
import { upsertIntegration } from '../../../../src/contract/integrationAdmin.ts';
import { listDeadJobs } from '../../../../src/contract/job.ts';
import { getTicket, replyToTicket } from '../../../../src/contract/message.ts';
import type { KeyMode } from '../../../../src/contract/role.ts';
import type { TicketDraft } from '../../../../src/contract/ticket.ts';
import { call } from '../agent.ts';
import { created, createTestApp, draft, post, silent } from '../api.ts';
import { openTestAttachments } from '../attachments.ts';
import { asSuperuser } from '../database.ts';
import { createTestIntegrations } from '../integrations.ts';
import { createTenant, newId } from '../tenant.ts';
import type { SignedRequest } from './zendesk.ts';

interface DeskAccount {
  provider: string;
  url: string;
  credentials: Record<string, string>;
}

interface Settings {
  mode?: KeyMode;
  /** Time limit of an operation. Milliseconds. */
  timeoutMs?: number;
  tenant?: Parameters<typeof createTenant>[1];
}

/** Creates an account whose requests live in a help desk, and the jobs that connect both. */
export async function openDesk(
  database: Database,
  { provider, url, credentials }: DeskAccount,
  { mode = 'live', timeoutMs, tenant: settings = {} }: Settings = {},
) {
  const { kysely: db } = database;
  const tenant = await createTenant(db, settings, mode);
  const integrations = createTestIntegrations(database);
  const attachments = openTestAttachments();
  const app = createTestApp(database, { integrations, attachments });
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  const connect = (given: object = {}) =>
    call(app, host, upsertIntegration, {
      body: {
        provider,
        credentials,
        base_url: url,
        visibility: 'agents',
        help_desk: true,
        ...given,
      },
    });
  const { id: integrationId } = await connect();
  const query = <Row = Record<string, unknown>>(text: string) => asSuperuser<Row>(db, text);
  const params = (id: string) => ({ params: { id } });

  return {
    app,
    host,
    page,
    tenant,
    integrations,
    integrationId,
    connect,
    query,
    /** Runs all jobs that are due. `isAll`: also those that wait for a retry. */
    async work({ isAll = false } = {}): Promise<void> {
      if (isAll) await query('update support.jobs set run_at = now() where failed_at is null');
      const handlers = deskJobs({ db, attachments, timeoutMs, ...integrations });
      const worker = startWorker({ db, handlers, logger: silent, perTenant: 1, pollMs: 60_000 });
      await worker.idle();
      await worker.stop();
    },
    /** Returns the seconds until the next attempt to send. */
    async wait(): Promise<number | undefined> {
      const [job] = await query<{ wait: number }>(
        `select extract(epoch from run_at - now())::float8 as wait
         from support.jobs where type = 'desk_send'`,
      );
      return job?.wait;
    },
    /** Requests what changed. `isDue`: as if the time for it had come. */
    async watch({ isDue = false } = {}): Promise<void> {
      if (isDue) await query('update support.help_desks set due_at = now()');
      const watch = watchDesks({ db, logger: silent, onDue() {} });
      await watch.idle();
      await watch.stop();
    },
    async request(more: Partial<TicketDraft> = {}): Promise<string> {
      return (await created(post(app, page, { ...draft, ...more }))).id;
    },
    say: (id: string, body: string, attachments: string[] = []) =>
      call(app, page, replyToTicket, { ...params(id), body: { body, attachments } }),
    answer: (id: string, body: string, internal = false) =>
      call(app, host, writeAgentMessage, { ...params(id), body: { body, internal } }),
    setStatus: (id: string, status: string) =>
      call(app, host, updateTicket, { ...params(id), body: { status } }),
    ticket: (id: string) => call(app, host, getAgentTicket, params(id)),
    /** Returns author and text of each message that the visitor sees. */
    async seen(id: string): Promise<(string | null)[][]> {
      const { messages } = await call(app, page, getTicket, params(id));
      return messages.map(({ author, author_name, body, change }) => [
        author,
        author_name,
        change?.status ?? body,
      ]);
    },
    read: (id: string) => call(app, page, getTicket, params(id)),
    async notes(id: string): Promise<string[]> {
      const { messages } = await call(app, host, getAgentTicket, params(id));
      return messages.filter(({ internal }) => internal).map(({ body }) => body);
    },
    dead: async () => (await call(app, host, listDeadJobs)).jobs,
    async deliver({ body, headers }: SignedRequest, place = integrationId): Promise<unknown[]> {
      const path = `/v1/webhooks/${provider}/${place}`;
      const response = await app.request(path, { method: 'POST', body, headers });
      return [response.status, await response.json()];
    },
  };
}
