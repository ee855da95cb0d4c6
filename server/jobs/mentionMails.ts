import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { mailIdOf } from '../mail/addresses.ts';
import type { Mailer } from '../mail/out/mailer.ts';
import { findActiveAgent } from '../queries/agents.ts';
import { findMessage } from '../queries/messages.ts';
import { readTenant } from '../queries/tenants.ts';
import { findTicket } from '../queries/tickets.ts';
import type { JobHandler } from '../queue/worker.ts';
import { storeSandboxMail } from './sandboxMail.ts';

/** Mails internal notes to the agents whom they mention. */
export function mentionMails(
  db: Kysely<Schema>,
  mailer: Mailer,
): Record<'mention_mail', JobHandler> {
  return {
    async mention_mail({ id, tenantId, payload }) {
      const { ticketId = '', messageId = '', agentId = '' } = payload;
      const { tenant, ticket, note, agent } = await inScope(
        db,
        { actor: 'worker', tenantId },
        async (trx) => {
          const ticket = await findTicket(trx, ticketId);
          return {
            ticket,
            tenant: await readTenant(trx),
            agent: await findActiveAgent(trx, agentId),
            note: ticket && (await findMessage(trx, ticket.id, messageId)),
          };
        },
      );
      // It was deleted or disabled in the meantime, so the mail is no longer needed.
      if (ticket === undefined || note === undefined || agent === undefined) return;
      const mail = {
        messageId: mailIdOf(id, tenant),
        from: { name: tenant.name, address: tenant.mail_from },
        to: { name: agent.name, address: agent.email },
        replyTo: { name: tenant.name, address: tenant.email },
        subject: `[${ticket.ticket_number}] ${note.author_name ?? tenant.name} mentioned you: ${ticket.subject}`,
        text: `${note.body}\n\nThis is an internal note. Answer it in the desk, under Mentions.`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      };
      if (ticket.mode === 'test')
        await storeSandboxMail(db, { tenantId, ticketId: ticket.id }, mail);
      else await mailer.send(mail);
    },
  };
}
