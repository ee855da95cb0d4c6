import { randomUUID } from 'node:crypto';
import { readMime } from '../../../server/ask/readMime.ts';
import { storeMailFiles } from '../../../server/attachments/mailFiles.ts';
import type { Database } from '../../../server/db/db.ts';
import { receiveMail } from '../../../server/mail/in/inbound.ts';
import { getAgentTicket, listAgentTickets } from '../../../src/contract/agent.ts';
import { getTicket } from '../../../src/contract/message.ts';
import { listRejectedMails } from '../../../src/contract/receivedMail.ts';
import { updateSettings } from '../../../src/contract/settings.ts';
import { call, openSession } from './agent.ts';
import { created, createTestApp, draft, post } from './api.ts';
import { openTestAttachments } from './attachments.ts';
import { asSuperuser } from './database.ts';
import { createTenant, newId } from './tenant.ts';

/** Opens an account that accepts mail, with one request. Raw mails have one byte per character. */
export async function openMailIn(database: Database) {
  const domain = `${newId()
    .replaceAll(/[^a-z0-9]/gi, '')
    .toLowerCase()}.example`;
  const tenant = await createTenant(database.kysely, { inbound_domain: domain });
  const app = createTestApp(database);
  const files = openTestAttachments();
  const me = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, me, draft));
  const [row] = await asSuperuser<{ token: string }>(
    database.kysely,
    `select reply_token as token from support.tickets where id = '${id}'`,
  );
  const agent = await openSession(app, tenant);
  const params = { id };
  return {
    app,
    agent,
    id,
    address: `reply+${row?.token}@${domain}`,
    domain,
    /** Receives a raw mail. */
    async send(raw: string, to = `reply+${row?.token}@${domain}`, from = draft.email) {
      const { files: sent = [], ...mail } = await readMime(Buffer.from(raw, 'latin1'), {
        from,
        to: [to],
      });
      return receiveMail(database.kysely, mail, {
        receiveFiles: (tenantId) => storeMailFiles({ db: database.kysely, files, tenantId }, sent),
      });
    },
    seen: async () => (await call(app, me, getTicket, { params })).messages,
    notes: async () =>
      (await call(app, agent, getAgentTicket, { params })).messages.filter((one) => one.internal),
    rejected: async () => (await call(app, agent, listRejectedMails, {})).mails,
    allow: () =>
      call(app, { key: tenant.secretKey }, updateSettings, { body: { email_channel: true } }),
    requests: async () => (await call(app, agent, listAgentTickets, { query: {} })).tickets,
  };
}

/** Returns a mail from the customer of the request. */
export function mailOf(headers: Record<string, string>, body: string): string {
  const all = {
    From: `Ada <${draft.email}>`,
    Subject: 'Re: [PM-1001] Mails do not arrive',
    'Message-ID': `<${randomUUID()}@customer.example>`,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
