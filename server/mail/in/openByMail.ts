import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { isEmail, limits } from '../../../src/contract/limits.ts';
import type { KeyMode } from '../../../src/contract/role.ts';
import { digest } from '../../base/digest.ts';
import type { Schema } from '../../db/schema.ts';
import { enter } from '../../db/scope.ts';
import { openTicket } from '../../events/openTicket.ts';
import { ticketCreated } from '../../events/ticketCreated.ts';
import { countOpenedByMail } from '../../queries/receivedMails.ts';
import { readTenant, type Tenant } from '../../queries/tenants.ts';
import { decideTicketNotices } from '../../queries/ticketNotices.ts';
import { takeNumbers } from '../../queries/ticketNumbers.ts';
import { replyTokenOf } from '../addresses.ts';
import { addMailFiles } from './fileNote.ts';
import { mailText } from './mailText.ts';
import { type AcceptedMail, type RejectionReason, storeMail } from './storeMail.ts';

/**
 * Maximum number of requests that one address can open by mail per hour, so that two robots cannot
 * reply to each other endlessly.
 */
const maxMailsPerHour = 20;

/**
 * Opens a request for a mail that belongs to no conversation, if the account accepts such mails.
 */
export async function openByMail(
  trx: Transaction<Schema>,
  { tenantId, mode }: { tenantId: string; mode?: KeyMode },
  { mail, mailId, files }: AcceptedMail,
): Promise<{ ticketId: string; position: number } | { rejection: RejectionReason }> {
  const tenant = await readTenant(trx);
  // The SMTP envelope has the address if the header has no valid one.
  const from = [mail.from, mail.envelopeFrom].map((one) => one.trim()).find(isEmail);
  if (mail.to.some((address) => replyTokenOf(address) !== undefined)) {
    return { rejection: 'unknown_address' };
  }
  const isOwn = [tenant.email, tenant.mail_from].some(
    (own) => own.toLowerCase() === from?.toLowerCase(),
  );
  if (!tenant.email_channel || isOwn || from === undefined) return { rejection: 'closed' };
  if ((await countOpenedByMail(trx, from)) >= maxMailsPerHour) return { rejection: 'too_many' };
  const { answer, whole } = mailText(mail, { addresses: [], name: '', number: '' });
  const isEmpty = answer === '' && whole === '' && files.ids.length === 0;
  if (isEmpty) return { rejection: 'empty' };

  // The request belongs to no device, because its sender continues by mail.
  const visitorHash = digest(`mail ${randomUUID()}`);
  await enter(trx, { actor: 'visitor', tenantId, visitorHash, ...(mode && { mode }) });
  const description = answer || whole || mail.subject.trim() || '—';
  const ticket = await openTicket(trx, {
    tenant,
    mode: mode ?? 'live',
    number: await takeNumbers(trx, 1),
    mailId,
    draft: {
      subject: subjectOf(mail.subject, description),
      description: description.slice(0, limits.description),
      email: from,
      name: mail.fromName.trim().slice(0, limits.name) || undefined,
      priority: 'medium',
      category: categoryOf(tenant),
      mailtoAttempted: false,
    },
  });
  const isConfirmable = tenant.confirm_unverified;
  const who = { tenantId, email: from, network: null, isConfirmable };
  await ticketCreated(trx, ticket, await decideTicketNotices(trx, who));
  await enter(trx, { actor: 'worker', tenantId, ...(mode && { mode }) });
  const place = { ticketId: ticket.id, position: 1 };
  await storeMail(trx, { mail, mailId, content: whole, ...place, rejection: null });
  await addMailFiles(trx, place, files);
  return place;
}

/** The first line replaces a missing subject. */
function subjectOf(subject: string, description: string): string {
  const core = subject.replace(/^((re|aw|fwd?|wg|sv|vs|tr|rv|odp|r)\s?:\s*)+/i, '').trim();
  return (core || (description.split('\n')[0] ?? '')).slice(0, limits.subject);
}

function categoryOf({ categories }: Tenant): string {
  const other = categories.find(({ id }) => id === 'other') ?? categories.at(-1);
  return other?.id ?? 'other';
}
