import { queueName } from '../../queries/tenants.ts';
import type { TicketMail } from './ticketMail.ts';

/** Notifies the team that the first response to a request is late. A reply to this mail goes to the customer. */
export const slaNotice: TicketMail = (ticket, tenant) => {
  const { ticket_number: number, customer_name: name, customer_email: address } = ticket;
  const facts = {
    Number: number,
    Subject: ticket.subject,
    Customer: name ? `${name} (${address})` : address,
    Priority: ticket.priority,
    Category: ticket.category,
    Queue: queueName(tenant, ticket),
    Tier: ticket.customer_tier,
    Received: ticket.created_at.toISOString(),
    'Response was due': ticket.response_due_at?.toISOString(),
    'First response at': ticket.first_response_at?.toISOString(),
  };
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([label, value]) => `${label}: ${value}`);
  return {
    to: { name: `${tenant.name} Support`, address: tenant.team_email },
    replyTo: { name: name ?? '', address },
    subject: `[${number}] First response is late: ${ticket.subject}`,
    text: ['The first response to this request is late.', lines.join('\n')].join('\n\n'),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
};
