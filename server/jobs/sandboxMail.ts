import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import type { Mail } from '../mail/out/mailer.ts';
import { insertSandboxMail } from '../queries/sandboxMails.ts';

/** Stores a mail about test data instead of sending it. */
export async function storeSandboxMail(
  db: Kysely<Schema>,
  { tenantId, ticketId }: { tenantId: string; ticketId: string },
  { to, subject, text }: Pick<Mail, 'to' | 'subject' | 'text'>,
): Promise<void> {
  const mail = { ticketId, recipient: to.address, subject, body: text };
  await inScope(db, { actor: 'worker', tenantId }, (trx) => insertSandboxMail(trx, mail));
}
