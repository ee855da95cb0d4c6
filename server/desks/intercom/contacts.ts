import * as z from 'zod/mini';
import { DeskRejection, type OutgoingTicket } from '../../ask/desk.ts';
import { readItems } from '../../ask/readItems.ts';
import type { IntercomClient } from './request.ts';

const Contact = z.object({ id: z.string(), role: z.optional(z.string()) });
const Found = z.object({ data: z.array(z.unknown()) });

/**
 * Returns the id of the contact with an address, or of a new one. Users come before leads:
 * https://developers.intercom.com/docs/references/2.11/rest-api/api.intercom.io/contacts
 */
export async function contactFor(
  request: IntercomClient,
  { email, name }: OutgoingTicket['customer'],
): Promise<string> {
  const query = { field: 'email', operator: '=', value: email };
  const search = { method: 'POST', json: { query }, expects: Found } as const;
  const { read } = readItems((await request('contacts/search', search)).data, Contact, 'contact');
  const known = read.find(({ role }) => role === 'user') ?? read[0];
  if (known !== undefined) return known.id;
  const json = { role: 'user', email, ...(name !== null && { name }) };
  try {
    return (await request('contacts', { method: 'POST', json, expects: Contact })).id;
  } catch (error) {
    // The search is some seconds behind.
    const [, existing] =
      error instanceof DeskRejection
        ? (/already exists with id=(\w+)/.exec(error.reason) ?? [])
        : [];
    if (existing === undefined) throw error;
    return existing;
  }
}
