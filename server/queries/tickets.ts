import { randomBytes, randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { RoutingRule } from '../../src/contract/routing.ts';
import type { AcceptedTicketDraft, Rating } from '../../src/contract/ticket.ts';
import { isEscalated } from '../base/escalation.ts';
import type { ResponseClock } from '../base/responseClock.ts';
import { namesOfSigned, type SignedVisitor } from '../base/signedVisitor.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { activeAgent } from './activeAgent.ts';
import { excerptOf } from './excerpt.ts';
import { indexMessage } from './messageTerms.ts';
import { changeTicketRow, newTicketEffects } from './ticketChange.ts';

const asJson = (value: unknown) => JSON.stringify(value);

export interface NewTicket {
  draft: AcceptedTicketDraft;
  prefix: string;
  /** A reserved number. Default: the next number. */
  number?: number | undefined;
  createdAt: Date;
  /** Target of the first response. */
  clock: ResponseClock;
  /** The details of the visitor that the host's backend signed. The draft already contains them. */
  signed: SignedVisitor | undefined;
  /** The account's routing rule that matches the ticket. */
  rule?: RoutingRule | undefined;
  /** Message-ID of the mail that opened the ticket. */
  mailId?: string | undefined;
}

/**
 * Stores a ticket, its first message and all effects in one statement. Without a number it takes
 * the next one, which locks the tenant's counter until the transaction ends.
 */
export async function insertTicket(
  trx: Transaction<Schema>,
  ticket: NewTicket,
): Promise<StoredTicket> {
  const { draft, prefix, number: taken, createdAt, clock, signed, rule, mailId } = ticket;
  const id = randomUUID();
  const metadata = {
    source: mailId === undefined ? 'website_form' : 'email',
    user_id: draft.userId ?? null,
    tenant_id: draft.tenantId ?? null,
    original_mailto_attempt: draft.mailtoAttempted,
    ...(draft.incident_id !== undefined && { incident_id: draft.incident_id }),
  };
  const stored = await trx
    .with('counted', (db) =>
      taken === undefined
        ? db
            .updateTable('ticket_counters')
            .set({ next: sql`next + 1` })
            .where('tenant_id', '=', ofTenant)
            .returning(sql<number>`next - 1`.as('number'))
        : db.selectNoFrom(sql<number>`${taken}::integer`.as('number')),
    )
    .with('message', (db) =>
      db.insertInto('messages').values({
        ticket_id: id,
        position: 1,
        author: 'visitor',
        body: draft.description,
        metadata: '{}',
        indexed: true,
        ...(mailId !== undefined && { channel: 'email', mail_id: mailId }),
        created_at: createdAt,
      }),
    )
    .with('ticket', (db) =>
      db
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
            estimated_first_response: clock.dueAt,
            response_due_at: clock.dueAt,
            response_target: clock.target,
            verified: signed !== undefined,
            organization_id: signed?.organization?.id ?? null,
            signed: namesOfSigned(signed),
            queue: rule?.queue ?? null,
            tags: [...new Set(rule?.tags)],
            assignee_id: activeAgent(rule?.assignee),
            escalated_at: isEscalated({ priority: draft.priority, signedTier: signed?.tier })
              ? createdAt
              : null,
            reply_token: randomBytes(16).toString('hex'),
            excerpt: excerptOf(draft.description),
          };
        })
        .returningAll(),
    )
    .with('counts', () => newTicketEffects.counts)
    .with('metrics', () => newTicketEffects.metrics)
    .with('timer', () => newTicketEffects.timer)
    .selectFrom('ticket')
    .selectAll()
    .executeTakeFirstOrThrow();
  const message = {
    ticketId: id,
    position: 1,
    author: 'visitor',
    body: draft.description,
  } as const;
  await indexMessage(trx, message);
  return { ...stored, description: draft.description, mail_id: mailId ?? null };
}

export type StoredTicket = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

/**
 * Returns a ticket that the transaction can read, with the first message of the customer. For a
 * merged ticket, it returns the ticket that it was merged into.
 */
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
    .select(['messages.body as description', 'messages.mail_id'])
    .where('tickets.tenant_id', '=', ofTenant)
    .where(
      'tickets.id',
      '=',
      sql<string>`coalesce((select merged_into from tickets
      where tenant_id = ${ofTenant} and id = ${id}), ${id})`,
    )
    .executeTakeFirst();
}

export async function setRating(
  trx: Transaction<Schema>,
  id: string,
  rating: Rating,
): Promise<void> {
  await changeTicketRow(trx, id, {
    rating: asJson(rating),
    rating_comment_at: rating.comment === null ? null : new Date(rating.created_at),
  });
}
