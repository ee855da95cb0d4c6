import * as z from 'zod/mini';
import type { TicketStatus } from '../../../src/contract/ticket.ts';
import type { IncomingMessage } from '../../ask/desk.ts';
import { type ReadItems, readItems } from '../../ask/readItems.ts';
import type { IntercomClient } from './request.ts';

const Attachment = z.object({
  name: z.string(),
  url: z.string(),
  filesize: z.optional(z.nullable(z.number())),
});

export const Part = z.object({
  id: z.string(),
  part_type: z.string(),
  body: z.nullish(z.string()),
  author: z.object({ type: z.string(), name: z.nullish(z.string()) }),
  attachments: z.optional(z.array(Attachment)),
});
export type Part = z.infer<typeof Part>;

const Conversation = z.object({
  id: z.string(),
  state: z.string(),
  admin_assignee_id: z.nullish(z.number()),
  conversation_parts: z.object({ conversation_parts: z.array(z.unknown()) }),
});
export type Conversation = Omit<z.infer<typeof Conversation>, 'conversation_parts'> &
  ReadItems<Part>;

/**
 * Reads a conversation with its newest 500 parts, as plain text:
 * https://developers.intercom.com/docs/references/2.11/rest-api/api.intercom.io/conversations
 */
export async function readConversation(request: IntercomClient, id: string): Promise<Conversation> {
  const path = `conversations/${id}?display_as=plaintext`;
  const { conversation_parts: parts, ...conversation } = await request(path, {
    expects: Conversation,
  });
  return { ...conversation, ...readItems(parts.conversation_parts, Part, 'message') };
}

/** Parts whose text the customer can see. Notes, and texts for other agents, are internal. */
const publicTypes = ['comment', 'close', 'open', 'quick_reply'];

/** Returns the parts that have a text or files. Answers of a bot are for the team only. */
export function messagesOf({ read }: ReadItems<Part>): IncomingMessage[] {
  return read.flatMap(({ id, part_type, body, author, attachments = [] }) => {
    if (!body?.trim() && attachments.length === 0) return [];
    const isCustomer = ['user', 'lead', 'contact'].includes(author.type);
    const isAgent = author.type === 'admin' && publicTypes.includes(part_type);
    const message: IncomingMessage = {
      id,
      ownId: undefined,
      author: isCustomer ? 'visitor' : 'agent',
      authorName: isCustomer ? null : (author.name ?? null),
      isInternal: !isCustomer && !isAgent,
      text: body ?? '',
      files: attachments.map(({ name, url, filesize }) => ({
        name,
        url,
        size: filesize ?? undefined,
      })),
    };
    return [message];
  });
}

/**
 * Returns our status. Intercom does not know whether a request waits for the customer, so while a
 * conversation is open, our own status stays.
 */
export function ownStatus(
  { state, admin_assignee_id }: Pick<Conversation, 'state' | 'admin_assignee_id'>,
  agreed: TicketStatus | null,
): TicketStatus {
  if (state === 'closed') return 'resolved';
  if (state === 'snoozed') return agreed === 'pending' ? agreed : 'on_hold';
  if (agreed === null || agreed === 'resolved') return 'open';
  return agreed === 'new' && admin_assignee_id ? 'open' : agreed;
}

const Listed = z.object({
  conversations: z.array(z.unknown()),
  pages: z.nullish(
    z.object({ next: z.nullish(z.object({ starting_after: z.nullish(z.string()) })) }),
  ),
});
const Ref = z.object({ id: z.string() });
const maxPages = 50;

/** Returns the ids of the conversations that match a query. The search is some seconds behind. */
export async function searchConversations(request: IntercomClient, query: object) {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const pagination = { per_page: 150, ...(after !== undefined && { starting_after: after }) };
    const json = { query, pagination };
    const found = await request('conversations/search', { method: 'POST', json, expects: Listed });
    ids.push(...readItems(found.conversations, Ref, 'conversation').read.map(({ id }) => id));
    after = found.pages?.next?.starting_after ?? undefined;
    if (after === undefined) break;
  }
  return ids;
}
