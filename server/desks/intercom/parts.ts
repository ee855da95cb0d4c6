import * as z from 'zod/mini';
import { type DeskFile, DeskRejection, type OutgoingMessage } from '../../ask/desk.ts';
import { readItems } from '../../ask/readItems.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import { comparable, htmlOf, textFor, titleFor } from '../text.ts';
import { Part } from './conversations.ts';
import type { IntercomClient } from './request.ts';

const Replied = z.object({
  conversation_parts: z.object({ conversation_parts: z.array(z.unknown()) }),
});

/** Returns the text of a note of an agent. */
export function noteText(
  message: OutgoingMessage,
  { rejectedNames = [] }: { rejectedNames?: readonly string[] } = {},
): string {
  return `${titleFor(message)}\n\n${textFor({ ...message, authorName: null }, { rejectedNames })}`;
}

/** Returns the id of a part with this text. */
export function findPart(parts: readonly Part[], text: string): string | undefined {
  return parts.find(({ body }) => comparable(body ?? '') === comparable(text))?.id;
}

interface NewPart {
  files: readonly DeskFile[];
  /** Returns the fields of the part, with the names of files that are not accepted. */
  fields(rejectedNames: readonly string[]): { message_type: 'comment' | 'note' };
}

async function post(
  request: IntercomClient,
  conversationId: string,
  json: ReturnType<NewPart['fields']>,
): Promise<string> {
  const path = `conversations/${conversationId}/reply`;
  const replied = await request(path, { method: 'POST', json, expects: Replied });
  const { read } = readItems(replied.conversation_parts.conversation_parts, Part, 'message');
  // A reply to a closed conversation also adds the entry that it was opened.
  const made = read.findLast(({ part_type }) => part_type.startsWith(json.message_type));
  if (made !== undefined) return made.id;
  throw new IntegrationError('data_error', 'The service returned no message.');
}

/** Adds a part. If its files are not accepted, adds it without them and names them. */
async function addPart(
  request: IntercomClient,
  conversationId: string,
  { files, fields }: NewPart,
): Promise<string> {
  if (files.length === 0) return post(request, conversationId, fields([]));
  const attachment_files = files.map(({ name, type, content }) => ({
    name,
    content_type: type,
    data: Buffer.from(content).toString('base64'),
  }));
  try {
    return await post(request, conversationId, { ...fields([]), ...{ attachment_files } });
  } catch (error) {
    if (!(error instanceof DeskRejection)) throw error;
    return post(request, conversationId, fields(files.map(({ name }) => name)));
  }
}

/** Adds a message of the customer: https://developers.intercom.com/docs/references/2.11/rest-api/api.intercom.io/conversations/replyconversation */
export function addComment(
  request: IntercomClient,
  conversationId: string,
  { contactId, message }: { contactId: string | null; message: OutgoingMessage },
): Promise<string> {
  const about = { type: 'user', intercom_user_id: contactId };
  return addPart(request, conversationId, {
    files: message.files,
    fields: (rejectedNames) => ({
      message_type: 'comment',
      ...about,
      body: textFor(message, { rejectedNames }),
    }),
  });
}

/** Adds a note in the name of the user of the token. */
export function addNote(
  request: IntercomClient,
  conversationId: string,
  note: { adminId: string; files: readonly DeskFile[]; textOf(names: readonly string[]): string },
): Promise<string> {
  const about = { type: 'admin', admin_id: note.adminId };
  return addPart(request, conversationId, {
    files: note.files,
    fields: (rejectedNames) => ({
      message_type: 'note',
      ...about,
      body: htmlOf(note.textOf(rejectedNames)),
    }),
  });
}
