import * as z from 'zod/mini';
import { DeskRejection, type OutgoingTicket } from '../../ask/desk.ts';
import { CrmObject } from './objects.ts';
import type { HubspotClient } from './request.ts';

type Customer = OutgoingTicket['customer'];
const Id = z.object({ id: z.string() });

/**
 * Returns the id of the contact with an address, or of a new one. Contacts are looked up by their
 * unique address, because the search is some seconds behind:
 * https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide
 */
export async function contactFor(client: HubspotClient, customer: Customer): Promise<string> {
  const known = await findByEmail(client, customer.email);
  if (known !== undefined) return known;
  const json = { properties: { email: customer.email, ...nameOf(customer) } };
  try {
    const path = 'crm/v3/objects/contacts';
    return (await client.send(path, { method: 'POST', json, expects: Id })).id;
  } catch (error) {
    // The address can be a further one of a contact, or another process was faster.
    const [, existing] =
      error instanceof DeskRejection ? (/Existing ID: (\d+)/.exec(error.reason) ?? []) : [];
    if (existing === undefined) throw error;
    return existing;
  }
}

async function findByEmail({ find }: HubspotClient, email: string): Promise<string | undefined> {
  const path = `crm/v3/objects/contacts/${encodeURIComponent(email)}?idProperty=email`;
  return (await find(path, Id))?.id;
}

function nameOf({ name }: Customer) {
  const [firstname, ...rest] = (name ?? '').split(' ').filter((part) => part !== '');
  if (firstname === undefined) return {};
  return rest.length === 0 ? { firstname } : { firstname, lastname: rest.join(' ') };
}

/** Returns the addresses of a contact, the main one first. Empty if the contact was deleted. */
export async function addressesOf(client: HubspotClient, id: string | null): Promise<string[]> {
  if (id === null) return [];
  const path = `crm/v3/objects/contacts/${id}?properties=email,hs_additional_emails`;
  const contact = await client.find(path, CrmObject);
  const { email, hs_additional_emails: more } = contact?.properties ?? {};
  return addressesIn(`${email ?? ''};${more ?? ''}`);
}

/** Returns the addresses in a list, in lower case. */
export function addressesIn(list: string): string[] {
  return list.toLowerCase().match(/[^\s<>;,"]+@[^\s<>;,"]+/g) ?? [];
}
