import * as z from 'zod/mini';
import type { IncomingMessage } from '../../ask/desk.ts';
import { textOfHtml } from '../../ask/htmlText.ts';
import { readItems, type UnreadableItem } from '../../ask/readItems.ts';
import type { ZendeskClient } from './request.ts';

const Attachment = z.object({
  file_name: z.string(),
  content_url: z.string(),
  size: z.optional(z.number()),
});

const Comment = z.object({
  id: z.number(),
  type: z.literal('Comment'),
  author_id: z.optional(z.number()),
  public: z.optional(z.boolean()),
  body: z.optional(z.nullable(z.string())),
  html_body: z.optional(z.nullable(z.string())),
  attachments: z.optional(z.array(Attachment)),
});
type Comment = z.infer<typeof Comment>;

/** Events of other types have other fields, whose form must not matter. */
const Event = z.union([
  Comment,
  z.object({ type: z.string().check(z.refine((type) => type !== 'Comment')) }),
]);
const isComment = (event: z.infer<typeof Event>): event is Comment => event.type === 'Comment';

/** A change to a ticket. `metadata.custom`: our own values. */
export const Audit = z.object({
  id: z.number(),
  author_id: z.number(),
  metadata: z.catch(
    z.optional(
      z.object({
        custom: z.optional(z.object({ support_message_id: z.optional(z.string()) })),
      }),
    ),
    {},
  ),
  events: z.array(Event),
});
export type Audit = z.infer<typeof Audit>;

const User = z.object({ id: z.number(), name: z.string(), role: z.string() });

const Page = z.object({
  audits: z.array(z.unknown()),
  users: z.optional(z.array(User)),
  meta: z.optional(
    z.object({ has_more: z.boolean(), after_cursor: z.optional(z.nullable(z.string())) }),
  ),
});

/** A ticket has at most 5,000 comments. */
const maxPages = 60;

export interface History {
  audits: Audit[];
  unreadable: UnreadableItem[];
  users: ReadonlyMap<number, z.infer<typeof User>>;
}

/**
 * Reads all changes to a ticket, oldest first. Unlike the list of comments, they contain the
 * metadata of the request that wrote a comment:
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/
 */
export async function readHistory(client: ZendeskClient, ticketId: string): Promise<History> {
  const all: unknown[] = [];
  const users = new Map<number, z.infer<typeof User>>();
  let after = '';
  for (let page = 0; page < maxPages; page += 1) {
    const query = `page[size]=100&include=users${after && `&page[after]=${encodeURIComponent(after)}`}`;
    const read = await client.send(`api/v2/tickets/${ticketId}/audits.json?${query}`, {
      expects: Page,
    });
    all.push(...read.audits);
    for (const user of read.users ?? []) users.set(user.id, user);
    after = read.meta?.after_cursor ?? '';
    if (read.meta?.has_more !== true || after === '') break;
  }
  const { read: audits, unreadable } = readItems(all, Audit, 'change');
  return { audits, unreadable, users };
}

/** Returns the id of the comment of a change, or null if it has none. */
export function commentOf(audit: Audit | undefined): string | null {
  const comment = audit?.events.find(isComment);
  return comment === undefined ? null : String(comment.id);
}

/** Returns the change that one of our messages caused. */
export function findOwn({ audits }: History, messageId: string): Audit | undefined {
  return audits.find(({ metadata }) => metadata?.custom?.support_message_id === messageId);
}

/**
 * Returns the comments of a ticket:
 * https://developer.zendesk.com/documentation/ticketing/reference-guides/ticket-audit-events-reference
 * A comment without `public: true` is an internal note.
 */
export function messagesOf({ audits, users }: History): IncomingMessage[] {
  return audits.flatMap((audit) =>
    audit.events.filter(isComment).map((comment): IncomingMessage => {
      const author = users.get(comment.author_id ?? audit.author_id);
      const { html_body, body, attachments = [] } = comment;
      return {
        id: String(comment.id),
        ownId: audit.metadata?.custom?.support_message_id,
        author: author?.role === 'end-user' ? 'visitor' : 'agent',
        authorName: author?.name ?? null,
        isInternal: comment.public !== true,
        text: html_body ? textOfHtml(html_body).text : (body ?? ''),
        files: attachments.map(({ file_name, content_url, size }) => ({
          name: file_name,
          url: content_url,
          size,
        })),
      };
    }),
  );
}
