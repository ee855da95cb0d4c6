import type { Article, ArticleResult } from '../../src/contract/article.ts';
import type { IntegrationStatus } from '../../src/contract/integration.ts';
import type { Conversation, Message } from '../../src/contract/message.ts';
import type { Ticket, TicketSummary } from '../../src/contract/ticket.ts';
import { completed, type IntegrationInput } from '../../src/integrations/integrationInput.ts';

export function ticketOf(part: Partial<Ticket> = {}): Ticket {
  return {
    id: 'ticket-1',
    ticket_number: 'PM-1042',
    status: 'new',
    subject: 'Mails bounce',
    description: 'Since this morning.',
    customerEmail: 'ada@example.com',
    customerName: 'Ada',
    priority: 'medium',
    category: 'technical',
    metadata: {
      source: 'website_form',
      user_id: null,
      tenant_id: null,
      original_mailto_attempt: false,
    },
    created_at: '2026-05-04T10:00:00Z',
    updated_at: '2026-05-04T10:00:00Z',
    estimated_first_response: null,
    ...part,
  };
}

export function summaryOf(id: string, part: Partial<TicketSummary> = {}): TicketSummary {
  const { ticket_number, status, subject, category, created_at, updated_at } = ticketOf();
  return {
    id,
    ticket_number,
    status,
    subject,
    category,
    excerpt: '',
    last_author: 'visitor',
    last_author_name: null,
    unread: 0,
    created_at,
    updated_at,
    ...part,
  };
}

export function messageOf(position: number, part: Partial<Message> = {}): Message {
  return {
    id: `message-${position}`,
    position,
    author: 'visitor',
    author_name: null,
    body: `Message ${position}.`,
    attachments: [],
    change: null,
    created_at: '2026-05-04T10:00:00Z',
    ...part,
  };
}

/** Returns a request with all of its entries. */
export function conversationOf(
  messages: readonly Message[] = [messageOf(1)],
  ticket: Partial<Ticket> = {},
): Conversation {
  return { ticket: ticketOf(ticket), messages: [...messages], has_earlier: false, rating: null };
}

/** Returns a search result for an article. */
export function resultOf(slug: string, part: Partial<ArticleResult> = {}): ArticleResult {
  return {
    slug,
    title: `About ${slug}`,
    url: `https://help.example.com/${slug}`,
    snippet: `What to do about ${slug}.`,
    relevance_score: 0.9,
    auto_suggested: true,
    category: 'domains',
    minutes: 2,
    matches: { title: [], snippet: [] },
    ...part,
  };
}

export function articleOf(slug: string, blocks: Article['blocks'] = []): Article {
  const { title, url, category, minutes } = resultOf(slug);
  return {
    slug,
    title,
    url,
    category,
    minutes,
    locale: 'en',
    description: '',
    tags: [],
    updated: '2026-05-04T10:00:00Z',
    blocks,
    related: [],
  };
}
/** Returns an integration that works and was checked now. */
export function integrationOf(
  id: string,
  part: Omit<IntegrationInput, 'id' | 'name'> & { name?: string } = {},
): IntegrationStatus {
  return completed({ id, name: id, category: 'crm', health: { state: 'healthy' }, ...part });
}

/** An integration that needs a new sign-in. */
export const expiredToken = {
  lifecycle: 'error',
  error_type: 'authentication_error',
  connection: { state: 'error' },
  health: { state: 'unhealthy' },
  can_reconnect: true,
} as const;
