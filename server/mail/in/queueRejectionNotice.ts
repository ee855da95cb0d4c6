import type { Transaction } from 'kysely';
import { isEmail } from '../../../src/contract/limits.ts';
import type { ReadMail } from '../../ask/inboundMail.ts';
import { canonicalAddress } from '../../base/canonicalAddress.ts';
import type { Schema } from '../../db/schema.ts';
import { takeAllowances } from '../../queries/allowances.ts';
import { readTenant } from '../../queries/tenants.ts';
import { queueJobs } from '../../queue/jobs.ts';
import type { RejectionReason } from './storeMail.ts';

/** Reasons that the sender can do something about. */
const answerable: ReadonlySet<RejectionReason | 'unread'> = new Set([
  'unknown_address',
  'closed',
  'unread',
]);
/**
 * Limits the notices, because senders can be forged: a domain that receives much spam must not send
 * as much.
 */
const noticesPerSender = { kind: 'not taken sender', limit: 1, windowHours: 24 };
const noticesPerAccount = { kind: 'not taken account', subject: 'all', limit: 60, windowHours: 1 };

/**
 * Queues a mail to the sender of a rejected mail. It says that the mail was rejected, and where to
 * write instead.
 */
export async function queueRejectionNotice(
  trx: Transaction<Schema>,
  tenantId: string,
  {
    mail,
    mailId,
    reason,
    replyTo = '',
  }: {
    mail: ReadMail;
    mailId: string;
    /** `unread`: the mail was accepted, but its content could not be read. */
    reason: RejectionReason | 'unread';
    replyTo?: string;
  },
): Promise<void> {
  const sender = mail.from.trim();
  const { email, mail_from } = await readTenant(trx);
  const isOwn = [email, mail_from].some((own) => own.toLowerCase() === sender.toLowerCase());
  if (!answerable.has(reason) || isOwn || !isEmail(sender)) return;
  const taken = await takeAllowances(trx, tenantId, [
    { ...noticesPerSender, subject: canonicalAddress(sender) },
    { ...noticesPerAccount, after: noticesPerSender.kind },
  ]);
  if (!taken.has(noticesPerAccount.kind)) return;
  const language = mail.headers['content-language']?.split(',')[0]?.trim();
  const payload = {
    sender,
    mailId,
    ...(language ? { language } : {}),
    ...(reason === 'unread' ? { unread: 'yes', replyTo } : {}),
  };
  await queueJobs(trx, [{ type: 'send_not_taken_notice', payload }]);
}
