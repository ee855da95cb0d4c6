import { expect, test } from 'vitest';
import { receiveMail } from '../../server/mail/in/inbound.ts';
import type { ClaimedJob } from '../../server/queue/jobs.ts';
import { webhookDeliveries } from '../../server/webhooks/out/deliver.ts';
import { listKeys } from '../../src/contract/adminKey.ts';
import { getAccountSettings } from '../../src/contract/adminSettings.ts';
import { createAgentSession, listAgents, listAgentTickets } from '../../src/contract/agent.ts';
import { listAudit } from '../../src/contract/audit.ts';
import { listDeadJobs } from '../../src/contract/job.ts';
import { getTicket } from '../../src/contract/message.ts';
import { listRejectedMails } from '../../src/contract/receivedMail.ts';
import { listSandboxMails } from '../../src/contract/sandbox.ts';
import { createWebhook, listDeliveries } from '../../src/contract/webhook.ts';
import { call, callFor } from './support/agent.ts';
import { created, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { openModes } from './support/modes.ts';

const database = openForFile();

const open = (settings?: Parameters<typeof openModes>[1]) => openModes(database, settings);

test('a test key signs an admin in for test data only', async () => {
  const { app, test: sandbox, invite } = await open();
  await invite('admin', 'Marta');
  const body = { name: 'Somebody else', email: 'marta@acme.example' };
  const { token } = await call(app, sandbox.team, createAgentSession, { body });
  const me = { key: token };
  for (const endpoint of [
    listKeys,
    getAccountSettings,
    listAudit,
    listDeadJobs,
    listRejectedMails,
  ]) {
    expect([endpoint.path, (await callFor(app, me, endpoint)).status]).toEqual([
      endpoint.path,
      403,
    ]);
  }
  expect((await call(app, me, listSandboxMails)).mails).toEqual([]);
  const { agents } = await call(app, me, listAgents);
  expect(agents.map(({ name }) => name)).toEqual(['Marta']);
});

const queued = (type: string) =>
  asSuperuser<ClaimedJob>(
    database.kysely,
    `select tenant_id as "tenantId", id, type, payload, attempts from support.jobs where type = '${type}'`,
  );

test('webhooks receive events of their own mode', async () => {
  const { app, live, test: sandbox } = await open();
  const url = 'https://hooks.acme.example';
  const add = async (team: { key: string }) => {
    const body = { url, events: ['ticket.created'] };
    const params = { id: (await call(app, team, createWebhook, { body })).id };
    return async () => (await call(app, team, listDeliveries, { params })).deliveries;
  };
  const [ofLive, ofTest] = [await add(live.team), await add(sandbox.team)];
  // Creating or changing a webhook of one mode does not change those of the other.
  await add(live.team);
  await created(post(app, live.page, draft));
  await created(post(app, sandbox.page, draft));
  const { fan_out_event } = webhookDeliveries(database.kysely, {
    vault: undefined,
    post: async () => ({ status: 200, body: '', retryAfter: undefined }),
  });
  for (const job of await queued('fan_out_event')) await fan_out_event(job);
  for (const [mode, read] of [
    ['live', ofLive],
    ['test', ofTest],
  ] as const) {
    expect((await read()).map(({ payload }) => payload.data.mode)).toEqual([mode]);
  }
});

test('a mail that arrives through an integration of test keys only reaches test data', async () => {
  const { app, live, test: sandbox } = await open({ email_channel: true });
  const { id } = await created(post(app, live.page, draft));
  const [{ reply_token } = { reply_token: '' }] = await asSuperuser<{ reply_token: string }>(
    database.kysely,
    `select reply_token from support.tickets where id = '${id}'`,
  );
  const mail = {
    ...{ messageId: '<1@customer.example>', from: draft.email, fromName: 'Ada', subject: 'Re' },
    ...{
      text: 'It works now.',
      envelopeFrom: draft.email,
      headers: {},
      to: [`reply+${reply_token}@in.acme.example`],
    },
  };
  const within = live.tenant.id;
  const answered = await receiveMail(database.kysely, mail, { within, mode: 'test' });
  expect(answered).toEqual({ status: 'rejected', reason: 'unknown_address' });
  const opened = { ...mail, messageId: '<2@customer.example>', to: ['help@in.acme.example'] };
  await receiveMail(database.kysely, opened, { within, mode: 'test' });
  const count = async (team: { key: string }) =>
    (await call(app, team, listAgentTickets)).counts.all;
  expect([await count(live.team), await count(sandbox.team)]).toEqual([1, 1]);
  expect((await call(app, live.page, getTicket, { params: { id } })).messages).toHaveLength(1);
});
