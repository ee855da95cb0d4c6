import type { Message } from '../../src/contract/message.ts';
import type { Call } from '../http/route.ts';
import { linkAttachments, readAttachments } from '../queries/attachments.ts';

type Asked = Pick<Call<unknown, unknown>, 'trx' | 'links'>;

/** Messages of a ticket with the files that go with them. */
export async function withFiles<T extends Message>(
  { trx, links }: Asked,
  ticketId: string,
  messages: readonly T[],
): Promise<T[]> {
  const positions = messages.map(({ position }) => position);
  const files = await readAttachments(trx, { ticketId, positions });
  return messages.map((message) => ({
    ...message,
    attachments: (files.get(message.position) ?? []).map((file) => ({
      ...file,
      url: links.to(file.id),
    })),
  }));
}

/** A message that was just written, with the uploaded files that it names. @throws ValidationError */
export async function attach<T extends Message>(
  call: Asked,
  ticketId: string,
  message: T,
  ids: readonly string[],
): Promise<T> {
  await linkAttachments(call.trx, { ids, ticketId, position: message.position });
  const [whole = message] = await withFiles(call, ticketId, [message]);
  return whole;
}
