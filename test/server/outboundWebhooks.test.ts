import { Webhook as Standard } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPost } from '../../server/base/post.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { webhookDeliveries } from '../../server/webhooks/out/deliver.ts';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { rateTicket, replyToTicket } from '../../src/contract/message.ts';
import {
  createWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  retryDelivery,
  testWebhook,
  updateWebhook,
  WebhookPayload,
} from '../../src/contract/webhook.ts';
import { call, callFor } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTestIntegrations, testVault } from './support/integrations.ts';
import { type StandIn, startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
let receiver: StandIn;
let timeoutMs: number;
const cleanUps: (() => unknown)[] = [];
beforeEach(async () => {
  receiver = await startStandIn();
  receiver.respond(() => ({ status: 200, body: 'thanks' }));
  timeoutMs = 30_000;
  const worker = startWorker({
    db: database.kysely,
    handlers: webhookDeliveries(database.kysely, {
      vault: testVault,
      post: (...message) => createPost({ allowPrivate: true, timeoutMs })(...message),
    }),
    logger: silent,
    pollMs: 10,
  });
  cleanUps.push(worker.stop, receiver.close);
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  await asSuperuser(database.kysely, 'delete from support.jobs');
});

function first() {
  const [request] = receiver.requests;
  if (request === undefined) throw new Error('Nothing has come.');
  return request;
}

const quick = { maxAttempts: 3, backoffStrategy: 'linear', baseDelay: 1, maxDelay: 5 };

async function open(settings: Record<string, unknown> = {}) {
  const tenant = await createTenant(database.kysely);
  const integrations = createTestIntegrations(database, { allowPrivateWebhooks: true });
  const app = createTestApp(database, { integrations });
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  const webhook = await call(app, host, createWebhook, {
    body: { url: `${receiver.url}/hook`, events: ['ticket.created'], retry: quick, ...settings },
  });
  const params = { id: webhook.id };
  const log = async () => (await call(app, host, listDeliveries, { params })).deliveries;
  const last = () => until(async () => (await log()).find(({ status }) => status !== 'pending'));
  return { app, host, page, webhook, params, log, last };
}

test('an event arrives with both signatures, and without text of the customer', async () => {
  const { app, page, webhook, last } = await open();
  const ticket = await created(post(app, page, draft));
  expect(await last()).toMatchObject({
    status: 'delivered',
    attempts: 1,
    response_status: 200,
    response_body: 'thanks',
    error: null,
  });
  const { body, headers, method, path } = first();
  expect([method, path]).toEqual(['POST', '/hook']);
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  const signature = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  expect(new Standard(webhook.secret).verify(body, signature)).toEqual(JSON.parse(body));
  expect(headers['x-webhook-signature']).toMatch(/^sha256=[\da-f]{64}$/);
  const event = WebhookPayload.parse(JSON.parse(body));
  expect(event).toMatchObject({
    id: expect.stringMatching(/^wh_/),
    type: 'ticket.created',
    data: { ticket_id: ticket.id, ticket_number: ticket.ticket_number, category: 'technical' },
  });
  expect(headers['webhook-id']).toBe(event.id);
  expect(body).not.toMatch(/Mails do not arrive|ada@customer/);
});

test('each change of a request is a separate event', async () => {
  const { app, host, page, log } = await open({
    events: [
      'ticket.created',
      'ticket.updated',
      'ticket.replied',
      'ticket.resolved',
      'ticket.rated',
    ],
  });
  const { id } = await created(post(app, page, draft));
  const params = { id };
  await call(app, page, replyToTicket, { params, body: { body: 'More' } });
  await call(app, host, writeAgentMessage, { params, body: { body: 'x', internal: true } });
  await call(app, host, writeAgentMessage, { params, body: { body: 'Answer' } });
  await call(app, host, updateTicket, { params, body: { priority: 'high' } });
  await call(app, host, updateTicket, { params, body: { status: 'resolved' } });
  await call(app, page, rateTicket, { params, body: { score: 5 } });
  await until(async () => (await log()).filter((one) => one.status === 'delivered').length === 6);
  expect((await log()).map(({ type }) => type).sort()).toEqual([
    'ticket.created',
    'ticket.rated',
    'ticket.replied',
    'ticket.replied',
    'ticket.resolved',
    'ticket.updated',
  ]);
});

test('a delivery that fails is retried, then becomes dead, and can be retried manually', async () => {
  receiver.respond(() => ({ status: 500, body: 'x'.repeat(9_000) }));
  const { app, host, page, last, log } = await open();
  await created(post(app, page, draft));
  const dead = await last();
  expect(dead).toMatchObject({ status: 'dead', attempts: 3, error: 'The address answered 500.' });
  expect(dead.response_body).toHaveLength(2_000);
  const ids = receiver.requests.map(({ headers }) => headers['webhook-id']);
  expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
  receiver.respond(() => ({ status: 204 }));
  await call(app, host, retryDelivery, { params: { id: dead.id } });
  await until(async () => (await log())[0]?.status === 'delivered');
  expect((await log())[0]?.attempts).toBe(4);
});

test('timeouts, redirects and refused connections are failures', async () => {
  const { app, host, params, log } = await open({ retry: { ...quick, maxAttempts: 1 } });
  const errorAfter = async () => {
    const { id } = await call(app, host, testWebhook, { params, body: {} });
    const ended = await until(async () =>
      (await log()).find((one) => one.id === id && one.status === 'dead'),
    );
    return ended.error;
  };
  receiver.respond(() => ({ status: 302, headers: { Location: `${receiver.url}/other` } }));
  expect(await errorAfter()).toContain('The address redirects');
  receiver.respond(() => 'hang');
  timeoutMs = 100;
  expect(await errorAfter()).toBe('The address did not respond in time.');
  await call(app, host, updateWebhook, { params, body: { url: 'http://127.0.0.1:1/' } });
  expect(await errorAfter()).toBe('The address could not be reached (ECONNREFUSED).');
  expect(receiver.requests.map(({ path }) => path)).not.toContain('/other');
});

test('a receiver that responds with 410 gets no more requests', async () => {
  receiver.respond(() => ({ status: 410 }));
  const { app, host, page, last } = await open();
  await created(post(app, page, draft));
  expect(await last()).toMatchObject({ status: 'dead', attempts: 1 });
  expect((await call(app, host, listWebhooks)).webhooks[0]?.active).toBe(false);
  await created(post(app, page, draft));
  expect(
    await asSuperuser(database.kysely, `select 1 from support.jobs where type = 'fan_out_event'`),
  ).toEqual([]);
});

test('filters, pauses and deletions are respected', async () => {
  const { app, host, page, params, log, last } = await open({
    filters: { priority: ['critical'] },
  });
  await created(post(app, page, draft));
  await created(post(app, page, { ...draft, priority: 'critical' }));
  await last();
  expect((await log()).map(({ payload }) => payload.data.priority)).toEqual(['critical']);
  await call(app, host, updateWebhook, { params, body: { active: false } });
  await created(post(app, page, { ...draft, priority: 'critical' }));
  expect(await log()).toHaveLength(1);
  await call(app, host, deleteWebhook, { params });
  expect((await call(app, host, listWebhooks)).webhooks).toEqual([]);
});

test('the secret is shown once, stored sealed, and never reaches a page', async () => {
  const { app, host, page, webhook, params } = await open();
  expect(webhook.secret).toMatch(/^whsec_/);
  const text = await (await callFor(app, host, listWebhooks)).text();
  expect(text).not.toContain('secret');
  const rows = await asSuperuser(database.kysely, 'select sealed_secret from support.webhooks');
  expect(JSON.stringify(rows)).not.toContain(webhook.secret);
  expect((await callFor(app, page, listDeliveries, { params })).status).toBe(403);
  const { secretKey } = await createTenant(database.kysely);
  expect((await callFor(app, { key: secretKey }, listDeliveries, { params })).status).toBe(404);
});
