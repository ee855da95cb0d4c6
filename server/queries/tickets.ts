import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { AcceptedTicketDraft } from '../../src/contract/ticket.ts';
import type { Schema } from '../db/schema.ts';

const asJson = (value: unknown) => JSON.stringify(value);

export interface NewTicket {
  draft: AcceptedTicketDraft;
  prefix: string;
  createdAt: Date;
  firstResponseDue: Date;
  /** Types of the jobs that are queued with it, each given the ticket's id. */
  jobs: readonly string[];
}

/**
 * Stores a ticket, its first message and its jobs in one statement. It begins by taking the next
 * number, which locks the tenant's counter until the transaction ends: no gap and no number twice,
 * and one statement keeps that lock short.
 */
export async function insertTicket(
  trx: Transaction<Schema>,
  { draft, prefix, createdAt, firstResponseDue, jobs }: NewTicket,
): Promise<StoredTicket> {
  const id = randomUUID();
  const metadata = {
    source: 'website_form',
    user_id: draft.userId ?? null,
    tenant_id: draft.tenantId ?? null,
    original_mailto_attempt: draft.mailtoAttempted,
  };
  const ticket = await trx
    .with('counted', (db) =>
      db
        .updateTable('ticket_counters')
        .set({ next: sql`next + 1` })
        .returning(sql<number>`next - 1`.as('number')),
    )
    .with('message', (db) =>
      db.insertInto('messages').values({
        ticket_id: id,
        position: 1,
        author: 'visitor',
        body: draft.description,
        metadata: '{}',
        created_at: createdAt,
      }),
    )
    .with('queued', (db) =>
      db
        .insertInto('jobs')
        .values(
          jobs.map((type) => ({ id: randomUUID(), type, payload: asJson({ ticketId: id }) })),
        ),
    )
    .insertInto('tickets')
    .values((values) => {
      const number = values.selectFrom('counted').select('number');
      return {
        id,
        number,
        ticket_number: sql<string>`${prefix}::text || '-' || ${number}`,
        subject: draft.subject,
        customer_email: draft.email,
        customer_name: draft.name ?? null,
        customer_tier: draft.customerTier ?? null,
        priority: draft.priority,
        category: draft.category,
        custom_fields: asJson(draft.customFields ?? {}),
        context: asJson(draft.context ?? {}),
        metadata: asJson(metadata),
        created_at: createdAt,
        updated_at: createdAt,
        estimated_first_response: firstResponseDue,
      };
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...ticket, description: draft.description };
}

export type StoredTicket = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

/** A ticket that the transaction may see, with what the customer wrote first. */
export function findTicket(trx: Transaction<Schema>, id: string) {
  return trx
    .selectFrom('tickets')
    .innerJoin('messages', (join) =>
      join
        .onRef('messages.tenant_id', '=', 'tickets.tenant_id')
        .onRef('messages.ticket_id', '=', 'tickets.id')
        .on('messages.position', '=', 1),
    )
    .selectAll('tickets')
    .select('messages.body as description')
    .where('tickets.id', '=', id)
    .executeTakeFirst();
}

/** The tickets that the transaction may see, newest first, from below the number `before`. */
export function listNewestTickets(
  trx: Transaction<Schema>,
  { before, limit }: { before: number | undefined; limit: number },
) {
  return trx
    .selectFrom('tickets')
    .select(['id', 'number', 'ticket_number', 'status', 'subject', 'category'])
    .select(['created_at', 'updated_at'])
    .select((ticket) =>
      ticket
        .selectFrom('messages')
        .whereRef('messages.tenant_id', '=', 'tickets.tenant_id')
        .whereRef('messages.ticket_id', '=', 'tickets.id')
        .select(sql<string>`left(body, 140)`.as('start'))
        .orderBy('position', 'desc')
        .limit(1)
        .as('excerpt'),
    )
    .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}
