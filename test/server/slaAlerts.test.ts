import { afterEach, expect, test } from 'vitest';
import { slaAlertJobs, watchFirstResponses } from '../../server/jobs/slaAlerts.ts';
import { ticketChats } from '../../server/jobs/ticketChats.ts';
import { startWorker } from '../../server/jobs/worker.ts';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { replyToTicket } from '../../src/contract/message.ts';
import { call, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { openMailing } from './support/mailing.ts';
import { startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const mailing = openMailing(database);
const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.stop()));
});

function watch(count = 1): void {
  for (let n = 0; n < count; n++) {
    const onFault = (error: Error) => expect.fail(error.message);
    const options = { channels: ['pager'], everyMs: 10, onAlert: () => {}, onFault };
    started.push(watchFirstResponses({ db: database.kysely, ...options }));
  }
}

interface ClockRow {
  response_due_at: Date | null;
  response_left: number | null;
  response_breached_at: Date | null;
  estimated_first_response: Date | null;
}

async function newRequest(more: object = {}) {
  const tenant = await createTenant(database.kysely, {
    first_response: JSON.stringify({ minutes: 60, rules: [{ priority: 'critical', minutes: 10 }] }),
    ...more,
  });
  const app = createTestApp(database);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const agent = await openSession(app, tenant);
  const connect = (body: object) =>
    call(app, { key: tenant.secretKey }, upsertIntegration, { body });
  const ticket = await created(post(app, visitor, draft));
  const params = { id: ticket.id };
  const rows = <Row>(query: string) => asSuperuser<Row>(database.kysely, query);
  const of = `ticket_id = '${ticket.id}'`;
  return {
    connect,
    ticket,
    clock: async () =>
      (await rows<ClockRow>(`select * from support.tickets where id = '${ticket.id}'`))[0],
    timers: async () => (await rows(`select 1 from support.response_timers where ${of}`)).length,
    alarms: async () =>
      (
        await rows<{ type: string }>(
          `select type from support.jobs where type like 'sla_alert%'
           and payload->>'ticketId' = '${ticket.id}' order by 1`,
        )
      ).map(({ type }) => type),
    runOut: () =>
      rows(`update support.tickets set response_due_at = now() - interval '1 second'
            where id = '${ticket.id}'`),
    change: (body: object) => call(app, agent, updateTicket, { params, body }),
    answer: (internal = false) =>
      call(app, agent, writeAgentMessage, { params, body: { body: 'Hello', internal } }),
    reply: () => call(app, visitor, replyToTicket, { params, body: { body: 'More' } }),
  };
}

const both = ['sla_alert_mail', 'sla_alert_pager'];

test('a late first answer is noticed once, however many watch, and each channel is told', async () => {
  const { runOut, alarms, clock, timers } = await newRequest();
  expect(await timers()).toBe(1);
  await runOut();
  watch(4);
  await until(async () => (await alarms()).length >= 2);
  const next = await newRequest();
  await next.runOut();
  await until(async () => (await next.alarms()).length >= 2);
  expect(await alarms()).toEqual(both);
  expect(await timers()).toBe(0);
  expect((await clock())?.response_breached_at).toBeInstanceOf(Date);
});

test('an answer in time stops the clock; a note does not', async () => {
  const { answer, clock, timers } = await newRequest();
  await answer(true);
  expect(await timers()).toBe(1);
  await answer();
  expect(await timers()).toBe(0);
  expect((await clock())?.response_due_at).toBeInstanceOf(Date);
});

test('an answer that is late before anybody noticed is an alarm too', async () => {
  const { answer, runOut, alarms, timers } = await newRequest();
  await runOut();
  await answer();
  expect(await timers()).toBe(1);
  watch(2);
  await until(async () => (await alarms()).length === 2);
  expect(await timers()).toBe(0);
});

test('the clock stands still while the customer is asked, and goes on with their answer', async () => {
  const { change, clock, timers, reply } = await newRequest();
  await change({ status: 'pending' });
  const standing = await clock();
  expect(standing).toMatchObject({ response_due_at: null });
  expect(standing?.response_left).toBeGreaterThan(3_590);
  expect(await timers()).toBe(0);
  await reply();
  const going = await clock();
  expect(going?.response_left).toBeNull();
  const due = going?.response_due_at?.getTime() ?? 0;
  expect(due - Date.now()).toBeGreaterThan(3_580_000);
  expect(going?.estimated_first_response?.getTime()).toBe(due);
  expect(await timers()).toBe(1);
});

test('another priority has another target', async () => {
  const { change, clock } = await newRequest();
  await change({ priority: 'critical' });
  const minutes = (((await clock())?.response_due_at?.getTime() ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(9);
  expect(minutes).toBeLessThan(10.1);
});

test('a team is promised for in its own hours', async () => {
  const never = Array.from({ length: 7 }, () => []);
  const midnight = [[0, 1]];
  const business_hours = JSON.stringify({
    time_zone: 'Pacific/Auckland',
    week: never.map(() => midnight),
    holidays: [],
  });
  const { ticket } = await newRequest({ business_hours });
  const wait = Date.parse(ticket.estimated_first_response ?? '') - Date.parse(ticket.created_at);
  // A minute each day: sixty of them.
  expect(wait / 86_400_000).toBeGreaterThan(58);
});

test('the team has a mail, and a channel that fails is tried again', async () => {
  const { ticket, runOut } = await newRequest();
  await runOut();
  watch();
  mailing.deliver();
  const calls: string[] = [];
  const pager = async ({ ticket_number }: { ticket_number: string }) => {
    calls.push(ticket_number);
    if (calls.length === 1) throw new Error('Busy');
  };
  const handlers = slaAlertJobs(database.kysely, { pager });
  started.push(
    startWorker({ db: database.kysely, handlers, logger: silent, pollMs: 10, retryMs: 1 }),
  );
  const late = () =>
    mailing.smtp.mails.filter(({ email }) => email.subject?.includes('First answer is late'));
  await until(() => late().length > 0 && calls.length > 1);
  await until(async () => (await mailing.jobs()).length === 0);
  expect(calls).toEqual([ticket.ticket_number, ticket.ticket_number]);
  expect(late()).toHaveLength(1);
  const [mail] = late();
  expect(mail?.to).toEqual(['team@acme.example']);
  expect(mail?.email.subject).toBe(
    `[${ticket.ticket_number}] First answer is late: ${draft.subject}`,
  );
  expect(mail?.email.text).toContain('Answer was due: ');
});

test('where the team chats it is told too, once', async () => {
  const slack = await startStandIn();
  slack.answer(() => ({ status: 200, body: { ok: true } }));
  const { ticket, runOut, connect } = await newRequest();
  const credentials = { bot_token: 'xoxb', channel: 'C1' };
  await connect({ provider: 'slack', credentials, base_url: slack.url });
  const handlers = ticketChats(database.kysely, createTestIntegrations(database));
  started.push(startWorker({ db: database.kysely, handlers, logger: silent, pollMs: 10 }), {
    stop: () => Promise.resolve(slack.close()),
  });
  await runOut();
  watch(2);
  const posts = () => slack.requests.filter(({ path }) => path === '/chat.postMessage');
  await until(() => posts().length > 0);
  await until(async () => {
    const left = await mailing.jobs();
    return left.every((job) => !('type' in job) || job.type !== 'chat_late');
  });
  expect(posts()).toHaveLength(1);
  expect(JSON.stringify(posts())).toContain(`[${ticket.ticket_number}] First answer is late`);
});
