import type { Message } from '../../src/contract/message.ts';
import type { Call } from '../http/route.ts';
import { linkAttachments, readAttachments } from '../queries/attachments.ts';
import { type MessageMail, readMessageMails } from '../queries/receivedMails.ts';

type CallContext = Pick<Call<unknown, unknown>, 'trx' | 'links'>;

/** Adds to the messages of a ticket their files, and the details of their mails. */
export async function withFiles<T extends Message>(
  { trx, links }: CallContext,
  ticketId: string,
  messages: readonly T[],
): Promise<T[]> {
  const positions = messages.map(({ position }) => position);
  const files = await readAttachments(trx, { ticketId, positions });
  const mails = await readMessageMails(trx, { ticketId, positions });
  return messages.map((message) => ({
    ...message,
    ...mailOf(message, mails.get(message.position)),
    attachments: (files.get(message.position) ?? []).map((file) => ({
      ...file,
      url: links.to(file.id),
    })),
  }));
}

function mailOf({ body }: Message, mail: MessageMail | undefined): Pick<Message, 'mail'> {
  if (mail === undefined) return {};
  const { from, content } = mail;
  return { mail: { from, whole: content === body ? null : content } };
}

/** Attaches the uploaded files that a new message names. @throws ValidationError */
export async function attach<T extends Message>(
  call: CallContext,
  ticketId: string,
  message: T,
  ids: readonly string[],
): Promise<T> {
  await linkAttachments(call.trx, { ids, ticketId, position: message.position });
  const [whole = message] = await withFiles(call, ticketId, [message]);
  return whole;
}
