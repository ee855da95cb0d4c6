import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { settleMail } from '../mail/in/settleMail.ts';
import type { Mail, Mailer } from '../mail/out/mailer.ts';
import { moveMail, recordMail } from '../queries/mails.ts';
import { PermanentFailure } from '../queue/worker.ts';

/**
 * Sends a mail to the customer of a ticket and stores its delivery state. Throws the errors of the
 * mailer.
 */
export async function mailCustomer(
  db: Kysely<Schema>,
  mailer: Mailer,
  { tenantId, ticketId }: { tenantId: string; ticketId: string },
  mail: Mail,
): Promise<void> {
  const scope = { actor: 'worker', tenantId } as const;
  const { messageId } = mail;
  await inScope(db, scope, (trx) => recordMail(trx, { messageId, ticketId }));
  try {
    await mailer.send(mail);
  } catch (error) {
    if (error instanceof PermanentFailure) {
      const reason = 'The mail provider rejected it.';
      await inScope(db, scope, (trx) => settleMail(trx, { messageId, state: 'bounced', reason }));
    }
    throw error;
  }
  await inScope(db, scope, (trx) => moveMail(trx, messageId, 'sent'));
}
