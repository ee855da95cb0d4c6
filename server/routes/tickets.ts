import type { ErrorDetail } from '../../src/contract/envelope.ts';
import { limits } from '../../src/contract/limits.ts';
import type { AcceptedTicketDraft } from '../../src/contract/ticket.ts';
import { createTicket, listTickets } from '../../src/contract/ticket.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { withSigned } from '../base/signedVisitor.ts';
import { openTicket } from '../events/openTicket.ts';
import { ticketCreated } from '../events/ticketCreated.ts';
import { asOneStatement, noInput, preparedRoute, route } from '../http/route.ts';
import { addRequestNote } from '../kb/requestNote.ts';
import { linkAttachments } from '../queries/attachments.ts';
import { upsertOrganization } from '../queries/organizations.ts';
import type { Tenant } from '../queries/tenants.ts';
import { listTicketsByChange } from '../queries/ticketList.ts';
import { allNotices, decideTicketNotices } from '../queries/ticketNotices.ts';
import { checkCustomFields } from './customFields.ts';
import { asTicket, pageOf, readCursor } from './present.ts';

export const createTicketRoute = preparedRoute(
  { ...noInput, ...createTicket },
  async ({ caller: { tenantId, signed }, readAccount, reserveNumber, expectProof }) => {
    const tenant = await readAccount(tenantId);
    if (tenant.proof_of_work && !signed) expectProof();
    return { tenant, number: await reserveNumber(tenantId) };
  },
  async ({ trx, caller, body, prepared: { tenant, number } }) => {
    const { signed, tenantId, network, mode } = caller;
    const draft = withSigned(body, signed);
    checkAgainstTenant(draft, tenant);
    if (signed?.organization) await upsertOrganization(trx, signed.organization);
    const ticket = await openTicket(trx, { tenant, draft, mode, signed, number });
    const ids = draft.attachments ?? [];
    await linkAttachments(trx, { ids, ticketId: ticket.id, position: 1 });
    await addRequestNote(trx, ticket.id, draft);
    const isConfirmable = tenant.confirm_unverified;
    const notices = ticket.signed.includes('email')
      ? allNotices
      : await decideTicketNotices(trx, { tenantId, email: draft.email, network, isConfirmable });
    await ticketCreated(trx, ticket, notices);
    return asTicket(ticket);
  },
);

export const listTicketsRoute = asOneStatement(
  route({ ...noInput, ...listTickets }, async ({ trx, caller, query }) => {
    const limit = Number(query.limit ?? 20);
    const before = readCursor(query.cursor);
    const found = await listTicketsByChange(trx, {
      before,
      limit: limit + 1,
      hasOrganization: caller.signed?.organization !== undefined,
    });
    const { shown, nextCursor } = pageOf(found, limit);
    return {
      tickets: shown.map((ticket) => ({
        ...ticket,
        colleague: ticket.colleague ?? undefined,
        created_at: ticket.created_at.toISOString(),
        updated_at: ticket.updated_at.toISOString(),
      })),
      next_cursor: nextCursor,
    };
  }),
);

function checkAgainstTenant(draft: AcceptedTicketDraft, tenant: Tenant): void {
  const { customFields = {}, context } = draft;
  const details = [
    ...checkCount('customFields', customFields, limits.customFields),
    ...checkCount('context.values', context?.values ?? {}, limits.contextValues),
  ];
  if (details.length > 0) throw apiErrors.invalid(details);
  details.push(...checkCustomFields(tenant.fields, customFields));
  if (!tenant.categories.some(({ id }) => id === draft.category)) {
    const known = tenant.categories.map(({ id }) => id).join(', ');
    details.unshift({ field: 'category', message: `Must be one of ${known}.` });
  }
  if (details.length > 0) throw apiErrors.invalid(details);
}

function checkCount(field: string, values: object, max: number): ErrorDetail[] {
  const isMany = Object.keys(values).length > max;
  return isMany ? [{ field, message: `Must have at most ${max} entries.` }] : [];
}
