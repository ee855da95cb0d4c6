import type { AcceptedTicketDraft } from '../../src/contract/ticket.ts';
import { createTicket, listTickets } from '../../src/contract/ticket.ts';
import { firstResponseSeconds } from '../base/firstResponse.ts';
import { refusals } from '../base/refusals.ts';
import { startClock } from '../base/responseClock.ts';
import { ticketCreated } from '../events/ticketCreated.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import { addSuggestionsToTicket } from '../kb/suggestionNote.ts';
import { linkAttachments } from '../queries/attachments.ts';
import { readTenant, type Tenant } from '../queries/tenants.ts';
import { takeTicketNotices } from '../queries/ticketNotices.ts';
import { insertTicket, listTicketsByChange } from '../queries/tickets.ts';
import { checkCustomFields } from './customFields.ts';
import { asTicket, pageOf, readCursor } from './present.ts';

export const createTicketRoute = route(
  { ...noInput, ...createTicket },
  async ({ trx, caller, body: draft }) => {
    const tenant = await readTenant(trx);
    checkAgainstTenant(draft, tenant);
    const createdAt = new Date();
    const seconds = firstResponseSeconds(tenant.first_response, draft);
    const clock = startClock(seconds, tenant.business_hours, createdAt);
    const ticket = await insertTicket(trx, {
      draft,
      prefix: tenant.ticket_prefix,
      createdAt,
      clock,
      verifiedUser: caller.verifiedUser,
    });
    const ids = draft.attachments ?? [];
    await linkAttachments(trx, { ids, ticketId: ticket.id, position: 1 });
    await addSuggestionsToTicket(trx, ticket.id, draft.suggestions ?? []);
    const { tenantId, network } = caller;
    const isConfirmable = tenant.confirm_unverified;
    const notices = ticket.verified
      ? { isConfirmed: true, isNoticed: true }
      : await takeTicketNotices(trx, { tenantId, email: draft.email, network, isConfirmable });
    await ticketCreated(trx, ticket, notices);
    return asTicket(ticket);
  },
);

export const listTicketsRoute = asOneStatement(
  route({ ...noInput, ...listTickets }, async ({ trx, query }) => {
    const limit = Number(query.limit ?? 20);
    const before = readCursor(query.cursor);
    const found = await listTicketsByChange(trx, { before, limit: limit + 1 });
    const { shown, nextCursor } = pageOf(found, limit);
    return {
      tickets: shown.map((ticket) => ({
        ...ticket,
        created_at: ticket.created_at.toISOString(),
        updated_at: ticket.updated_at.toISOString(),
      })),
      next_cursor: nextCursor,
    };
  }),
);

function checkAgainstTenant(draft: AcceptedTicketDraft, tenant: Tenant): void {
  const details = checkCustomFields(tenant.fields, draft.customFields ?? {});
  if (!tenant.categories.some(({ id }) => id === draft.category)) {
    const known = tenant.categories.map(({ id }) => id).join(', ');
    details.unshift({ field: 'category', message: `Must be one of ${known}.` });
  }
  if (details.length > 0) throw refusals.invalid(details);
}
