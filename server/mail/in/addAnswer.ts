import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { ticketReplied } from '../../events/ticketReplied.ts';
import { appendMessage } from '../../queries/messages.ts';
import { readTenant } from '../../queries/tenants.ts';
import { findTicket } from '../../queries/tickets.ts';
import { replyAddress } from '../addresses.ts';
import { addMailFiles } from './fileNote.ts';
import { mailText } from './mailText.ts';
import { type AcceptedMail, type RejectionReason, storeMail } from './storeMail.ts';

/**
 * Adds a reply to a conversation, without the text that it quotes. The reply address is the
 * permission. A reply from another address is stored with that address.
 */
export async function addAnswer(
  trx: Transaction<Schema>,
  placeId: string,
  { mail, mailId, files }: AcceptedMail,
): Promise<{ ticketId: string; position: number } | { rejection: RejectionReason }> {
  const tenant = await readTenant(trx);
  const ticket = await findTicket(trx, placeId);
  if (ticket === undefined) return { rejection: 'unknown_address' };
  // A merged request redirects to the other request.
  const ticketId = ticket.id;
  const { answer, whole } = mailText(mail, {
    addresses: [replyAddress(ticket, tenant).address, tenant.email, tenant.mail_from].map((own) =>
      own.toLowerCase(),
    ),
    name: tenant.name,
    number: ticket.ticket_number,
  });
  if (answer === '' && files.ids.length === 0) return { rejection: 'empty' };
  const isOther = mail.from.trim().toLowerCase() !== ticket.customer_email.toLowerCase();
  const { status } = ticket;
  const stored = await appendMessage(trx, {
    ticketId,
    author: 'visitor',
    authorName: isOther ? mail.fromName.trim().slice(0, 200) || mail.from : null,
    body: answer,
    channel: 'email',
    mailId,
    ...(status !== 'new' && status !== 'open' && { status: 'open' as const }),
  });
  if (stored === undefined) return { rejection: 'unknown_address' };
  const { position } = stored;
  await storeMail(trx, { mail, mailId, content: whole, ticketId, position, rejection: null });
  await addMailFiles(trx, { ticketId, position }, files);
  const answered = await findTicket(trx, ticketId);
  if (answered !== undefined) {
    await ticketReplied(trx, { ticket: answered, position, author: 'visitor' });
  }
  return { ticketId, position };
}
