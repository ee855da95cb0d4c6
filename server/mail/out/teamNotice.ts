import { queueName } from '../../queries/tenants.ts';
import type { TicketMail } from './ticketMail.ts';

/** Sends a new request to the team. A reply to this mail goes to the customer. */
export const teamNotice: TicketMail = (ticket, tenant) => {
  const { customer_name: name, customer_email: address, context } = ticket;
  const facts = {
    Number: ticket.ticket_number,
    Customer: name ? `${name} (${address})` : address,
    Priority: ticket.priority,
    Category: ticket.category,
    Queue: queueName(tenant, ticket),
    Tags: ticket.tags.join(', '),
    'Escalated since': ticket.escalated_at?.toISOString(),
    Tier: ticket.customer_tier,
    'User ID': ticket.metadata.user_id,
    'Organization ID': ticket.metadata.tenant_id,
    'First response due': ticket.estimated_first_response?.toISOString(),
    'Tried by mail first': ticket.metadata.original_mailto_attempt ? 'yes' : undefined,
    ...labelled(ticket.custom_fields, tenant.fields),
    Page: context.url,
    'Page title': context.title,
    Browser: context.browser,
    Locale: context.locale,
    Version: context.version,
  };
  // Values of visitors and pages can have several lines. They are indented, so that a line cannot
  // imitate another fact.
  const lines = [...Object.entries(facts), ...Object.entries(context.values ?? {})]
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([label, value]) => `${label}: ${String(value).replaceAll('\n', '\n  ')}`);
  return {
    to: { name: `${tenant.name} Support`, address: tenant.team_email },
    replyTo: { name: name ?? '', address },
    subject: `[${ticket.ticket_number}] ${ticket.escalated_at === null ? ticket.priority : `Escalated, ${ticket.priority}`}: ${ticket.subject}`,
    text: [ticket.subject, ticket.description, '---', lines.join('\n')].join('\n\n'),
  };
};

function labelled(
  values: Readonly<Record<string, unknown>>,
  fields: readonly { id: string; label: string }[],
): Record<string, unknown> {
  const shown = fields.filter(({ id }) => Object.hasOwn(values, id));
  return Object.fromEntries(shown.map(({ id, label }) => [label, values[id]]));
}
