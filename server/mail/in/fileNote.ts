import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { noteAdded } from '../../events/noteAdded.ts';
import { linkAttachments } from '../../queries/attachments.ts';
import { appendMessage } from '../../queries/messages.ts';

/** Stored files of a mail, and those that were not taken, with the reason. */
export interface TakenFiles {
  ids: readonly string[];
  refused: readonly { name: string; reason: string }[];
}

/** Attaches the files of a mail to its message; the team reads an internal note about rejected ones. */
export async function addMailFiles(
  trx: Transaction<Schema>,
  { ticketId, position }: { ticketId: string; position: number },
  { ids, refused }: TakenFiles,
): Promise<void> {
  await linkAttachments(trx, { ids, ticketId, position });
  if (refused.length === 0) return;
  const list = refused.slice(0, 20).map(({ name, reason }) => `${name}: ${reason}`);
  const note = await appendMessage(trx, {
    ticketId,
    author: 'system',
    internal: true,
    messageType: 'mail_files_refused',
    channel: 'system',
    body: ['Files of an e-mail were not accepted:', ...list].join('\n'),
  });
  if (note === undefined) return;
  await noteAdded(trx, { ticketId, position: note.position, author: 'system' });
}
