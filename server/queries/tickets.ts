import { randomBytes, randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import type { RoutingRule } from '../../src/contract/routing.ts';
import type { AcceptedTicketDraft, Rating } from '../../src/contract/ticket.ts';
import { isEscalated } from '../base/escalation.ts';
import type { ResponseClock } from '../base/responseClock.ts';
import { namesOfSigned, type SignedVisitor } from '../base/signedVisitor.ts';
import { sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { activeAgent } from './activeAgent.ts';
import type { TicketFacts } from './emitTicket.ts';
import { excerptOf } from './excerpt.ts';
import { indexMessage } from './messageTerms.ts';
import { changeTicketRow, newTicketEffects } from './ticketChange.ts';

const asJson = (value: unknown) => JSON.stringify(value);

export interface NewTicket {
  draft: AcceptedTicketDraft;
  /** The mode of the transaction. */
  mode: KeyMode;
  prefix: string;
  /** A reserved number. */
  number: number;
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

/** A new ticket, as far as it is known before it is stored. */
export type CreatedTicket = TicketFacts &
  ShownTicket &
  Pick<StoredTicket, 'customer_tier' | 'signed' | 'escalated_at'>;

/**
 * Stores a ticket, its first message and all effects in one statement, which is sent with the next
 * one.
 */
export async function insertTicket(
  trx: Transaction<Schema>,
  { draft, mode, prefix, number, createdAt, clock, signed, rule, mailId }: NewTicket,
): Promise<CreatedTicket> {
  const { description, priority, category } = draft;
  const id = randomUUID();
  const metadata = {
    source: mailId === undefined ? 'website_form' : 'email',
    user_id: draft.userId ?? null,
    tenant_id: draft.tenantId ?? null,
    original_mailto_attempt: draft.mailtoAttempted,
    ...(draft.incident_id !== undefined && { incident_id: draft.incident_id }),
  };
  const ticket: Omit<CreatedTicket, 'description' | 'metadata'> = {
    id,
    mode,
    status: 'new',
    ticket_number: `${prefix}-${number}`,
    subject: draft.subject,
    customer_email: draft.email,
    customer_name: draft.name ?? null,
    customer_tier: draft.customerTier ?? null,
    priority,
    category,
    created_at: createdAt,
    updated_at: createdAt,
    estimated_first_response: clock.dueAt,
    signed: namesOfSigned(signed),
    queue: rule?.queue ?? null,
    tags: [...new Set(rule?.tags)],
    escalated_at: isEscalated({ priority, signedTier: signed?.tier }) ? createdAt : null,
  };
  const row = {
    ...ticket,
    number,
    custom_fields: asJson(draft.customFields ?? {}),
    context: asJson(draft.context ?? {}),
    metadata: asJson(metadata),
    response_due_at: clock.dueAt,
    response_target: clock.target,
    verified: signed !== undefined,
    organization_id: signed?.organization?.id ?? null,
    assignee_id: activeAgent(rule?.assignee),
    reply_token: randomBytes(16).toString('hex'),
    excerpt: excerptOf(description),
  };
  const message = {
    ticket_id: id,
    position: 1,
    author: 'visitor',
    body: description,
    metadata: '{}',
    indexed: true,
    ...(mailId !== undefined && ({ channel: 'email', mail_id: mailId } as const)),
    created_at: createdAt,
  } as const;
  const statement = trx
    .with('message', (db) => db.insertInto('messages').values(message))
    .with('ticket', (db) => db.insertInto('tickets').values(row).returningAll())
    .with('counts', () => newTicketEffects.counts)
    .with('metrics', () => newTicketEffects.metrics)
    .with('timer', () => newTicketEffects.timer)
    .selectNoFrom(sql`true`.as('is_stored'));
  await sendPipelined(trx, statement);
  const indexed = { ticketId: id, position: 1, author: 'visitor', body: description } as const;
  await indexMessage(trx, indexed);
  return { ...ticket, metadata, description };
}

export type StoredTicket = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

/** The columns of a ticket that a visitor sees. */
export type ShownTicket = Pick<
  StoredTicket,
  | 'id'
  | 'ticket_number'
  | 'status'
  | 'subject'
  | 'description'
  | 'customer_email'
  | 'customer_name'
  | 'priority'
  | 'category'
  | 'metadata'
  | 'created_at'
  | 'updated_at'
  | 'estimated_first_response'
>;

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
