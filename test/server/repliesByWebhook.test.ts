import { afterEach, expect, test } from 'vitest';
import { receivedMails } from '../../server/jobs/receivedMails.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { getTicket } from '../../src/contract/message.ts';
import { listRejectedMails } from '../../src/contract/receivedMail.ts';
import { call } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { credentials, mailgunRoute, type PostedMail, sendgridParse } from './support/mailEvents.ts';
import { invalidSignature } from './support/signatures.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.stop()));
  await asSuperuser(database.kysely, 'delete from support.jobs');
});

const posts = { mailgun: mailgunRoute, sendgrid: sendgridParse };
type Provider = keyof typeof posts;

async function open(provider: Provider) {
  const tenant = await createTenant(database.kysely, { inbound_domain: 'in.acme.example' });
  const app = createTestApp(database);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, me, draft));
  await asSuperuser(database.kysely, 'delete from support.jobs');
  const integration = await call(app, { key: tenant.secretKey }, upsertIntegration, {
    body: { provider, credentials: credentials[provider] },
  });
  const [row] = await asSuperuser<{ token: string }>(
    database.kysely,
    `select reply_token as token from support.tickets where id = '${id}'`,
  );
  const mail: PostedMail = {
    to: `reply+${row?.token}@in.acme.example`,
    from: `Ada Lovelace <${draft.email.toUpperCase()}>`,
    sender: draft.email,
    messageId: `<${newId()}@customer.example>`,
    text: 'Works now, thank you.\n\nOn Fri, Nov 20, 2026 at 10:00 AM Acme <a@b.example> wrote:\n> Hello\n',
    headers: {},
  };
  const send = async (given: PostedMail, place = integration.id) => {
    const { body, headers } = await posts[provider](given);
    const path = `/v1/webhooks/${provider}/${place}`;
    const response = await app.request(path, { method: 'POST', body, headers });
    return [response.status, await response.json()];
  };
  const work = async () => {
    const handlers = receivedMails(database.kysely, silent);
    started.push(startWorker({ db: database.kysely, handlers, logger: silent, pollMs: 10 }));
    await until(async () => (await jobs()).length === 0);
  };
  const jobs = () =>
    asSuperuser(database.kysely, `select 1 from support.jobs where type = 'receive_mail'`);
  const read = async () =>
    (await call(app, me, getTicket, { params: { id } })).messages.map(({ author, body }) => [
      author,
      body,
    ]);
  const rejected = async () => {
    const { mails } = await call(app, { key: tenant.secretKey }, listRejectedMails, {});
    return mails.map(({ reason }) => reason);
  };
  return { mail, send, work, jobs, read, rejected };
}

const first = ['visitor', draft.description];
const success = [200, { status: 'success' }];
const duplicate = [200, { status: 'success', message: 'duplicate event' }];

for (const provider of ['mailgun', 'sendgrid'] as const) {
  test(`a reply that ${provider} posts is added to its conversation once, without quotes`, async () => {
    const { mail, send, work, jobs, read } = await open(provider);
    expect(await send(mail)).toEqual(success);
    expect(await send(mail)).toEqual(duplicate);
    expect(await jobs()).toHaveLength(1);
    await work();
    expect(await read()).toEqual([first, ['visitor', 'Works now, thank you.']]);
    const kept = await asSuperuser<{ row: string }>(
      database.kysely,
      'select received_events::text as row from support.received_events',
    );
    expect(JSON.stringify(kept)).not.toMatch(/Works now|ada@/i);
  });

  test(`automatic mails and mails without a sender through ${provider} are rejected, and stored for the team`, async () => {
    const { mail, send, work, read, rejected } = await open(provider);
    for (const wrong of [
      { to: `reply+${'0'.repeat(32)}@in.acme.example` },
      { headers: { 'Auto-Submitted': 'auto-replied' } },
      { text: '> Only what you wrote' },
    ]) {
      const one = { ...mail, messageId: `<${newId()}@x.example>`, ...wrong };
      expect(await send(one)).toEqual(success);
    }
    await work();
    expect(await read()).toEqual([first]);
    expect((await rejected()).toSorted()).toEqual(['absence', 'empty', 'unknown_address']);
  });

  test(`an integration of ${provider} of another tenant adds nothing here`, async () => {
    const { mail, read } = await open(provider);
    const other = await open(provider);
    expect(await other.send(mail)).toEqual(success);
    await other.work();
    expect(await read()).toEqual([first]);
  });

  test(`a mail with a wrong signature of ${provider} is rejected`, async () => {
    const { mail, send, jobs } = await open(provider);
    expect(await send({ ...mail, isForged: true })).toEqual([
      400,
      {
        status: 'error',
        message: invalidSignature,
      },
    ]);
    expect(await jobs()).toHaveLength(0);
  });
}
