import { sql, type Transaction } from 'kysely';
import type { MailState } from '../db/outcome.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Records a mail before it is sent. A mail that is already recorded does not change. */
export async function recordMail(
  trx: Transaction<Schema>,
  { messageId, ticketId }: { messageId: string; ticketId: string },
): Promise<void> {
  await trx
    .insertInto('mails')
    .values({ message_id: messageId, ticket_id: ticketId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Later states replace earlier ones, whatever the order of the reports. */
const order: readonly MailState[] = ['queued', 'sent', 'delivered', 'bounced', 'complained'];

/**
 * Advances the state of a mail; it never moves back. Returns the ticket of the mail, or undefined
 * if nothing changed.
 */
export async function moveMail(
  trx: Transaction<Schema>,
  messageId: string,
  state: MailState,
): Promise<string | undefined> {
  const moved = await trx
    .updateTable('mails')
    .set({ state, updated_at: sql<Date>`now()` })
    .where('tenant_id', '=', ofTenant)
    .where('message_id', '=', messageId)
    .where('state', 'in', order.slice(0, order.indexOf(state)))
    .returning('ticket_id')
    .executeTakeFirst();
  return moved?.ticket_id;
}
