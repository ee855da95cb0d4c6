import type { Transaction } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import type { AcceptedTicketDraft } from '../../src/contract/ticket.ts';
import { firstResponseSeconds } from '../base/firstResponse.ts';
import { startClock } from '../base/responseClock.ts';
import { findRule, hoursOf } from '../base/routing.ts';
import type { SignedVisitor } from '../base/signedVisitor.ts';
import type { Schema } from '../db/schema.ts';
import type { Tenant } from '../queries/tenants.ts';
import { type CreatedTicket, insertTicket } from '../queries/tickets.ts';

/**
 * Stores a request in the queue that the account's rules select. The hours of the queue determine
 * when its first response is due. `ticketCreated` applies the effects.
 */
export function openTicket(
  trx: Transaction<Schema>,
  {
    tenant,
    draft,
    mode,
    signed,
    number,
    mailId,
  }: {
    tenant: Tenant;
    /** The mode of the transaction. */
    mode: KeyMode;
    draft: AcceptedTicketDraft;
    /**
     * The details of the visitor that the host's backend signed. The draft already contains them.
     */
    signed?: SignedVisitor | undefined;
    /** A reserved number. */
    number: number;
    /** Message-ID of the mail that opened the request. */
    mailId?: string;
  },
): Promise<CreatedTicket> {
  const createdAt = new Date();
  const seconds = firstResponseSeconds(tenant.first_response, {
    priority: draft.priority,
    tier: signed?.tier,
  });
  const { priority, category, context, customFields } = draft;
  const rule = findRule(tenant.routing, {
    category,
    priority,
    tier: signed?.tier,
    organization: signed?.organization?.id,
    language: context?.locale,
    fields: customFields,
  });
  return insertTicket(trx, {
    draft,
    mode,
    number,
    prefix: tenant.ticket_prefix,
    createdAt,
    clock: startClock(seconds, hoursOf(tenant, rule?.queue), createdAt),
    signed,
    rule,
    mailId,
  });
}
