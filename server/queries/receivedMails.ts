import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

export interface NewReceivedMail {
  messageId: string;
  ticketId: string | null;
  position: number | null;
  from: string;
  fromName: string;
  to: readonly string[];
  subject: string;
  content: string;
  headers: Record<string, string>;
  /** Reason for the rejection; null if the mail was accepted. */
  rejection: string | null;
}

/** Stores a mail as it arrived. Does nothing if it is already stored. */
export async function insertReceivedMail(
  trx: Transaction<Schema>,
  mail: NewReceivedMail,
): Promise<void> {
  await trx
    .insertInto('received_mails')
    .values({
      message_id: mail.messageId,
      ticket_id: mail.ticketId,
      position: mail.position,
      from_address: mail.from,
      from_name: mail.fromName,
      recipients: [...mail.to],
      subject: mail.subject,
      content: mail.content,
      headers: JSON.stringify(mail.headers),
      rejection: mail.rejection,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** True if the mail is stored, whether it was accepted or rejected. */
export async function hasReceivedMail(
  trx: Transaction<Schema>,
  messageId: string,
): Promise<boolean> {
  const found = await trx
    .selectFrom('received_mails')
    .select('id')
    .where('tenant_id', '=', ofTenant)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Returns the number of requests that an address opened by mail within the last hour. */
export async function countOpenedByMail(trx: Transaction<Schema>, from: string): Promise<number> {
  const { opened } = await trx
    .selectFrom('received_mails')
    .select(sql<number>`count(*)::integer`.as('opened'))
    .where('tenant_id', '=', ofTenant)
    .where(sql<boolean>`lower(from_address) = lower(${from})`)
    .where('position', '=', 1)
    .where('created_at', '>', sql<Date>`now() - interval '1 hour'`)
    .executeTakeFirstOrThrow();
  return opened;
}

/** The mail details of a message. */
export interface MessageMail {
  position: number;
  /** The sender, if it differs from the address of the request. */
  from: string | null;
  content: string;
}

/**
 * Returns the mails of those messages of a ticket that the transaction can read, by the position of
 * the message.
 */
export async function readMessageMails(
  trx: Transaction<Schema>,
  { ticketId, positions }: { ticketId: string; positions: readonly number[] },
): Promise<ReadonlyMap<number, MessageMail>> {
  if (positions.length === 0) return new Map();
  const rows = await trx
    .selectFrom('received_mails')
    .innerJoin('tickets', (join) =>
      join
        .onRef('tickets.tenant_id', '=', 'received_mails.tenant_id')
        .onRef('tickets.id', '=', 'received_mails.ticket_id'),
    )
    .select(['received_mails.position', 'received_mails.content'])
    .select(
      sql<string | null>`case when lower(from_address) <> lower(customer_email)
        then from_address end`.as('from'),
    )
    .where('received_mails.tenant_id', '=', ofTenant)
    .where('received_mails.ticket_id', '=', ticketId)
    .where('received_mails.position', 'in', positions)
    .execute();
  return new Map(
    rows.flatMap(({ position, ...mail }): [number, MessageMail][] =>
      position === null ? [] : [[position, { position, ...mail }]],
    ),
  );
}

/** Lists rejected mails, newest first. */
export function listRejectedMails(trx: Transaction<Schema>, limit: number) {
  return trx
    .selectFrom('received_mails')
    .select(['id', 'ticket_id', 'from_address', 'from_name', 'recipients', 'subject'])
    .select(['content', 'rejection', 'created_at'])
    .where('tenant_id', '=', ofTenant)
    .where('rejection', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

/**
 * Returns the account that receives mails to this domain. The transaction must be in the scope
 * `mail` of the domain.
 */
export function findByInboundDomain(trx: Transaction<Schema>) {
  return trx
    .selectFrom('tenants')
    .select('id')
    .where('inbound_domain', '=', sql<string>`support.key_hash()`)
    .orderBy('id')
    .executeTakeFirst();
}

/**
 * Returns the conversation that one of these Message-IDs belongs to. It looks at mails to the
 * customer and from the customer.
 */
export async function findByMailIds(
  trx: Transaction<Schema>,
  messageIds: readonly string[],
): Promise<string | undefined> {
  if (messageIds.length === 0) return undefined;
  const found = await trx
    .selectFrom('mails')
    .select('ticket_id')
    .where('tenant_id', '=', ofTenant)
    .where('message_id', 'in', messageIds)
    .unionAll(
      trx
        .selectFrom('received_mails')
        .select(sql<string>`ticket_id`.as('ticket_id'))
        .where('tenant_id', '=', ofTenant)
        .where('message_id', 'in', messageIds)
        .where('position', 'is not', null),
    )
    .limit(1)
    .executeTakeFirst();
  return found?.ticket_id;
}
