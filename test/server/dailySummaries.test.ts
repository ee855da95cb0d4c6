import { afterEach, expect, test } from 'vitest';
import { summaryChats, summaryMails, watchSummaries } from '../../server/jobs/dailySummaries.ts';
import { createSmtpMailer } from '../../server/mail/out/smtp.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { rateTicket } from '../../src/contract/message.ts';
import { updateSettings } from '../../src/contract/settings.ts';
import { call, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { newLog } from './support/log.ts';
import { startSmtp } from './support/smtp.ts';
import { startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const query = <Row>(text: string) => asSuperuser<Row>(database.kysely, text);
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  await query('delete from support.daily_summaries');
  await query('delete from support.jobs');
});

async function newTeam(timeZone = 'UTC', hour = 8) {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const body = { daily_summary: { time_zone: timeZone, hour } };
  await call(app, { key: tenant.secretKey }, updateSettings, { body });
  const me = { key: tenant.publishableKey, visitor: newId() };
  const write = () => created(post(app, me, draft));
  const summaries = async () => {
    const rows = await query<{ payload: Record<string, string> }>(
      `select payload from support.jobs where type = 'mail_summary' and tenant_id = '${tenant.id}'`,
    );
    return rows.map(({ payload }) => JSON.parse(payload.notice ?? ''));
  };
  const lastDay = async () =>
    (
      await query<{ day: string | null }>(
        `select last_day::text as day from support.daily_summaries where tenant_id = '${tenant.id}'`,
      )
    )[0]?.day;
  return { tenant, app, me, write, summaries: summaries, lastDay };
}

/**
 * Watches with this number of processes at a time of day. Returns a function that changes the time.
 */
function watch(at: string, count = 1) {
  const clock = { now: Date.parse(at) };
  const { lines, logger } = newLog();
  for (let n = 0; n < count; n++) {
    const watching = watchSummaries({
      db: database.kysely,
      everyMs: 10,
      now: () => clock.now,
      onSummary: () => {},
      logger,
    });
    cleanUps.push(() => watching.stop());
  }
  return { lines, turn: (to: string) => (clock.now = Date.parse(to)) };
}

test('it is sent once a day from its hour on, however many processes run', async () => {
  const { write, summaries, lastDay } = await newTeam();
  await write();
  const { turn } = watch('2026-03-28T07:59:59Z', 5);
  const other = await newTeam('UTC', 7);
  await until(async () => (await other.lastDay()) === '2026-03-28');
  expect(await summaries()).toEqual([]);
  turn('2026-03-28T08:00:00Z');
  await until(async () => (await lastDay()) === '2026-03-28');
  turn('2026-03-28T23:59:00Z');
  turn('2026-03-29T19:00:00Z');
  await until(async () => (await lastDay()) === '2026-03-29');
  expect((await summaries()).map(({ title }) => title)).toEqual([
    'Acme Support on 2026-03-28: 1 open',
    'Acme Support on 2026-03-29: 1 open',
  ]);
});

test('the hour is local time of the team, also on the day of a clock change', async () => {
  const madrid = await newTeam('Europe/Madrid', 8);
  const tokyo = await newTeam('Asia/Tokyo', 8);
  await madrid.write();
  // Summer time starts that night: eight o'clock is six in UTC, and was seven the day before.
  watch('2026-03-29T06:00:00Z');
  await until(async () => (await madrid.lastDay()) === '2026-03-29');
  await until(async () => (await tokyo.lastDay()) === '2026-03-29');
  expect(await madrid.summaries()).toHaveLength(1);
});

test('no summary is sent without news', async () => {
  const { summaries, lastDay } = await newTeam();
  watch('2026-03-28T09:00:00Z');
  await until(async () => (await lastDay()) === '2026-03-28');
  expect(await summaries()).toEqual([]);
});

test('an invalid time zone does not block other teams', async () => {
  const { tenant } = await newTeam();
  await query(`update support.daily_summaries set time_zone = 'Mars/Olympus'
    where tenant_id = '${tenant.id}'`);
  const { write, lastDay } = await newTeam();
  await write();
  const { lines } = watch('2026-03-28T09:00:00Z');
  await until(async () => (await lastDay()) === '2026-03-28');
  expect(lines[0]).toMatchObject({ tenantId: tenant.id, timeZone: 'Mars/Olympus' });
});

test('it is mailed and posted to the team chat, with the figures of the day', async () => {
  const [smtp, slack, teams] = [await startSmtp(), await startStandIn(), await startStandIn()];
  slack.respond(() => ({ status: 200, body: { ok: true } }));
  teams.respond(() => ({ status: 202 }));
  cleanUps.push(smtp.close, slack.close, teams.close);
  const { tenant, app, me, write } = await newTeam();
  const host = { key: tenant.secretKey };
  for (const body of [
    {
      provider: 'slack',
      credentials: { bot_token: 'xoxb-1', channel: 'C1' },
      base_url: slack.url,
    },
    {
      provider: 'teams',
      credentials: { webhook_url: 'https://acme.logic.azure.com/workflows/1?sig=x' },
      base_url: teams.url,
    },
  ]) {
    await call(app, host, upsertIntegration, { body });
  }
  await query(`insert into support.integrations (tenant_id, provider, name, category, health)
    values ('${tenant.id}', 'stripe', 'Stripe', 'payment_processor', 'unhealthy'),
      ('${tenant.id}', 'redis', 'Redis', 'database', 'healthy')`);
  const agent = await openSession(app, tenant);
  const [{ id }] = [await write(), await write(), await write()];
  const params = { id };
  await call(app, agent, writeAgentMessage, { params, body: { body: 'Mended.' } });
  await call(app, agent, updateTicket, { params, body: { status: 'resolved' } });
  await call(app, me, rateTicket, { params, body: { score: 5 } });
  const integrations = createTestIntegrations(database, { allowPrivateWebhooks: true });
  const worker = startWorker({
    db: database.kysely,
    handlers: {
      ...summaryMails(database.kysely, createSmtpMailer(smtp.url)),
      ...summaryChats(database.kysely, integrations),
    },
    logger: silent,
    pollMs: 10,
  });
  cleanUps.push(() => worker.stop());
  const today = new Date().toISOString().slice(0, 10);
  watch(`${today}T09:00:00Z`);
  await until(() => smtp.mails.length + slack.requests.length + teams.requests.length >= 3);
  const [mail] = smtp.mails;
  expect(mail?.to).toEqual(['team@acme.example']);
  expect(mail?.email.subject).toBe(`Acme Support on ${today}: 2 open`);
  for (const fact of [
    'Open requests: 2',
    'New in 24 hours: 3',
    'First responses in 24 hours: 1',
    'Late first responses: 0',
    'Satisfied: 1 of 1 ratings',
    'Unhealthy integrations: Stripe',
  ]) {
    expect(mail?.email.text).toContain(fact);
    for (const { requests } of [slack, teams]) {
      expect(requests[0]?.body).toContain(fact.split(': ')[1]);
    }
  }
  expect(mail?.email.text).not.toContain('Redis');
});
