import type { Transaction } from 'kysely';
import type { MailOutcome } from '../../db/outcome.ts';
import type { Schema } from '../../db/schema.ts';
import { noteAdded } from '../../events/noteAdded.ts';
import { moveMail } from '../../queries/mails.ts';
import { appendMessage } from '../../queries/messages.ts';

/**
 * Records the delivery state of a mail to a customer. If it failed or was reported as spam, adds
 * one internal note to the conversation, however often it is reported.
 */
export async function settleMail(
  trx: Transaction<Schema>,
  { messageId, state, reason }: MailOutcome,
): Promise<void> {
  const ticketId = await moveMail(trx, messageId, state);
  if (ticketId === undefined || state === 'delivered') return;
  const note = await appendMessage(trx, {
    ticketId,
    author: 'system',
    internal: true,
    messageType: `mail_${state}`,
    channel: 'system',
    body: sentences[state] + (reason === '' ? '' : `\n\n${reason}`),
    metadata: { message_id: messageId },
  });
  if (note === undefined) return;
  await noteAdded(trx, { ticketId, position: note.position, author: 'system' });
}

const sentences = {
  bounced:
    'An e-mail to the customer was not delivered. They can read the conversation in the help panel; ask them there for another address.',
  complained: 'The customer has marked an e-mail of this conversation as spam.',
};
