import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import type { StoredMessage } from './messages.ts';

type Trx = Transaction<Schema>;
const now = sql<Date>`now()`;

/** A message that a help desk does not have. */
export interface UnsentMessage
  extends Pick<
    StoredMessage,
    'id' | 'position' | 'author' | 'author_name' | 'internal' | 'body' | 'created_at'
  > {
  /** An attempt to send it may have succeeded without a response. */
  was_tried: boolean;
}

/**
 * Lists the messages and notes of a conversation that its help desk does not have, oldest first.
 * Entries about changes, and notes about the help desk itself, are not sent. Rejected messages are
 * left out, except `retried`.
 */
export async function listUnsent(
  trx: Trx,
  ticketId: string,
  retried: string | undefined,
): Promise<UnsentMessage[]> {
  const { rows } = await sql<UnsentMessage>`
    select id, position, author, author_name, internal, body, created_at,
      external_messages.tried_at is not null as was_tried
    from messages left join external_messages
      on external_messages.tenant_id = messages.tenant_id and message_id = id
    where messages.tenant_id = ${ofTenant} and messages.ticket_id = ${ticketId}
      and (author <> 'system' or internal) and message_type <> 'help_desk'
      and sent_at is null and (rejected_at is null or id = ${retried ?? null})
    order by position = 1 desc, messages.created_at, abs(position)`.execute(trx);
  return rows;
}

interface Place {
  messageId: string;
  /** The request that lives in the help desk. */
  ticketId: string;
}

async function upsert(
  trx: Trx,
  { messageId, ticketId }: Place,
  values: {
    external_id?: string | null;
    tried_at?: typeof now;
    sent_at?: typeof now;
    rejected_at?: typeof now | null;
  },
): Promise<void> {
  await trx
    .insertInto('external_messages')
    .values({ message_id: messageId, ticket_id: ticketId, ...values })
    .onConflict((same) => same.columns(['tenant_id', 'message_id']).doUpdateSet(values))
    .execute();
}

/** Records that an attempt to send a message begins. */
export const markTried = (trx: Trx, place: Place) => upsert(trx, place, { tried_at: now });

/** Records that the help desk has a message. */
export const markSent = (trx: Trx, place: Place, externalId: string | null) =>
  upsert(trx, place, { external_id: externalId, sent_at: now, rejected_at: null });

/** Records that the help desk does not accept a message. */
export const markRejected = (trx: Trx, place: Place) => upsert(trx, place, { rejected_at: now });

/** Returns the ids of the messages that were sent or received: theirs, and ours. */
export async function listKnown(trx: Trx, ticketId: string) {
  const rows = await trx
    .selectFrom('external_messages')
    .select(['external_id', 'message_id'])
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .execute();
  return {
    externalIds: new Set(rows.flatMap(({ external_id }) => external_id ?? [])),
    messageIds: new Set(rows.map(({ message_id }) => message_id)),
  };
}

/** Lists the files of a message with their place in the store. */
export function listStoredFiles(
  trx: Trx,
  { ticketId, position }: { ticketId: string; position: number },
) {
  return trx
    .selectFrom('attachments')
    .select(['name', 'type', 'storage_key as key'])
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .where('position', '=', position)
    .orderBy('rank')
    .execute();
}
