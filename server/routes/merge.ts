import { mergeTicket } from '../../src/contract/merge.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { noteAdded } from '../events/noteAdded.ts';
import { ticketChanged } from '../events/ticketChanged.ts';
import { type Call, noInput, route } from '../http/route.ts';
import { notifyLive } from '../queries/live.ts';
import { findByNumber, lockBoth, moveInto } from '../queries/merge.ts';
import { appendMessage } from '../queries/messages.ts';
import { readTenant } from '../queries/tenants.ts';
import { findTicket, type StoredTicket } from '../queries/tickets.ts';
import { queueJobs } from '../queue/jobs.ts';
import { readAgentTicket } from './agentTicket.ts';
import { readId } from './present.ts';

type Trx = Call<unknown, unknown>['trx'];

const rejected = (message: string) => apiErrors.invalid([{ field: 'into', message }]);

export const mergeTicketRoute = route({ ...noInput, ...mergeTicket }, async (call) => {
  const { trx, param, note } = call;
  const from = await findTicket(trx, readId(param('id')));
  if (from === undefined) throw apiErrors.notFound('There is no such ticket. Check the id.');
  const target = call.body.into.trim();
  const into = await findTicket(trx, isUuid(target) ? target : await findByNumber(trx, target));
  if (into === undefined) throw rejected('Is not a request of this account. Check its number.');
  await lockBoth(trx, from.id, into.id);
  checkMerge(from, into);
  await moveInto(trx, from, into);
  await finish(trx, from, into);
  note({
    before: { ticket_number: from.ticket_number },
    after: { merged_into: into.id, ticket_number: into.ticket_number },
  });
  return readAgentTicket(call, into.id);
});

/** @throws ValidationError with the reason why the requests cannot be merged */
function checkMerge(from: StoredTicket, into: StoredTicket): void {
  if (from.id === into.id)
    throw rejected('Is this request itself, or already merged into it. Choose another request.');
  const address = (ticket: StoredTicket) => ticket.customer_email.toLowerCase();
  if (address(from) !== address(into)) {
    throw rejected(
      `Has another customer address, ${into.customer_email}. Only requests of one person can be merged.`,
    );
  }
  if (from.organization_id !== into.organization_id) {
    throw rejected(
      'Belongs to another organization. Only requests of one organization can be merged.',
    );
  }
  const isByMail = from.metadata.source === 'email';
  if (from.visitor_hash === into.visitor_hash || isByMail) return;
  const isReverse = into.metadata.source === 'email';
  throw rejected(
    isReverse
      ? `Came by mail, but the visitor reads this one on a device, and would lose access to it. Merge ${into.ticket_number} into this one instead.`
      : 'Was sent from another device by a visitor who is not verified as the same person. Merging would show each the messages of the other.',
  );
}

/** Adds the note and queues the mails and live updates that follow a merge. */
async function finish(trx: Trx, from: StoredTicket, into: StoredTicket): Promise<void> {
  const ticketId = into.id;
  const body = `${from.ticket_number} “${from.subject}” was merged into this request.`;
  const author = 'system' as const;
  const stored = await appendMessage(trx, {
    ...{ ticketId, author, body, channel: 'system', messageType: 'merge' },
    internal: true,
  });
  if (stored) await noteAdded(trx, { ticketId, position: stored.position, author });
  // Replies that wait to be mailed were moved, and their jobs refer to the old ticket.
  const { reply_mail_delay: delaySeconds } = await readTenant(trx);
  await queueJobs(trx, [{ type: 'send_reply_mail', payload: { ticketId }, delaySeconds }]);
  const ticket = await findTicket(trx, ticketId);
  if (ticket !== undefined) await ticketChanged(trx, { before: into, ticket });
  for (const id of [from.id, ticketId]) await notifyLive(trx, id, { type: 'resync' });
}
