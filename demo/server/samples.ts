/** A request of the first start. */
export interface Sample {
  /** The signed visitor; null for an anonymous one. */
  person: string | null;
  draft: object;
  answer?: string;
  /** An internal note of the team. */
  note?: string;
  change?: { status?: 'open' | 'pending' | 'on_hold' | 'resolved'; tags?: string[] };
}

const anonymous = (name: string) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@visitor.example`,
});

/**
 * The cases that the inbox shows: every state and queue, escalation, signed and unsigned values, a long
 * subject, and another language. Oldest first.
 */
export const samples: readonly Sample[] = [
  {
    person: 'user_omar',
    draft: {
      subject: 'Which plan do we need for a second domain?',
      description: 'We are on Starter and want to send from contoso.example too.',
      category: 'billing',
    },
    answer: 'Starter has one domain. Professional has five, and you can change at any time.',
    change: { status: 'resolved', tags: ['plan'] },
  },
  {
    person: null,
    draft: {
      ...anonymous('Priya Raman'),
      subject: 'Export of last year’s campaigns',
      description: 'We need open and reply rates of 2025 as a table.',
      category: 'technical',
    },
    answer: 'Open **Reports**, choose the year, and press **Export**. The file arrives by mail.',
    change: { status: 'resolved' },
  },
  {
    person: null,
    draft: {
      ...anonymous('Sam'),
      subject: 'How do I set up SPF?',
      description: 'I read the article, but my provider has no TXT records.',
      category: 'deliverability',
      tenantId: 'org_northwind',
      customerTier: 'enterprise',
    },
    answer: 'Every provider has them, some under another name. Which one do you use?',
    change: { status: 'pending', tags: ['dns'] },
  },
  {
    person: 'user_omar',
    draft: {
      subject: 'VAT number on the invoice',
      description: 'The invoice of November lacks our VAT number. Can you issue a new one?',
      category: 'billing',
    },
    note: 'Accounting issues it on the first of the month.',
    change: { status: 'on_hold', tags: ['invoice'] },
  },
  {
    person: null,
    draft: {
      ...anonymous('Carmen Vega'),
      subject: 'No puedo conectar el buzón de Outlook',
      description: 'Aparece el error 535 aunque la contraseña es correcta.',
      category: 'technical',
    },
    answer: 'Hola, Carmen: Outlook pide una contraseña de aplicación. ¿Ya la has creado?',
    change: { status: 'pending', tags: ['outlook'] },
  },
  {
    person: null,
    draft: {
      ...anonymous('Jonas Weber'),
      subject: 'Warm-up score dropped from 92 to 61 over the weekend although we changed nothing',
      description: 'Two of our five mailboxes are affected, both at Google.',
      category: 'deliverability',
    },
    answer: 'I see it too, and have passed it on to the deliverability team.',
    note: 'Both mailboxes share an address block with a sender on a blocklist.',
    change: { status: 'open', tags: ['warm-up'] },
  },
  {
    person: null,
    draft: {
      ...anonymous('Chen Wei'),
      subject: 'Webhook deliveries are signed with the old secret',
      description: 'We rotated the secret yesterday. About every third delivery fails our check.',
      category: 'technical',
      priority: 'high',
    },
  },
  {
    person: null,
    draft: {
      ...anonymous('Amara Okafor'),
      subject: 'Please add a dark theme to the mobile app',
      description: 'Our team works at night.',
      category: 'feature_request',
      priority: 'low',
    },
  },
  {
    person: null,
    draft: {
      ...anonymous('Tom Baker'),
      subject: 'Transfer the workspace to a new owner',
      description: 'Our former admin has left, and no one can sign in as her.',
      category: 'account',
    },
  },
  {
    person: 'user_omar',
    draft: {
      subject: 'Import stops at row 2,000',
      description: 'The CSV has 5,400 rows. No error is shown.',
      category: 'technical',
    },
  },
  {
    person: 'user_ada',
    draft: {
      subject: 'Replies are missing in HubSpot',
      description: 'Since this morning no reply shows up on our contacts.',
      category: 'integration',
      priority: 'high',
    },
  },
  {
    person: 'user_ada',
    draft: {
      subject: 'All our mails bounce',
      description: 'Every campaign since 9:00 bounces with "550 blocked".',
      category: 'deliverability',
      priority: 'critical',
    },
  },
  {
    person: 'user_lena',
    draft: {
      subject: 'Reconnect our CRM',
      description: 'The badge says that it needs us to reconnect.',
      category: 'integration',
    },
  },
  {
    person: 'user_yuki',
    draft: {
      subject: 'A dedicated address for our newsletter',
      description: 'We send 400,000 mails a month and want an address of our own.',
      category: 'billing',
    },
  },
];
