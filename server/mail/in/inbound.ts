import { createHash } from 'node:crypto';
import EmailReplyParser from 'email-reply-parser';
import type { Kysely } from 'kysely';
import { isStorable, limits } from '../../../src/contract/limits.ts';
import type { InboundMail } from '../../ask/inboundMail.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import { ticketReplied } from '../../events/ticketReplied.ts';
import { appendMessage } from '../../queries/messages.ts';
import { findByReplyToken, hasMail } from '../../queries/replyMails.ts';
import { findTicket } from '../../queries/tickets.ts';
import { replyTokenOf } from '../addresses.ts';

/**
 * `unknown_address`: no conversation has it · `unknown_sender`: not who wrote the request ·
 * `automatic`: an absence note or a bounce · `empty`: nothing but quotes.
 */
export type InboundResult =
  | { status: 'accepted'; ticketId: string; position: number }
  | { status: 'duplicate' }
  | { status: 'refused'; reason: 'unknown_address' | 'unknown_sender' | 'automatic' | 'empty' };

/** Characters that are looked at; an answer is far shorter. */
const longest = 100_000;

/**
 * Adds an answer by mail to the conversation that its address belongs to, without what it quotes.
 * `within`: only to one of this tenant.
 */
export async function receiveMail(
  db: Kysely<Schema>,
  mail: InboundMail,
  within?: { tenantId: string },
): Promise<InboundResult> {
  const replyToken = mail.to.map(replyTokenOf).find((token) => token !== undefined);
  if (replyToken === undefined) return refused('unknown_address');
  if (isAutomatic(mail)) return refused('automatic');
  const ticket = await inScope(db, { actor: 'mail', replyToken }, findByReplyToken);
  if (ticket === undefined) return refused('unknown_address');
  if (within && within.tenantId !== ticket.tenantId) return refused('unknown_address');
  if (ticket.email.toLowerCase() !== mail.from.trim().toLowerCase()) {
    return refused('unknown_sender');
  }
  const body = answerIn(mail.text);
  if (body === '') return refused('empty');

  const mailId = mail.messageId.trim() || idOf(mail);
  const { tenantId, id: ticketId, status } = ticket;
  return inScope(db, { actor: 'worker', tenantId }, async (trx): Promise<InboundResult> => {
    if (await hasMail(trx, mailId)) return { status: 'duplicate' };
    const stored = await appendMessage(trx, {
      ticketId,
      author: 'visitor',
      body,
      channel: 'email',
      mailId,
      ...(status !== 'new' && status !== 'open' && { status: 'open' as const }),
    });
    if (stored === undefined) return refused('unknown_address');
    const { position } = stored;
    const answered = await findTicket(trx, ticketId);
    if (answered !== undefined) {
      await ticketReplied(trx, { ticket: answered, position, author: 'visitor' });
    }
    return { status: 'accepted', ticketId, position };
  });
}

function refused(reason: Extract<InboundResult, { status: 'refused' }>['reason']): InboundResult {
  return { status: 'refused', reason };
}

/** RFC 3834: what robots send must not be answered, nor taken for an answer. */
function isAutomatic({ headers, envelopeFrom }: InboundMail): boolean {
  const submitted = headers['auto-submitted']?.trim().toLowerCase() ?? 'no';
  return (
    submitted !== 'no' ||
    envelopeFrom === '' ||
    /^(bulk|junk|list|auto_reply)$/i.test(headers.precedence?.trim() ?? '') ||
    'x-autoreply' in headers ||
    'x-autorespond' in headers
  );
}

function answerIn(text: string): string {
  const visible = new EmailReplyParser().parseReply(text.slice(0, longest)).trim();
  const storable = isStorable(visible) ? visible : visible.replaceAll(/[\0\p{Cs}]/gu, '\ufffd');
  return storable.slice(0, limits.message);
}

/** Stands in for a Message-ID that is missing, so that a second delivery is known. */
function idOf({ from, text, headers }: InboundMail): string {
  const hash = createHash('sha256').update(JSON.stringify([from, headers.date, text]));
  return `<${hash.digest('hex')}@unnamed.invalid>`;
}
