import type { Kysely } from 'kysely';
import type { ReadMail } from '../../ask/inboundMail.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import { findByInboundDomain, findByMailIds } from '../../queries/receivedMails.ts';
import { findByReplyToken } from '../../queries/replyMails.ts';
import { replyTokenOf } from '../addresses.ts';

/** The destination of a mail: an account, and a conversation of it if one is known. */
export interface MailPlace {
  tenantId: string;
  ticketId: string | undefined;
}

/** Maximum number of Message-IDs that are looked up: the newest of a thread. */
const maxReferences = 20;

/**
 * Returns the conversation of the reply address, or else of the mails that it refers to. Otherwise
 * returns the account of its domain. `within`: only looks in this account. Returns undefined if no
 * account is known.
 */
export async function findPlace(
  db: Kysely<Schema>,
  mail: ReadMail,
  within: string | undefined,
): Promise<MailPlace | undefined> {
  const replyToken = mail.to.map(replyTokenOf).find((token) => token !== undefined);
  if (replyToken !== undefined) {
    const found = await inScope(db, { actor: 'mail', replyToken }, findByReplyToken);
    const isHere = within === undefined || found?.tenantId === within;
    if (found !== undefined && isHere) return { tenantId: found.tenantId, ticketId: found.id };
  }
  const tenantId = within ?? (await tenantOf(db, mail.to));
  if (tenantId === undefined) return undefined;
  // If the conversation of the reply address does not exist, the references cannot be trusted
  // either.
  if (replyToken !== undefined) return { tenantId, ticketId: undefined };
  const ticketId = await inScope(db, { actor: 'worker', tenantId }, (trx) =>
    findByMailIds(trx, referencesOf(mail.headers)),
  );
  return { tenantId, ticketId };
}

async function tenantOf(
  db: Kysely<Schema>,
  recipients: readonly string[],
): Promise<string | undefined> {
  const domains = new Set(
    recipients.map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()),
  );
  for (const inboundDomain of domains) {
    const found = await inScope(db, { actor: 'mail', inboundDomain }, findByInboundDomain);
    if (found !== undefined) return found.id;
  }
  return undefined;
}

function referencesOf(headers: Readonly<Record<string, string>>): string[] {
  const text = `${headers.references ?? ''} ${headers['in-reply-to'] ?? ''}`;
  return (text.match(/<[^<>\s]{1,250}>/g) ?? []).slice(-maxReferences);
}
