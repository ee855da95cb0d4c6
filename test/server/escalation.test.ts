import { afterEach, expect, test } from 'vitest';
import { ticketChats } from '../../server/jobs/ticketChats.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { getAgentTicket, updateTicket } from '../../src/contract/agent.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { call } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { openMailing } from './support/mailing.ts';
import { startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const mailing = openMailing(database);
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** An account whose webhook receives escalations, with a Slack. */
async function open() {
  const tenant = await createTenant(database.kysely, { identity_secrets: [identitySecret] });
  const integrations = createTestIntegrations(database);
  const app = createTestApp(database, { integrations });
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  await call(app, host, createWebhook, {
    body: { url: 'https://hooks.acme.example', events: ['ticket.escalated'] },
  });
  const slack = await startStandIn();
  slack.respond(() => ({ status: 200, body: { ok: true } }));
  const credentials = { bot_token: 'xoxb', channel: 'C1' };
  await call(app, host, upsertIntegration, {
    body: { provider: 'slack', credentials, base_url: slack.url },
  });
  mailing.deliver();
  const handlers = ticketChats(database.kysely, integrations);
  const chats = startWorker({ db: database.kysely, handlers, logger: silent, pollMs: 10 });
  cleanUps.push(
    () => chats.stop(),
    () => slack.close(),
  );
  return {
    send: async (more = {}, headers = {}) =>
      created(post(app, page, { ...draft, ...more }, headers)),
    set: (id: string, body: object) => call(app, host, updateTicket, { params: { id }, body }),
    since: async (id: string) =>
      (await call(app, host, getAgentTicket, { params: { id } })).escalated_at,
    async notified() {
      const queued = `select payload->>'event' as event from support.jobs
        where tenant_id = '${tenant.id}' and type = 'fan_out_event'`;
      await until(async () => (await mailing.jobs()).every((job) => !isNotice(job)));
      const events = await asSuperuser<{ event: string }>(database.kysely, queued);
      return {
        mails: mailing.smtp.mails
          .filter(({ to, email }) => to[0] === 'team@acme.example' && isEscalation(email.subject))
          .map(({ email }) => email.subject),
        chats: slack.requests.filter(({ body }) => isEscalation(body)).length,
        webhooks: events
          .map(({ event }) => JSON.parse(event))
          .filter(({ type }) => type === 'ticket.escalated')
          .map(({ data }) => data.ticket_id),
      };
    },
  };
}

const isEscalation = (text: string | undefined) => text?.includes('Escalated') ?? false;
const isNotice = (job: object) => 'type' in job && job.type !== 'fan_out_event';

test('a critical request is escalated from the start, and its notifications say so once', async () => {
  const { send, notified, since } = await open();
  const { id, ticket_number } = await send({ priority: 'critical' });
  expect(await since(id)).not.toBeNull();
  expect(await notified()).toEqual({
    mails: [`[${ticket_number}] Escalated, critical: ${draft.subject}`],
    chats: 1,
    webhooks: [id],
  });
});

test('a request that becomes critical is escalated once, by mail, chat and webhook', async () => {
  const { send, set, notified, since } = await open();
  const { id, ticket_number } = await send();
  expect((await notified()).webhooks).toEqual([]);
  for (const priority of ['critical', 'low', 'critical']) await set(id, { priority });
  expect(await since(id)).not.toBeNull();
  expect(await notified()).toEqual({
    mails: [`[${ticket_number}] Escalated, critical: ${draft.subject}`],
    chats: 1,
    webhooks: [id],
  });
});

test('the tier enterprise escalates only if it is signed', async () => {
  const { send, since } = await open();
  const stated = await send({ customerTier: 'enterprise' });
  expect(await since(stated.id)).toBeNull();
  const signed = await send({}, await signedHeaders({ tier: 'Enterprise' }));
  expect(await since(signed.id)).not.toBeNull();
});
