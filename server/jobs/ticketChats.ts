import type { Kysely } from 'kysely';
import type { Notice } from '../ask/provider.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { findStoredIntegration } from '../queries/integrations.ts';
import { queueName, readTenant, type Tenant } from '../queries/tenants.ts';
import { findTicket, type StoredTicket } from '../queries/tickets.ts';
import type { JobHandler } from '../queue/worker.ts';
import { type ChatTools, notifyChat } from './notifyChat.ts';

/** Maximum number of characters of a request in a notification. */
const maxExcerptLength = 500;

type Write = (ticket: StoredTicket, tenant: Tenant) => Notice;

/**
 * Posts to the team's chats that a request is new or escalated, or that its first response is late.
 */
export function ticketChats(
  db: Kysely<Schema>,
  tools: ChatTools,
): Record<'chat_ticket' | 'chat_escalated' | 'chat_late', JobHandler> {
  const telling = (write: Write): JobHandler => {
    return async ({ tenantId, payload }) => {
      const scope = { actor: 'worker', tenantId } as const;
      const { ticket, chat, tenant } = await inScope(db, scope, async (trx) => ({
        ticket: await findTicket(trx, payload.ticketId ?? ''),
        chat: await findStoredIntegration(trx, payload.chatId ?? ''),
        tenant: await readTenant(trx),
      }));
      if (ticket === undefined || chat === undefined) return; // it was deleted in the meantime
      // Test data does not need to notify anyone.
      if (ticket.mode === 'test') return;
      await notifyChat(chat, tenantId, write(ticket, tenant), tools);
    };
  };
  return {
    chat_ticket: telling(newTicket),
    chat_escalated: telling(newTicket),
    chat_late: telling(lateAnswer),
  };
}

const newTicket: Write = (ticket, tenant) => ({
  title: `[${ticket.ticket_number}] ${ticket.escalated_at === null ? '' : 'Escalated: '}${ticket.subject}`,
  text: ticket.description.slice(0, maxExcerptLength),
  facts: {
    ...factsOf(ticket, tenant),
    ...(ticket.estimated_first_response && {
      'First response due': ticket.estimated_first_response.toISOString(),
    }),
    Team: tenant.name,
  },
});

const lateAnswer: Write = (ticket, tenant) => ({
  title: `[${ticket.ticket_number}] First response is late: ${ticket.subject}`,
  text: ticket.description.slice(0, maxExcerptLength),
  facts: {
    ...factsOf(ticket, tenant),
    ...(ticket.response_due_at && { 'Response was due': ticket.response_due_at.toISOString() }),
    Team: tenant.name,
  },
});

function factsOf(ticket: StoredTicket, tenant: Tenant): Notice['facts'] {
  const { customer_name: name, customer_email: address, priority, category } = ticket;
  const Customer = name ? `${name} (${address})` : address;
  const queue = queueName(tenant, ticket);
  return { Customer, Priority: priority, Category: category, ...(queue && { Queue: queue }) };
}
