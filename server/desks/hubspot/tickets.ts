import * as z from 'zod/mini';
import type { Priority } from '../../../src/contract/ticket.ts';
import { DeskRejection, type DeskTicket, type OutgoingTicket } from '../../ask/desk.ts';
import { associate, CrmObject } from './objects.ts';
import type { HubspotClient } from './request.ts';

/** The property with our id of a request. Its values are unique, so that no request exists twice. */
const ownIdProperty = 'support_request_id';

/** The priorities that every account has. The note with the facts names the critical ones. */
const priorities: Record<Priority, string> = {
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  critical: 'HIGH',
};

/** Returns the ticket of a request, without the delay of the search. */
export async function findTicket({ find }: HubspotClient, ownId: string) {
  try {
    return await find(`crm/v3/objects/tickets/${ownId}?idProperty=${ownIdProperty}`, CrmObject);
  } catch (error) {
    if (error instanceof DeskRejection) return undefined; // the property does not exist yet
    throw error;
  }
}

/**
 * Creates a ticket. If HubSpot rejects it, an earlier attempt may have created it without a response,
 * or the property with our id does not exist yet:
 * https://developers.hubspot.com/docs/api-reference/crm-tickets-v3/guide
 */
export async function createTicket(
  client: HubspotClient,
  { id, subject, priority, first }: OutgoingTicket,
  { contactId, stage }: { contactId: string; stage: Record<string, string> },
): Promise<{ ticket: CrmObject; isFound: boolean }> {
  const json = {
    properties: {
      subject,
      content: first.text,
      hs_ticket_priority: priorities[priority],
      [ownIdProperty]: id,
      ...stage,
    },
    associations: associate('tickets', { contacts: contactId }),
  };
  const request = { method: 'POST', json, expects: CrmObject } as const;
  try {
    return { ticket: await client.send('crm/v3/objects/tickets', request), isFound: false };
  } catch (error) {
    if (!(error instanceof DeskRejection)) throw error;
    const existing = await findTicket(client, id);
    if (existing !== undefined) return { ticket: existing, isFound: true };
    if (!error.reason.includes(ownIdProperty)) throw error;
    await createProperty(client);
    return { ticket: await client.send('crm/v3/objects/tickets', request), isFound: false };
  }
}

/** https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide (unique identifiers) */
async function createProperty({ send }: HubspotClient): Promise<void> {
  const json = {
    name: ownIdProperty,
    label: 'Support request',
    groupName: 'ticketinformation',
    type: 'string',
    fieldType: 'text',
    hasUniqueValue: true,
  };
  try {
    await send('crm/v3/properties/tickets', { method: 'POST', json, expects: z.object({}) });
  } catch (error) {
    // Another request created it in the meantime. Otherwise the ticket is rejected again.
    if (!(error instanceof DeskRejection)) throw error;
  }
}

const Account = z.object({ portalId: z.number(), uiDomain: z.optional(z.string()) });

/** Returns the ticket with the address of its page: https://developers.hubspot.com/docs/api-reference/account-account-info-v3/guide */
export async function asDeskTicket(
  { send }: HubspotClient,
  { id }: CrmObject,
  customerId: string,
): Promise<DeskTicket> {
  const { portalId, uiDomain } = await send('account-info/v3/details', { expects: Account });
  const url = `https://${uiDomain ?? 'app.hubspot.com'}/contacts/${portalId}/record/0-5/${id}`;
  return { id, number: `#${id}`, url, customerId };
}
