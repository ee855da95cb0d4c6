import type { Transaction } from 'kysely';
import { limits } from '../../../src/contract/limits.ts';
import type { DeskFileRef, IncomingMessage } from '../../ask/desk.ts';
import { storeMailFiles } from '../../attachments/mailFiles.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import { storable } from '../../base/storable.ts';
import type { Schema } from '../../db/schema.ts';
import { noteAdded } from '../../events/noteAdded.ts';
import { ticketReplied } from '../../events/ticketReplied.ts';
import { splitMail } from '../../mail/in/splitMail.ts';
import { linkAttachments } from '../../queries/attachments.ts';
import { markSent } from '../../queries/externalMessages.ts';
import { appendMessage } from '../../queries/messages.ts';
import { findTicket } from '../../queries/tickets.ts';
import type { DeskConversation } from './conversation.ts';
import { addDeskNote } from './deskProblem.ts';
import type { DeskTools } from './deskTools.ts';

interface StoredFiles {
  ids: string[];
  rejected: { name: string; reason: string }[];
}

const missing = Symbol('A file that was removed, blocked, or has no valid address.');

/** Lets an import continue without such a file. Otherwise it would block all later messages. */
function withoutMissing(error: unknown): typeof missing {
  const isMissing =
    error instanceof IntegrationError &&
    ['configuration_error', 'authorization_error'].includes(error.type);
  if (isMissing) return missing;
  throw error;
}

/** Downloads the files of a message, and stores them by the rules for uploads. */
async function storeFiles(
  { db, attachments }: DeskTools,
  { tenant, desk, job }: DeskConversation,
  files: readonly DeskFileRef[],
): Promise<StoredFiles> {
  const result: StoredFiles = { ids: [], rejected: [] };
  const { max_files, max_bytes } = tenant.attachments;
  const maxBytes = Math.min(max_bytes, limits.file);
  const tooLarge = `It is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`;
  const tooMany = `A message has at most ${max_files} files.`;
  for (const file of files) {
    const name = storable(file.name);
    const isLarge = (file.size ?? 0) > maxBytes;
    if (result.ids.length === max_files) result.rejected.push({ name, reason: tooMany });
    else if (isLarge) result.rejected.push({ name, reason: tooLarge });
    else {
      const content = await desk().download(file, maxBytes).catch(withoutMissing);
      if (content === missing) result.rejected.push({ name, reason: 'It cannot be downloaded.' });
      else if (content === undefined) result.rejected.push({ name, reason: tooLarge });
      else {
        const place = { db, files: attachments, tenantId: job.tenantId };
        const stored = await storeMailFiles(place, [{ name, content, isInline: false }]);
        result.ids.push(...stored.ids);
        result.rejected.push(...stored.rejected);
      }
    }
  }
  return result;
}

/**
 * Adds a message of the help desk to the conversation, in one transaction with all effects of a
 * reply. Files that the account does not accept are named in an internal note.
 */
export async function importMessage(
  tools: DeskTools,
  conversation: DeskConversation,
  message: IncomingMessage,
): Promise<void> {
  const files = await storeFiles(tools, conversation, message.files);
  await conversation.store((trx) => add(trx, conversation, message, files));
}

/** Returns the text, without the mails that it quotes. A mail that only quotes is taken whole. */
function newText({ text, mailOf }: IncomingMessage, number: string): string {
  if (mailOf === undefined) return text;
  const { answer, whole } = splitMail(text, { addresses: mailOf, name: '', number });
  return answer || whole;
}

async function add(
  trx: Transaction<Schema>,
  { ticket: { id: ticketId }, external, integration }: DeskConversation,
  message: IncomingMessage,
  { ids, rejected }: StoredFiles,
): Promise<void> {
  const before = await findTicket(trx, ticketId);
  if (before === undefined) return;
  const { id, author, authorName, isInternal } = message;
  const whole = storable(newText(message, before.ticket_number)).trim();
  const reopened = author === 'visitor' && !['new', 'open'].includes(before.status);
  const opened = author === 'agent' && !isInternal && before.status === 'new';
  const status = reopened || opened ? 'open' : before.status;
  const stored = await appendMessage(trx, {
    ticketId,
    author,
    authorName: authorName === null ? null : storable(authorName).slice(0, limits.name),
    body: whole.slice(0, limits.message),
    internal: isInternal,
    messageType: isInternal ? 'internal_note' : 'message',
    channel: author === 'agent' ? 'agent' : 'email',
    ...(status !== before.status && { status }),
  });
  if (stored === undefined) return;
  const { position } = stored;
  await markSent(trx, { messageId: stored.id, ticketId: external.ticket_id }, id);
  await linkAttachments(trx, { ids, ticketId, position });
  const lines = rejected.map(({ name, reason }) => `- \`${name.replaceAll('`', "'")}\`: ${reason}`);
  if (whole.length > limits.message) lines.unshift('- The end of the text: it is too long.');
  if (lines.length > 0) {
    const note = `Not taken from ${integration.name}:\n${lines.slice(0, 20).join('\n')}`;
    await addDeskNote(trx, ticketId, note);
  }
  if (isInternal) await noteAdded(trx, { ticketId, position, author: 'agent' });
  else await ticketReplied(trx, { ticket: { ...before, status }, position, author });
}
