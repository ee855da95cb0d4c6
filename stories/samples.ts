import type { Article } from '../src/contract/article.ts';
import type { Block } from '../src/contract/articleBody.ts';
import type { Message } from '../src/contract/message.ts';
import type { NewsEntry } from '../src/contract/news.ts';
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

export const message = (position: number, age: number, part: Partial<Message>): Message => ({
  id: `message-${position}`,
  position,
  author: 'agent',
  author_name: 'Marta Klein',
  body: '',
  attachments: [],
  change: null,
  created_at: minutesAgo(age),
  ...part,
});

/** A resolved request of a colleague. */
export const ofColleague: Ticket = {
  ...ticket(1021, 'resolved', 4_000, ['Warm-up of a new domain', 'How long does it take?']),
  customerEmail: 'grace@acme.example',
  customerName: 'Grace Hopper',
  colleague: 'Grace Hopper',
};

/** The messages of two requests. */
export const messages: Readonly<Record<string, readonly Message[]>> = {
  'ticket-1031': [
    message(2, 330, {
      author: 'system',
      author_name: null,
      change: { assignee_name: 'Marta Klein' },
    }),
    message(3, 320, {
      body: 'Hi Ada, I found the invoice.\n\nYour **VAT number** is missing in the account:\n1. Open https://app.acme.example/settings/billing.\n2. Enter it as `DE 123456789`, without points.\n\n> Could you send us your VAT number?\n\nMore is in [Fix a failing SPF or DKIM record](article:spf).',
      attachments: [
        { id: 'a', name: 'invoice-march.pdf', type: 'application/pdf', size: 48_000, url: '#' },
      ],
    }),
    message(4, 300, { author: 'system', author_name: null, change: { status: 'pending' } }),
  ],
  'ticket-1038': [
    message(2, 90, {
      author: 'visitor',
      author_name: 'Grace Hopper',
      body: 'Here is a recording of it.',
      attachments: [{ id: 'b', name: 'bounces.mp4', type: 'video/mp4', size: 4_800_000, url: '#' }],
      mail: {
        from: 'grace@acme.example',
        whole:
          'Here is a recording of it.\n\nOn Monday at 10:00, Support wrote:\n> Can you show us what happens?',
      },
    }),
  ],
  'ticket-1017': [
    message(2, 9_100, { body: 'Please remove the old device first, then scan the code again.' }),
    message(3, 9_050, { author: 'visitor', author_name: null, body: 'Thank you, that was it.' }),
    message(4, 9_000, { author: 'system', author_name: null, change: { status: 'resolved' } }),
  ],
};

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

function article(slug: string, title: string, description: string, blocks: Block[]): Article {
  return {
    slug,
    title,
    description,
    blocks,
    url: `https://help.acme.example/${slug}`,
    category: 'deliverability',
    tags: [],
    minutes: 3,
    locale: 'en',
    updated: '2026-05-04T10:00:00Z',
    related: [],
  };
}

/** Articles of a knowledge base. The first has every kind of block. */
export const articles: readonly Article[] = [
  article('spf', 'Fix a failing SPF or DKIM record', 'Look up these records and fix them.', [
    paragraph(
      'Mail providers look these records up to see that you may send mail for your domain.',
    ),
    {
      type: 'list',
      ordered: true,
      start: 1,
      items: [
        { checked: null, children: [paragraph('Open Settings, Domains and choose the domain.')] },
        { checked: null, children: [paragraph('Copy the value below into a TXT record.')] },
      ],
    },
    { type: 'code', language: null, text: 'v=spf1 include:send.acme.example ~all' },
    {
      type: 'callout',
      tone: 'warning',
      title: 'Keep one SPF record.',
      children: [paragraph('If you already have one, add only the include part to it.')],
    },
    {
      type: 'heading',
      level: 2,
      id: 'how-long',
      children: [{ type: 'text', text: 'How long it takes' }],
    },
    paragraph('Most hosts publish the change in ten minutes. Some take up to a day.'),
    {
      type: 'table',
      align: [null, 'right'],
      header: [[{ type: 'text', text: 'Record' }], [{ type: 'text', text: 'Minutes' }]],
      rows: [[[{ type: 'code', text: 'TXT' }], [{ type: 'text', text: '10' }]]],
    },
  ]),
  article('merge-spf', 'Merge two SPF records into one', 'A domain has one SPF record.', [
    paragraph('When another service has added an SPF record, join both into one.'),
  ]),
  article('warm-up', 'Warm up a new sending domain', 'Begin with few messages a day.', [
    paragraph('Providers trust a domain that begins slowly.'),
  ]),
];

const entry = (days: number, part: Partial<NewsEntry>): NewsEntry => ({
  slug: `news-${days}`,
  title: '',
  description: '',
  url: `https://help.acme.example/news-${days}`,
  category: 'news',
  minutes: 1,
  date: minutesAgo(days * 24 * 60),
  locale: 'en',
  ...part,
});

/** Entries of What's new. The first two are unread for a visitor who has never opened the list. */
export const news: readonly NewsEntry[] = [
  entry(2, {
    title: 'HubSpot syncs every minute',
    description: 'Contacts and replies no longer wait for a quarter of an hour.',
    category: 'improvement',
  }),
  entry(9, {
    title: 'Placement tests show each provider',
    description: 'See at a glance which provider puts your campaign into spam.',
    category: 'feature',
  }),
  entry(60, { title: 'Schedules respect summer time', category: 'fix' }),
  entry(90, { title: 'Prices stay the same next year', category: 'announcement' }),
];
