import type { Transaction } from 'kysely';
import type { RejectedMail } from '../../../src/contract/receivedMail.ts';
import { maxMailLength, type ReadMail } from '../../ask/inboundMail.ts';
import { storable } from '../../base/storable.ts';
import type { Schema } from '../../db/schema.ts';
import { insertReceivedMail } from '../../queries/receivedMails.ts';
import type { ReceivedFiles } from './fileNote.ts';

/** The reason for rejecting a mail. `unknown_address` includes mails of unknown accounts. */
export type RejectionReason = RejectedMail['reason'];

/** A mail that is being stored, and the files of it that were accepted. */
export interface AcceptedMail {
  mail: ReadMail;
  mailId: string;
  files: ReceivedFiles;
}

/** Headers that are stored with a mail: those that identify its conversation and its sender. */
const storedHeaders = [
  'message-id',
  'in-reply-to',
  'references',
  'date',
  'reply-to',
  'cc',
  'auto-submitted',
];

/** Stores a mail as it arrived. */
export function storeMail(
  trx: Transaction<Schema>,
  received: {
    mail: ReadMail;
    mailId: string;
    content: string;
    ticketId: string | undefined;
    position: number | null;
    rejection: RejectionReason | null;
  },
): Promise<void> {
  const { mail, mailId, content, ticketId, position, rejection } = received;
  const headers = storedHeaders.flatMap((name) => {
    const value = mail.headers[name];
    return value === undefined ? [] : [[name, storable(value).slice(0, 4_000)]];
  });
  return insertReceivedMail(trx, {
    messageId: mailId,
    ticketId: ticketId ?? null,
    position,
    from: storable(mail.from).slice(0, 500),
    fromName: storable(mail.fromName).slice(0, 200),
    to: mail.to.slice(0, 20).map((address) => storable(address).slice(0, 500)),
    subject: storable(mail.subject).slice(0, 500),
    content: content.slice(0, maxMailLength),
    headers: Object.fromEntries(headers),
    rejection,
  });
}
