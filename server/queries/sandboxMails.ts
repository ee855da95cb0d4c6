import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

interface NewSandboxMail {
  ticketId: string;
  recipient: string;
  subject: string;
  body: string;
}

/** Stores a mail of the sandbox, which is not sent. */
export async function insertSandboxMail(
  trx: Transaction<Schema>,
  { ticketId, ...mail }: NewSandboxMail,
): Promise<void> {
  await trx
    .insertInto('sandbox_mails')
    .values({ ...mail, ticket_id: ticketId })
    .execute();
}

/** Lists the mails, newest first. */
export function listStoredSandboxMails(trx: Transaction<Schema>, limit: number) {
  return trx
    .selectFrom('sandbox_mails')
    .select(['id', 'ticket_id', 'recipient as to', 'subject', 'body as text', 'created_at'])
    .where('tenant_id', '=', ofTenant)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}
