import type { Transaction } from 'kysely';
import { cleanFileName } from '../../../src/contract/fileName.ts';
import type { Schema } from '../../db/schema.ts';
import { noteAdded } from '../../events/noteAdded.ts';
import { linkAttachments } from '../../queries/attachments.ts';
import { appendMessage } from '../../queries/messages.ts';

/** The stored files of a mail, and its rejected files with the reason. */
export interface ReceivedFiles {
  ids: readonly string[];
  rejected: readonly { name: string; reason: string }[];
}

const maxListedRows = 20;

/**
 * Attaches the files of a mail to its message. Adds an internal note for the team about rejected
 * files.
 */
export async function addMailFiles(
  trx: Transaction<Schema>,
  { ticketId, position }: { ticketId: string; position: number },
  { ids, rejected }: ReceivedFiles,
): Promise<void> {
  await linkAttachments(trx, { ids, ticketId, position });
  if (rejected.length === 0) return;
  const list = rejected
    .slice(0, maxListedRows)
    .map(({ name, reason }) => `${asCode(name)}: ${reason}`);
  const rest = rejected.length - list.length;
  if (rest > 0) list.push(`And ${rest} more.`);
  const note = await appendMessage(trx, {
    ticketId,
    author: 'system',
    internal: true,
    messageType: 'mail_files_rejected',
    channel: 'system',
    body: ['Files of an e-mail were not accepted:', ...list].join('\n'),
  });
  if (note === undefined) return;
  await noteAdded(trx, { ticketId, position: note.position, author: 'system' });
}

/**
 * Quotes a name that a stranger chose, because the note is Markdown: the name must not add markup
 * or line breaks.
 */
function asCode(name: string): string {
  return `\`${cleanFileName(name).replaceAll('`', "'")}\``;
}
