import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { moveExternal } from './externalTickets.ts';
import { changeTicketRow } from './ticketChange.ts';
import type { StoredTicket } from './tickets.ts';

/** Larger than every position. Messages are moved here temporarily while their positions change. */
const temporaryOffset = 1_000_000_000;

/**
 * Returns the id of the ticket with a number such as `PM-1042`. For an unknown number it returns an
 * id that no ticket has.
 */
export async function findByNumber(trx: Transaction<Schema>, number: string): Promise<string> {
  const digits = /(\d{1,9})$/.exec(number)?.[1];
  const found =
    digits === undefined
      ? undefined
      : await trx
          .selectFrom('tickets')
          .select('id')
          .where('tenant_id', '=', ofTenant)
          .where('number', '=', Number(digits))
          .where(sql<boolean>`lower(ticket_number) = lower(${number})`)
          .executeTakeFirst();
  return found?.id ?? '00000000-0000-0000-0000-000000000000';
}

/** Locks two tickets in a fixed order, so that two merges cannot deadlock. */
export async function lockBoth(trx: Transaction<Schema>, one: string, other: string) {
  await sql`select from tickets where tenant_id = ${ofTenant} and id in (${one}, ${other})
    order by id for update`.execute(trx);
}

interface Place {
  ticket_id: string;
  position: number;
  isUnread: boolean;
}

/** Returns all entries of both tickets in chronological order. */
async function placesOf(
  trx: Transaction<Schema>,
  from: StoredTicket,
  into: StoredTicket,
): Promise<Place[]> {
  const { rows } = await sql<Omit<Place, 'isUnread'> & { author: string }>`
    select ticket_id, position, author from messages
    where tenant_id = ${ofTenant} and ticket_id in (${from.id}, ${into.id})
    order by created_at, ticket_id, position`.execute(trx);
  return rows.map(({ ticket_id, position, author }) => {
    const { read_position } = ticket_id === from.id ? from : into;
    const isUnread = position > read_position && author !== 'visitor' && author !== 'system';
    return { ticket_id, position, isUnread };
  });
}

/** Moves the messages of a ticket into another one, and makes the first redirect to the second. */
export async function moveInto(
  trx: Transaction<Schema>,
  from: StoredTicket,
  into: StoredTicket,
): Promise<void> {
  const places = await placesOf(trx, from, into);
  const seen = places.filter(({ position }) => position > 0);
  const notes = places.filter(({ position }) => position < 0);
  const moves = [
    ...seen.map((place, index) => ({ ...place, next: index + 1 })),
    ...notes.map((place, index) => ({ ...place, next: -index - 1 })),
  ];
  await move(trx, into, moves);
  const firstUnread = seen.findIndex(({ isUnread }) => isUnread);
  await changeTicketRow(trx, into.id, {
    ...newestOf(from, into),
    last_position: seen.length,
    last_note: -notes.length,
    read_position: firstUnread === -1 ? seen.length : firstUnread,
    unread: seen.filter(({ isUnread }) => isUnread).length,
    tags: [...new Set([...into.tags, ...from.tags])],
    updated_at: sql`now()`,
    snoozed_until: null,
    ...(from.status !== 'resolved' &&
      into.status === 'resolved' && { status: 'open', resolved_at: null, resolved_by: null }),
    team_replies: into.team_replies + from.team_replies,
    ...(from.first_response_at !== null && {
      first_response_at: sql`least(first_response_at, ${from.first_response_at}::timestamptz)`,
      first_reply_by: sql`case when first_response_at <= ${from.first_response_at}::timestamptz
        then first_reply_by else ${from.first_reply_by}::uuid end`,
    }),
  });
  await moveExternal(trx, from.id, into.id);
  await close(trx, from, into.id);
}

async function move(
  trx: Transaction<Schema>,
  { id, visitor_hash }: StoredTicket,
  moves: readonly (Omit<Place, 'isUnread'> & { next: number })[],
): Promise<void> {
  const map = sql`unnest(${moves.map(({ ticket_id }) => ticket_id)}::uuid[],
    ${moves.map(({ position }) => position)}::integer[],
    ${moves.map(({ next }) => next)}::integer[]) as moves (from_id, old, next)`;
  await sql`update messages set ticket_id = ${id}::uuid, visitor_hash = ${visitor_hash},
      position = next + sign(next)::integer * ${temporaryOffset}::integer
    from ${map}
    where tenant_id = ${ofTenant} and ticket_id = from_id and position = old`.execute(trx);
  await sql`update messages set position = position - sign(position)::integer * ${temporaryOffset}::integer
    where tenant_id = ${ofTenant} and ticket_id = ${id}`.execute(trx);
  await sql`update received_mails set ticket_id = ${id}::uuid, position = next from ${map}
    where tenant_id = ${ofTenant} and ticket_id = from_id and position = old`.execute(trx);
}

/** Returns the texts for lists, from the ticket with the latest message. */
function newestOf(from: StoredTicket, into: StoredTicket) {
  const { last_author, last_author_name, excerpt } =
    from.updated_at > into.updated_at ? from : into;
  return { last_author, last_author_name, excerpt };
}

/** Removes a ticket from all lists and counts. */
async function close(trx: Transaction<Schema>, from: StoredTicket, into: string): Promise<void> {
  await changeTicketRow(trx, from.id, {
    status: 'resolved',
    resolved_at: sql`coalesce(resolved_at, now())`,
    response_due_at: null,
    snoozed_until: null,
    merged_into: into,
    unread: 0,
    team_replies: 0,
  });
  await sql`insert into ticket_counts (tenant_id, status, assignee_id, mode, tickets)
    select tenant_id, status, assignee_id, mode, -1 from tickets
    where tenant_id = ${ofTenant} and id = ${from.id}`.execute(trx);
}
