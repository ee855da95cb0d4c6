import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { findStoredIntegration } from '../queries/integrations.ts';
import { readTenant } from '../queries/tenants.ts';
import { findTicket } from '../queries/tickets.ts';
import { type ChatTools, tellChat } from './tellChat.ts';
import type { JobHandler } from './worker.ts';

/** Characters of a request that a notice shows. */
const excerpt = 500;

/** Brings a new request to where the team chats. */
export function ticketChats(
  db: Kysely<Schema>,
  tools: ChatTools,
): Record<'chat_ticket', JobHandler> {
  return {
    async chat_ticket({ tenantId, payload }) {
      const { ticket, chat, tenant } = await inScope(
        db,
        { actor: 'worker', tenantId },
        async (trx) => ({
          ticket: await findTicket(trx, payload.ticketId ?? ''),
          chat: await findStoredIntegration(trx, payload.chatId ?? ''),
          tenant: await readTenant(trx),
        }),
      );
      if (ticket === undefined || chat === undefined) return; // deleted meanwhile
      const { customer_name: name, customer_email: address } = ticket;
      const notice = {
        title: `[${ticket.ticket_number}] ${ticket.subject}`,
        text: ticket.description.slice(0, excerpt),
        facts: {
          Customer: name ? `${name} (${address})` : address,
          Priority: ticket.priority,
          Category: ticket.category,
          ...(ticket.estimated_first_response && {
            'Answer due': ticket.estimated_first_response.toISOString(),
          }),
          Team: tenant.name,
        },
      };
      await tellChat(chat, tenantId, notice, tools);
    },
  };
}
