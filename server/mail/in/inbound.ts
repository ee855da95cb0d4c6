import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { KeyMode } from '../../../src/contract/role.ts';
import { InboundMail, type ReadMail } from '../../ask/inboundMail.ts';
import { withoutMarks } from '../../ask/quoteMarks.ts';
import { storable } from '../../base/storable.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import { hasReceivedMail } from '../../queries/receivedMails.ts';
import { hasMail } from '../../queries/replyMails.ts';
import { readTenant } from '../../queries/tenants.ts';
import { addAnswer } from './addAnswer.ts';
import { automaticKind, isOfOwnGroup } from './automatic.ts';
import type { ReceivedFiles } from './fileNote.ts';
import { findPlace, type MailPlace } from './mailPlace.ts';
import { openByMail } from './openByMail.ts';
import { queueRejectionNotice } from './queueRejectionNotice.ts';
import { type RejectionReason, storeMail } from './storeMail.ts';
import { noteUnread } from './unreadNote.ts';

export type InboundResult =
  | { status: 'accepted'; ticketId: string; position: number }
  | { status: 'duplicate' }
  | { status: 'rejected'; reason: RejectionReason };

export interface InboundOptions {
  /** Only accepts mails for this account. */
  within?: string;
  /**
   * The mode of the integration that received the mail. It is only added to conversations of this
   * mode.
   */
  mode?: KeyMode;
  /** Stores the files of the mail. Called when it is certain that the mail is accepted. */
  receiveFiles?: (tenantId: string) => Promise<ReceivedFiles>;
}

/**
 * Adds a mail to the conversation that it replies to. Otherwise it opens a request, if the account
 * accepts requests by mail. A rejected mail is stored for the team with the reason, if the account
 * is known, and its sender gets a mail that says where to write instead.
 */
export async function receiveMail(
  db: Kysely<Schema>,
  received: InboundMail,
  { within, mode, receiveFiles }: InboundOptions = {},
): Promise<InboundResult> {
  const mail = z.parse(InboundMail, received);
  const place = await findPlace(db, mail, within);
  if (place === undefined) return { status: 'rejected', reason: 'unknown_address' };
  const { tenantId, ticketId } = place;
  const mailId = storable(mail.messageId.trim() || idOf(mail)).slice(0, 500);
  const scope = { actor: 'worker', tenantId, ...(mode && { mode }) } as const;
  const { isKnown, addresses } = await inScope(db, scope, async (trx) => {
    const { email, mail_from } = await readTenant(trx);
    const isKnown = (await hasMail(trx, mailId)) || (await hasReceivedMail(trx, mailId));
    return { isKnown, addresses: [email, mail_from] };
  });
  if (isKnown) return { status: 'duplicate' };
  const kind = automaticKind(mail);
  const isForwarded = kind === 'list' && isOfOwnGroup(mail, addresses);
  if (kind !== undefined && !isForwarded)
    return reject(db, place, { mail, mailId, mode, reason: kind });
  const files = (await receiveFiles?.(tenantId)) ?? { ids: [], rejected: [] };
  const taken = { mail, mailId, files };
  const result = await inScope(db, scope, async (trx) => {
    const added = await (ticketId === undefined
      ? openByMail(trx, scope, taken)
      : addAnswer(trx, ticketId, taken));
    if (mail.isUnread && !('rejection' in added)) {
      await noteUnread(trx, { ...scope, ...added, isSandbox: mode === 'test' }, { mail, mailId });
    }
    return added;
  });
  if ('rejection' in result) {
    return reject(db, place, {
      mail,
      mailId,
      mode,
      reason: result.rejection,
      lost: files.rejected,
    });
  }
  return { status: 'accepted', ...result };
}

async function reject(
  db: Kysely<Schema>,
  { tenantId, ticketId }: MailPlace,
  {
    mail,
    mailId,
    mode,
    reason,
    lost = [],
  }: {
    mail: ReadMail;
    mailId: string;
    mode: KeyMode | undefined;
    reason: RejectionReason;
    /** Its files that would have been rejected too. */
    lost?: ReceivedFiles['rejected'];
  },
): Promise<InboundResult> {
  // Only rejected mails of live integrations are stored for the team and answered.
  if (mode === 'test') return { status: 'rejected', reason };
  const files = lost.map((file) => `${file.name}: ${file.reason}`);
  const text = mail.text || withoutMarks(mail.htmlText);
  const content = storable([text, ...files].join('\n').trim());
  await inScope(db, { actor: 'worker', tenantId }, async (trx) => {
    await storeMail(trx, { mail, mailId, content, ticketId, position: null, rejection: reason });
    await queueRejectionNotice(trx, tenantId, { mail, mailId, reason });
  });
  return { status: 'rejected', reason };
}

/** Returns a replacement for a missing Message-ID, so that a duplicate delivery is recognized. */
function idOf({ from, text, htmlText, subject, headers }: ReadMail): string {
  const parts = [from, headers.date, subject, text || htmlText];
  const hash = createHash('sha256').update(JSON.stringify(parts));
  return `<${hash.digest('hex')}@unnamed.invalid>`;
}
