import { randomUUID } from 'node:crypto';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { Message } from '../../src/contract/message.ts';
import type { TicketStatus } from '../../src/contract/ticket.ts';
import type { Schema } from '../db/schema.ts';
import { canChangeTicket, ofTenant } from '../db/scope.ts';
import type { MessagesTable } from '../db/ticketTables.ts';
import { excerptOf, wordsOf } from './excerpt.ts';
import { indexMessage } from './messageTerms.ts';
import { updateResponseClock } from './responseClock.ts';
import { changingTicket, type TicketChange } from './ticketChange.ts';

export type StoredMessage = Omit<
  Selectable<MessagesTable>,
  'tenant_id' | 'visitor_hash' | 'indexed'
>;

export interface NewMessage {
  ticketId: string;
  author: 'visitor' | 'agent' | 'system';
  authorName?: string | null;
  /** The agent who replies, or changes the status. */
  agentId?: string | null | undefined;
  body: string;
  internal?: boolean;
  messageType?: string;
  metadata?: Record<string, unknown>;
  channel: 'widget' | 'email' | 'agent' | 'system';
  change?: Message['change'];
  mailId?: string | null;
  /** The status of the ticket afterwards. Default: unchanged. */
  status?: TicketStatus;
}

/**
 * Adds an entry to a conversation and updates the ticket, in one statement. The row of the ticket is locked until the
 * transaction ends, so that concurrent entries get different positions. Returns undefined if the transaction may not
 * see the ticket.
 */
export async function appendMessage(
  trx: Transaction<Schema>,
  message: NewMessage,
): Promise<StoredMessage | undefined> {
  const { ticketId, author, authorName = null, body, internal = false, channel } = message;
  const { agentId = null } = message;
  const { messageType = 'message', metadata = {}, mailId = null, status } = message;
  const entry = message.change ?? null;
  const isSpoken = !internal && author !== 'system';
  const now = sql<Date>`now()`;
  const change: TicketChange = {
    ...(internal
      ? { last_note: sql`last_note - 1` }
      : { last_position: sql`last_position + 1`, updated_at: now }),
    ...(status !== undefined && {
      status,
      resolved_at: status === 'resolved' ? now : null,
      resolved_by: status === 'resolved' ? agentId : null,
      ...(status === 'resolved' && { snoozed_until: null }),
      ...(status !== 'resolved' && {
        reopened: sql`reopened + case when status = 'resolved' then 1 else 0 end`,
      }),
    }),
    ...(isSpoken && {
      last_author: author,
      last_author_name: authorName,
      excerpt: excerptOf(wordsOf(body, author)),
      ...(author === 'visitor' && { snoozed_until: null }),
      ...(author !== 'visitor' && { unread: sql`unread + 1` }),
    }),
    ...(!internal &&
      author === 'agent' && {
        first_response_at: sql`coalesce(first_response_at, now())`,
        first_reply_by: sql`case when first_response_at is null then ${agentId}::uuid else first_reply_by end`,
        team_replies: sql`team_replies + 1`,
      }),
  };
  const position = sql.ref(internal ? 'last_note' : 'last_position');
  const { rows } = await sql<StoredMessage>`
    with ${changingTicket(ticketId, change)}
    insert into messages (id, ticket_id, position, visitor_hash, author, author_name, message_type,
      internal, body, metadata, channel, change, mail_id, indexed)
    select ${randomUUID()}::uuid, id, ${position}, visitor_hash, ${author}, ${authorName}, ${messageType},
      ${internal}, ${body}, ${JSON.stringify(metadata)}::jsonb, ${channel},
      ${entry === null ? null : JSON.stringify(entry)}::jsonb, ${mailId}, true
    from changed
    returning id, ticket_id, position, author, author_name, message_type, internal, body, metadata,
      channel, change, mail_id, created_at`.execute(trx);
  const [stored] = rows;
  if (stored !== undefined) await indexMessage(trx, { ticketId, ...stored });
  if (status !== undefined && stored) await updateResponseClock(trx, ticketId);
  return stored;
}

/**
 * Adds an internal note to a request of a visitor. It returns nothing, because the visitor can write the note but
 * cannot read it.
 */
export async function insertRequestNote(
  trx: Transaction<Schema>,
  ticketId: string,
  { body, metadata }: { body: string; metadata: Record<string, unknown> },
): Promise<void> {
  await trx
    .with('counted', (db) =>
      db
        .updateTable('tickets')
        .set({ last_note: -1 })
        .where('tenant_id', '=', ofTenant)
        .where('id', '=', ticketId),
    )
    .insertInto('messages')
    .values({
      ticket_id: ticketId,
      position: -1,
      author: 'system',
      message_type: 'auto_suggestion',
      internal: true,
      channel: 'system',
      body,
      metadata: JSON.stringify(metadata),
    })
    .execute();
}

export interface MessageRange {
  after?: number | undefined;
  before?: number | undefined;
  limit: number;
}

/**
 * Lists the entries that a visitor can see, oldest first: the first ones after a position, or else the last ones
 * before it.
 */
export async function listVisibleMessages(
  trx: Transaction<Schema>,
  ticketId: string,
  { after, before, limit }: MessageRange,
): Promise<StoredMessage[]> {
  const found = await trx
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .where('position', '>', after ?? 0)
    .$if(before !== undefined, (query) => query.where('position', '<', before ?? 0))
    .orderBy('position', after === undefined ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return after === undefined ? found.reverse() : found;
}

/** Returns an entry of a ticket by its id. */
export function findMessage(
  trx: Transaction<Schema>,
  ticketId: string,
  id: string,
): Promise<StoredMessage | undefined> {
  return trx
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Lists all entries of a conversation, including internal notes, oldest first. */
export function listAllMessages(
  trx: Transaction<Schema>,
  ticketId: string,
): Promise<StoredMessage[]> {
  return trx
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .orderBy('created_at')
    .orderBy('position')
    .execute();
}

/** Marks the entries up to `position` as read by the visitor. Returns the number of unread entries that are left. */
export async function readUpTo(
  trx: Transaction<Schema>,
  ticketId: string,
  position: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ unread: number }>`
    update tickets set
      read_position = greatest(read_position, least(${position}::integer, last_position)),
      unread = (
        select count(*)::integer from messages
        where messages.tenant_id = tickets.tenant_id and messages.ticket_id = tickets.id
          and messages.position > greatest(tickets.read_position, ${position}::integer)
          and messages.author not in ('visitor', 'system'))
    where tenant_id = ${ofTenant} and id = ${ticketId} and ${canChangeTicket}
    returning unread`.execute(trx);
  return rows[0]?.unread;
}
