import type { Transaction } from 'kysely';
import { cleanFileName } from '../../../src/contract/fileName.ts';
import type { Schema } from '../../db/schema.ts';
import { noteAdded } from '../../events/noteAdded.ts';
import { linkAttachments } from '../../queries/attachments.ts';
import { appendMessage } from '../../queries/messages.ts';

/** Stored files of a mail, and those that were not taken, with the reason. */
export interface TakenFiles {
  ids: readonly string[];
  refused: readonly { name: string; reason: string }[];
}

const mostListed = 20;

/** Attaches the files of a mail to its message; the team reads an internal note about rejected ones. */
export async function addMailFiles(
  trx: Transaction<Schema>,
  { ticketId, position }: { ticketId: string; position: number },
  { ids, refused }: TakenFiles,
): Promise<void> {
  await linkAttachments(trx, { ids, ticketId, position });
  if (refused.length === 0) return;
  const list = refused.slice(0, mostListed).map(({ name, reason }) => `${asCode(name)}: ${reason}`);
  const rest = refused.length - list.length;
  if (rest > 0) list.push(`And ${rest} more.`);
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

/** The note is Markdown, and a name is text of a stranger: its signs and line breaks stay text. */
function asCode(name: string): string {
  return `\`${cleanFileName(name).replaceAll('`', "'")}\``;
}
