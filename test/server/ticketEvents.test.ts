import { expect, test } from 'vitest';
import { receiveMail } from '../../server/mail/in/inbound.ts';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { replyToTicket } from '../../src/contract/message.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { call } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

/** A ticket of a tenant whose webhook receives replies. */
async function newTicket() {
  const tenant = await createTenant(database.kysely);
  const integrations = createTestIntegrations(database);
  const app = createTestApp(database, { integrations });
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  await call(app, host, createWebhook, {
    body: { url: 'https://hooks.acme.example', events: ['ticket.replied'] },
  });
  const { id } = await created(post(app, page, draft));
  const params = { id };
  const rows = <Row>(query: string) => asSuperuser<Row>(database.kysely, query);
  return {
    reply: (body: string) => call(app, page, replyToTicket, { params, body: { body } }),
    answer: (body: string, internal = false) =>
      call(app, host, writeAgentMessage, { params, body: { body, internal } }),
    resolve: () => call(app, host, updateTicket, { params, body: { status: 'resolved' } }),
    async mail(text: string) {
      const [ticket] = await rows<{ token: string }>(
        `select reply_token as token from support.tickets where id = '${id}'`,
      );
      const { email: from } = draft;
      const to = [`reply+${ticket?.token}@in.acme.example`];
      const mail = { from, envelopeFrom: from, messageId: `<${newId()}@x.example>`, headers: {} };
      await receiveMail(database.kysely, { ...mail, to, text });
    },
    /** Returns author and status of each `ticket.replied`, oldest first. */
    async replies() {
      const events = await rows<{ event: string }>(
        `select payload->>'event' as event from support.jobs
         where tenant_id = '${tenant.id}' and type = 'fan_out_event' order by run_at`,
      );
      return events.map(({ event }) => {
        const { author, status } = JSON.parse(event).data;
        return `${author} ${status}`;
      });
    },
  };
}

test('a reply event has the ticket’s status after it, also for a reply by mail', async () => {
  const { reply, answer, resolve, mail, replies } = await newTicket();
  await answer('Between us', true);
  await answer('We look into it.');
  await resolve();
  await reply('Not quite.');
  await resolve();
  await mail('Again.');
  expect(await replies()).toEqual(['agent open', 'visitor open', 'visitor open']);
});
