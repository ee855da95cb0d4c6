import { sql, type Transaction } from 'kysely';
import type { MailState } from '../db/outcome.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** A mail that is about to be handed over; nothing for one that is known. */
export async function keepMail(
  trx: Transaction<Schema>,
  { messageId, ticketId }: { messageId: string; ticketId: string },
): Promise<void> {
  await trx
    .insertInto('mails')
    .values({ message_id: messageId, ticket_id: ticketId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Later ones win, in whatever order they are reported. */
const order: readonly MailState[] = ['queued', 'sent', 'delivered', 'bounced', 'complained'];

/** Moves a mail on, never back. Gives its ticket; undefined when nothing has changed. */
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
