import { expect, test } from 'vitest';
import { slaAlertJobs } from '../../server/jobs/slaAlerts.ts';
import { ticketChats } from '../../server/jobs/ticketChats.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { call } from './support/agent.ts';
import { createTestApp, draft, silent } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { openFirstAnswers } from './support/firstAnswers.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { openMailing } from './support/mailing.ts';
import { startStandIn } from './support/standIn.ts';
import { until } from './support/until.ts';

const database = openForFile();
const mailing = openMailing(database);
const { started, watch, newRequest } = openFirstAnswers(database);

test('webhooks receive a late first response once, without texts', async () => {
  const { host, ticket, runOut, alarms, rows } = await newRequest();
  const body = { url: 'https://hooks.acme.example/', events: ['ticket.response_late'] };
  await call(createTestApp(database), host, createWebhook, { body });
  await runOut();
  watch(3);
  await until(async () => (await alarms()).length === 2);
  const jobs = await rows<{ payload: { event: string } }>(
    `select payload from support.jobs where type = 'fan_out_event'`,
  );
  expect(jobs.map(({ payload }) => JSON.parse(payload.event))).toMatchObject([
    {
      type: 'ticket.response_late',
      data: { ticket_id: ticket.id, ticket_number: ticket.ticket_number, status: 'new' },
    },
  ]);
  expect(jobs[0]?.payload.event).not.toMatch(/Mails do not arrive|@/);
});

test('the team gets a mail, and a channel that fails is retried', async () => {
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
    mailing.smtp.mails.filter(({ email }) => email.subject?.includes('First response is late'));
  await until(() => late().length > 0 && calls.length > 1);
  await until(async () => (await mailing.jobs()).length === 0);
  expect(calls).toEqual([ticket.ticket_number, ticket.ticket_number]);
  expect(late()).toHaveLength(1);
  const [mail] = late();
  expect(mail?.to).toEqual(['team@acme.example']);
  expect(mail?.email.subject).toBe(
    `[${ticket.ticket_number}] First response is late: ${draft.subject}`,
  );
  expect(mail?.email.text).toContain('Response was due: ');
});

test('it is posted to the team chat too, once', async () => {
  const slack = await startStandIn();
  slack.respond(() => ({ status: 200, body: { ok: true } }));
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
  expect(JSON.stringify(posts())).toContain(`[${ticket.ticket_number}] First response is late`);
});
