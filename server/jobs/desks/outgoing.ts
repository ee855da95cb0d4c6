import type { Transaction } from 'kysely';
import type { DeskFile, OutgoingMessage, OutgoingTicket } from '../../ask/desk.ts';
import type { Attachments } from '../../attachments/attachments.ts';
import type { Schema } from '../../db/schema.ts';
import { listStoredFiles, type UnsentMessage } from '../../queries/externalMessages.ts';
import { queueName, type Tenant } from '../../queries/tenants.ts';
import type { StoredTicket } from '../../queries/tickets.ts';

interface StoredFile {
  name: string;
  type: string;
  key: string;
}

/** A message with the places of its files. */
export interface Waiting extends UnsentMessage {
  files: readonly StoredFile[];
}

export async function withStoredFiles(
  trx: Transaction<Schema>,
  ticketId: string,
  message: UnsentMessage,
): Promise<Waiting> {
  return { ...message, files: await listStoredFiles(trx, { ticketId, ...message }) };
}

/** Reads the files of a message. A file that retention has removed is left out. */
export async function outgoingMessage(
  { store }: Pick<Attachments, 'store'>,
  { id, author, author_name, internal, body, files }: Waiting,
): Promise<OutgoingMessage> {
  const read: DeskFile[] = [];
  for (const { name, type, key } of files) {
    const stream = await store.open(key);
    if (stream === undefined) continue;
    read.push({ name, type, content: new Uint8Array(await new Response(stream).arrayBuffer()) });
  }
  return { id, author, authorName: author_name, isInternal: internal, text: body, files: read };
}

/** Returns what is sent to a help desk about a new request. */
export function outgoingTicket(
  ticket: StoredTicket,
  tenant: Tenant,
  first: OutgoingMessage,
): OutgoingTicket {
  const { id, subject, customer_email: email, customer_name: name, priority, tags } = ticket;
  return { id, subject, customer: { email, name }, priority, tags, facts: factsOf(), first };

  function factsOf(): Record<string, string> {
    const { context, custom_fields, customer_tier, signed, category } = ticket;
    const queue = queueName(tenant, ticket);
    const labelOf = (id: string) => tenant.fields.find((field) => field.id === id)?.label ?? id;
    const fields = Object.entries(custom_fields).map(([id, value]) => [labelOf(id), value]);
    const values = Object.entries(context.values ?? {});
    return {
      Request: ticket.ticket_number,
      Category: category,
      ...(queue && { Queue: queue }),
      ...(customer_tier && { Tier: customer_tier }),
      'Address verified': signed.includes('email') ? 'yes' : 'no',
      ...(context.url && { Page: context.url }),
      ...(context.title && { 'Page title': context.title }),
      ...(context.browser && { Browser: context.browser }),
      ...(context.version && { Version: context.version }),
      ...(context.locale && { Language: context.locale }),
      ...(context.article && { 'Article that did not help': context.article }),
      ...Object.fromEntries([...fields, ...values].map(([key, value]) => [key, String(value)])),
    };
  }
}
