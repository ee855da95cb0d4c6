import type { Transaction } from 'kysely';
import type { ReadMail } from '../../ask/inboundMail.ts';
import type { Schema } from '../../db/schema.ts';
import { noteAdded } from '../../events/noteAdded.ts';
import { appendMessage } from '../../queries/messages.ts';
import { readTenant } from '../../queries/tenants.ts';
import { findTicket } from '../../queries/tickets.ts';
import { replyAddress } from '../addresses.ts';
import { queueRejectionNotice } from './queueRejectionNotice.ts';

const explanation =
  'We could not read this e-mail. It is encrypted, in a format that only Outlook reads, or has too many parts. The original is attached.';

/** Notifies the team, and the sender of a mail, that its content could not be read. */
export async function noteUnread(
  trx: Transaction<Schema>,
  { tenantId, ticketId, isSandbox }: { tenantId: string; ticketId: string; isSandbox: boolean },
  { mail, mailId }: { mail: ReadMail; mailId: string },
): Promise<void> {
  const note = await appendMessage(trx, {
    ticketId,
    author: 'system',
    internal: true,
    messageType: 'mail_unread',
    channel: 'system',
    body: explanation,
  });
  if (note !== undefined) {
    await noteAdded(trx, { ticketId, position: note.position, author: 'system' });
  }
  const ticket = await findTicket(trx, ticketId);
  // Test integrations send no mails.
  if (ticket === undefined || isSandbox) return;
  const { address } = replyAddress(ticket, await readTenant(trx));
  await queueRejectionNotice(trx, tenantId, { mail, mailId, reason: 'unread', replyTo: address });
}
