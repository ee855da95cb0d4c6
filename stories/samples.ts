import type { Ticket, TicketStatus } from '../src/contract/ticket.ts';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function ticket(
  number: number,
  status: TicketStatus,
  age: number,
  words: [string, string],
): Ticket {
  const [subject, description] = words;
  return {
    id: `ticket-${number}`,
    ticket_number: `PM-${number}`,
    status,
    subject,
    description,
    customerEmail: 'ada@acme.example',
    customerName: 'Ada Lovelace',
    priority: 'medium',
    category: 'technical',
    metadata: {
      source: 'widget',
      user_id: 'ada',
      tenant_id: 'acme',
      original_mailto_attempt: false,
    },
    created_at: minutesAgo(age + 60),
    updated_at: minutesAgo(age),
    estimated_first_response: minutesAgo(age - 240),
  };
}

/** One request in each status. */
export const tickets: readonly Ticket[] = [
  ticket(1042, 'new', 12, [
    'Import stops at row 400',
    'Since this morning every import of our contacts ends there without a message.',
  ]),
  ticket(1038, 'open', 95, ['Bounces at one provider', 'All mails to outlook.example come back.']),
  ticket(1031, 'pending', 300, ['Invoice of March', 'Could you send us your VAT number?']),
  ticket(1029, 'on_hold', 1_700, ['Send time by time zone', 'We would like to plan by recipient.']),
  ticket(1017, 'resolved', 9_000, ['Sign-in with a second factor', 'Thank you, that was it.']),
];
