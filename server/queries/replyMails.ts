import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import type { StoredMessage } from './messages.ts';

/**
 * Claims replies of the team that the visitor has neither read nor received by mail, oldest first.
 * A concurrent job gets none of them.
 */
export async function claimUnreadReplies(
  trx: Transaction<Schema>,
  ticketId: string,
  job: string,
): Promise<StoredMessage[]> {
  const claimed = await trx
    .updateTable('messages')
    .from('tickets')
    .set({ mail_job: job })
    .whereRef('tickets.tenant_id', '=', 'messages.tenant_id')
    .whereRef('tickets.id', '=', 'messages.ticket_id')
    .where('messages.tenant_id', '=', ofTenant)
    .where('messages.ticket_id', '=', ticketId)
    .where('messages.author', '=', 'agent')
    .where('messages.internal', '=', false)
    .where('messages.mail_id', 'is', null)
    .where((where) =>
      where.or([where('messages.mail_job', 'is', null), where('messages.mail_job', '=', job)]),
    )
    .whereRef('messages.position', '>', 'tickets.read_position')
    .returningAll('messages')
    .execute();
  return claimed.sort((a, b) => a.position - b.position);
}

/**
 * Returns the Message-IDs of the mails of a conversation after the confirmation: the newest 20,
 * oldest first.
 */
export async function listMailChain(trx: Transaction<Schema>, ticketId: string): Promise<string[]> {
  const found = await trx
    .selectFrom('messages')
    .select('mail_id')
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .where('mail_id', 'is not', null)
    .orderBy('position', 'desc')
    .limit(20)
    .execute();
  return found.flatMap(({ mail_id }) => mail_id ?? []).reverse();
}

/** Records that these entries were sent by mail. */
export async function nameMail(
  trx: Transaction<Schema>,
  messages: readonly StoredMessage[],
  mailId: (id: string) => string,
): Promise<void> {
  for (const { id, ticket_id } of messages) {
    await trx
      .updateTable('messages')
      .set({ mail_id: mailId(id) })
      .where('tenant_id', '=', ofTenant)
      .where('ticket_id', '=', ticket_id)
      .where('id', '=', id)
      .execute();
  }
}

/**
 * Returns the ticket of a reply address. The transaction must be in the scope `mail` of its token.
 */
export function findByReplyToken(trx: Transaction<Schema>) {
  return trx
    .selectFrom('tickets')
    .select(['tenant_id as tenantId', 'id'])
    .where('reply_token', '=', sql<string>`support.key_hash()`)
    .executeTakeFirst();
}

export async function hasMail(trx: Transaction<Schema>, mailId: string): Promise<boolean> {
  const found = await trx
    .selectFrom('messages')
    .select('position')
    .where('tenant_id', '=', ofTenant)
    .where('mail_id', '=', mailId)
    .executeTakeFirst();
  return found !== undefined;
}
