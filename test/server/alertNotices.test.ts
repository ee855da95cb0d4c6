import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { alertChats, alertMails } from '../../server/jobs/alertNotices.ts';
import { ticketChats } from '../../server/jobs/ticketChats.ts';
import { createSmtpMailer } from '../../server/mail/out/smtp.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { checkIntegration, listIntegrations } from '../../src/contract/integration.ts';
import { planMaintenance, upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { call } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { checkDue, createTestIntegrations } from './support/integrations.ts';
import { startSmtp } from './support/smtp.ts';
import { type StandIn, startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
let stripe: StandIn;
beforeAll(async () => {
  stripe = await startStandIn();
});
afterAll(() => stripe.close());
const cleanUps: (() => unknown)[] = [];
beforeEach(() => {
  stripe.requests.length = 0;
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  await asSuperuser(database.kysely, 'delete from support.jobs');
  await asSuperuser(database.kysely, 'delete from support.integrations');
});

const good = () => ({ status: 200, body: { object: 'balance' } });
const query = (text: string) => asSuperuser<Record<string, unknown>>(database.kysely, text);
/** Makes the next check due, and the last one old. */
const makeDue = () =>
  query(
    `update support.integrations set next_check_at = now() - interval '1 second', last_check = now() - interval '1 minute'`,
  );

async function open(
  integrations = createTestIntegrations(database),
  mode: Parameters<typeof createTenant>[2] = 'test',
) {
  const tenant = await createTenant(database.kysely, { connect_by: 'visitor' }, mode);
  const app = createTestApp(database, { integrations });
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await call(app, host, upsertIntegration, {
    body: { provider: 'stripe', credentials: { secret_key: 'sk_1' }, base_url: stripe.url },
  });
  const params = { id };
  const status = async () => {
    const { integrations: all } = await call(app, page, listIntegrations);
    const found = all.find((one) => one.id === id);
    if (found === undefined) throw new Error('The address is gone (410).');
    return found;
  };
  return { app, host, page, params, integrations, status };
}

/** Connects a chat whose own check also fails, and checks it and Stripe twice. */
async function failTwice({ app, host, integrations }: Awaited<ReturnType<typeof open>>) {
  stripe.respond(() => ({ status: 500 }));
  const credentials = { bot_token: 'xoxb', channel: 'C1' };
  await call(app, host, upsertIntegration, {
    body: { provider: 'slack', credentials, base_url: stripe.url },
  });
  for (const _round of [1, 2]) {
    await makeDue();
    await checkDue(integrations, 9);
  }
}

test('an integration of a test key sends no mail and posts in no chat', async () => {
  const opened = await open();
  await failTwice(opened);
  expect((await opened.status()).health.alerts).toHaveLength(1);
  expect(await query('select 1 from support.jobs')).toEqual([]);
});

test('the team is notified once that it is down, and once that it works again', async () => {
  const smtp = await startSmtp();
  const slack = await startStandIn();
  slack.respond(() => ({ status: 200, body: { ok: true } }));
  cleanUps.push(
    () => smtp.close(),
    () => slack.close(),
  );
  const { integrations, status, app, host } = await open(undefined, 'live');
  await call(app, host, upsertIntegration, {
    body: {
      provider: 'slack',
      credentials: { bot_token: 'xoxb', channel: 'C1' },
      base_url: slack.url,
    },
  });
  const worker = startWorker({
    db: database.kysely,
    handlers: {
      ...alertMails(database.kysely, createSmtpMailer(smtp.url)),
      ...alertChats(database.kysely, integrations),
    },
    logger: silent,
    pollMs: 10,
  });
  cleanUps.push(() => worker.stop());
  const check = async (response: { status: number; body?: unknown }) => {
    stripe.respond(() => response);
    await makeDue();
    await checkDue(integrations, 9);
  };
  const down = { status: 500 };
  for (const response of [down, down, good(), down, good(), good()]) await check(response);
  await until(async () => (await query('select 1 from support.jobs')).length === 0);
  expect(smtp.mails.map(({ email }) => email.subject).sort()).toEqual([
    'Stripe is working again',
    'Stripe needs attention',
  ]);
  expect(smtp.mails[0]?.to).toEqual(['team@acme.example']);
  const posts = slack.requests.filter(({ path }) => path === '/chat.postMessage');
  expect(posts.map(({ body }) => JSON.parse(body).text).sort()).toEqual([
    'Stripe is working again',
    'Stripe needs attention',
  ]);
  expect((await status()).health).toMatchObject({ state: 'healthy', alerts: [] });
});

test('a chat whose own check failed is also notified', async () => {
  await failTwice(await open(undefined, 'live'));
  const notices = await query(`select 1 from support.jobs where type = 'chat_alert'`);
  expect(notices).toHaveLength(2); // about Stripe, and about Slack itself
});

test('no alert is raised during maintenance', async () => {
  stripe.respond(() => ({ status: 503 }));
  const { app, host, page, params, status } = await open();
  const body = {
    title: 'Theirs',
    starts_at: new Date(Date.now() - 1_000).toISOString(),
    ends_at: new Date(Date.now() + 60_000).toISOString(),
  };
  await call(app, host, planMaintenance, { body });
  await call(app, page, checkIntegration, { params });
  expect(await status()).toMatchObject({ lifecycle: 'maintenance', health: { alerts: [] } });
});

test('a new request is posted to the team chat', async () => {
  const teams = await startStandIn();
  teams.respond(() => ({ status: 202 }));
  cleanUps.push(() => teams.close());
  const { integrations, app, host, page } = await open(undefined, 'live');
  const webhook_url = 'https://acme.logic.azure.com/workflows/1?sig=x';
  await call(app, host, upsertIntegration, {
    body: { provider: 'teams', credentials: { webhook_url }, base_url: teams.url },
  });
  const ticket = await created(post(app, page, draft));
  const worker = startWorker({
    db: database.kysely,
    handlers: ticketChats(database.kysely, integrations),
    logger: silent,
    pollMs: 10,
  });
  cleanUps.push(() => worker.stop());
  const [request] = await until(() => teams.requests.length > 0 && teams.requests);
  expect(request?.body).toContain(`[${ticket.ticket_number}] ${draft.subject}`);
  expect(request?.body).toContain('Ada Lovelace (ada@customer.example)');
});
