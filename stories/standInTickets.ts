import type { Message } from '../src/contract/message.ts';
import type { Ticket, TicketSummary } from '../src/contract/ticket.ts';

type Messages = Readonly<Record<string, readonly Message[]>> | undefined;

/** Returns the conversation of a request. By default it contains only the first message. */
export function messagesOf(
  { id, description, created_at, colleague }: Ticket,
  messages: Messages = {},
): readonly Message[] {
  const first: Message = {
    id: `${id}-1`,
    position: 1,
    author: 'visitor',
    author_name: colleague ?? null,
    body: description,
    attachments: [],
    change: null,
    created_at,
  };
  return [first, ...(messages[id] ?? [])];
}

/** Returns the request that a draft becomes. */
export function received(draft: Record<string, string>): Ticket {
  const now = new Date();
  return {
    id: 'b3f0a0c2-6c1c-4b8e-9d5e-1f6b3a7f1042',
    ticket_number: 'PM-1042',
    status: 'new',
    subject: String(draft.subject),
    description: String(draft.description),
    customerEmail: String(draft.email),
    customerName: draft.name ?? null,
    priority: 'medium',
    category: String(draft.category),
    metadata: { source: 'widget', user_id: null, tenant_id: null, original_mailto_attempt: false },
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    estimated_first_response: new Date(now.getTime() + 4 * 3_600_000).toISOString(),
  };
}

/** Returns a request as a row of the list. */
export function summary(ticket: Ticket, messages: Messages): TicketSummary {
  const { id, ticket_number, status, subject, category, created_at, updated_at, colleague } =
    ticket;
  const spoken = messagesOf(ticket, messages).filter(({ author }) => author !== 'system');
  const last = spoken.at(-1);
  return {
    id,
    ticket_number,
    status,
    subject,
    category,
    excerpt: (last?.body ?? '').slice(0, 140),
    last_author: last?.author ?? 'visitor',
    last_author_name: last?.author_name ?? null,
    unread: last?.author === 'agent' ? 1 : 0,
    created_at,
    updated_at,
    ...(colleague !== undefined && { colleague }),
  };
}
