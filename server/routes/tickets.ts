import type { AcceptedTicketDraft, Ticket } from '../../src/contract/ticket.ts';
import { createTicket, getTicket, listTickets } from '../../src/contract/ticket.ts';
import { checkCustomFields } from '../customFields.ts';
import { firstResponseDue } from '../firstResponse.ts';
import { ticketJobs } from '../jobs/ticketJobs.ts';
import { linkAttachments } from '../queries/attachments.ts';
import { readTenant, type Tenant } from '../queries/tenants.ts';
import {
  findTicket,
  insertTicket,
  listNewestTickets,
  type StoredTicket,
} from '../queries/tickets.ts';
import { refusals } from '../refusals.ts';
import { noInput, route } from '../route.ts';
import { isUuid } from '../uuid.ts';

export const createTicketRoute = route(
  { ...noInput, ...createTicket },
  async ({ trx, body: draft }) => {
    const tenant = await readTenant(trx);
    checkAgainstTenant(draft, tenant);
    const createdAt = new Date();
    const due = firstResponseDue(tenant.first_response, draft, createdAt);
    const ticket = await insertTicket(trx, {
      draft,
      prefix: tenant.ticket_prefix,
      createdAt,
      firstResponseDue: due,
      jobs: ticketJobs,
    });
    const ids = draft.attachments ?? [];
    await linkAttachments(trx, { ids, ticketId: ticket.id, position: 1 });
    return asTicket(ticket);
  },
);

export const getTicketRoute = route({ ...noInput, ...getTicket }, async ({ trx, param }) => {
  const id = param('id');
  return asTicket(isUuid(id) ? await findTicket(trx, id) : undefined);
});

export const listTicketsRoute = route({ ...noInput, ...listTickets }, async ({ trx, query }) => {
  const limit = Number(query.limit ?? 20);
  const found = await listNewestTickets(trx, {
    before: readCursor(query.cursor),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    tickets: shown.map((ticket) => ({
      ...ticket,
      excerpt: ticket.excerpt ?? '',
      created_at: ticket.created_at.toISOString(),
      updated_at: ticket.updated_at.toISOString(),
    })),
    next_cursor: last === undefined ? null : String(last.number),
  };
});

/** Numbers of a tenant only grow, so a page begins below the last one shown. */
function readCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,9}$/.test(cursor)) {
    throw refusals.invalid([{ field: 'cursor', message: 'Must be a next_cursor of this list.' }]);
  }
  return Number(cursor);
}

function checkAgainstTenant(draft: AcceptedTicketDraft, tenant: Tenant): void {
  const details = checkCustomFields(tenant.fields, draft.customFields ?? {});
  if (!tenant.categories.some(({ id }) => id === draft.category)) {
    const known = tenant.categories.map(({ id }) => id).join(', ');
    details.unshift({ field: 'category', message: `Must be one of ${known}.` });
  }
  if (details.length > 0) throw refusals.invalid(details);
}

function asTicket(stored: StoredTicket | undefined): Ticket {
  if (stored === undefined) throw refusals.notFound('No such ticket.');
  return {
    id: stored.id,
    ticket_number: stored.ticket_number,
    status: stored.status,
    subject: stored.subject,
    description: stored.description,
    customerEmail: stored.customer_email,
    customerName: stored.customer_name,
    priority: stored.priority,
    category: stored.category,
    metadata: stored.metadata,
    created_at: stored.created_at.toISOString(),
    updated_at: stored.updated_at.toISOString(),
    estimated_first_response: stored.estimated_first_response?.toISOString() ?? null,
  };
}
