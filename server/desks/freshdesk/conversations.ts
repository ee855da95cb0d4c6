import * as z from 'zod/mini';
import { DeskRejection, DeskTicketGone, type IncomingMessage } from '../../ask/desk.ts';
import type { ReadItems } from '../../ask/readItems.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import { type FreshdeskClient, listAll } from './request.ts';

const Attachment = z.object({
  name: z.string(),
  attachment_url: z.string(),
  size: z.optional(z.number()),
});

export const Conversation = z.object({
  id: z.number(),
  body_text: z.nullable(z.string()),
  user_id: z.nullable(z.number()),
  incoming: z.optional(z.boolean()),
  private: z.optional(z.boolean()),
  source: z.optional(z.number()),
  attachments: z.array(Attachment),
});
export type Conversation = z.infer<typeof Conversation>;

/** The source of a mail that an agent forwarded to someone else. The customer cannot see it. */
const forwardedSource = 8;

/**
 * Lists the replies and notes of a ticket, oldest first. The description is not one of them:
 * https://developers.freshdesk.com/api/#list_all_ticket_notes
 */
export async function listConversations(
  client: FreshdeskClient,
  ticketId: string,
): Promise<ReadItems<Conversation>> {
  const path = `api/v2/tickets/${ticketId}/conversations`;
  const all = await listAll(client, path, { item: Conversation, kind: 'message' });
  return { ...all, read: all.read.toSorted((a, b) => a.id - b.id) };
}

const Agent = z.object({ contact: z.object({ name: z.string() }) });

/** Returns the name of an agent, or null if the agent of the key cannot see it. */
async function agentName({ get }: FreshdeskClient, id: number): Promise<string | null> {
  try {
    return (await get(`api/v2/agents/${id}`, Agent)).contact.name;
  } catch (error) {
    const isHidden = error instanceof IntegrationError && !error.retryable;
    if (isHidden || error instanceof DeskRejection || error instanceof DeskTicketGone) return null;
    throw error;
  }
}

/** Returns conversations as messages, with the names of the agents. */
export async function messagesOf(
  client: FreshdeskClient,
  conversations: readonly Conversation[],
): Promise<IncomingMessage[]> {
  const names = new Map<number, string | null>();
  for (const { user_id: id, incoming } of conversations) {
    if (incoming || id === null || names.has(id)) continue;
    names.set(id, await agentName(client, id));
  }
  return conversations.map((one) => ({
    id: String(one.id),
    ownId: undefined,
    author: one.incoming ? 'visitor' : 'agent',
    authorName: one.incoming ? null : (names.get(one.user_id ?? 0) ?? null),
    isInternal: one.private === true || one.source === forwardedSource,
    text: one.body_text ?? '',
    files: one.attachments.map(({ name, attachment_url: url, size }) => ({ name, url, size })),
  }));
}
