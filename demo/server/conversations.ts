import { randomBytes } from 'node:crypto';
import type { DemoAccount, Fetch } from '../../server/index.ts';
import { agentEndpoints, endpoints } from '../../src/contract/index.ts';
import { type DemoPerson, people } from '../people.ts';
import { callApi, openAgentSession } from './callApi.ts';
import { accountOf, signVisitor } from './customers.ts';

const { createTicket } = endpoints;
const { createCannedReply, listAgentTickets, updateTicket, writeAgentMessage } = agentEndpoints;

interface Sample {
  /** The signed visitor; null for an anonymous one. */
  person: string | null;
  draft: object;
  answer?: string;
  status?: 'pending' | 'resolved';
}

/**
 * One request for each case that the inbox shows: queues, escalation, signed and unsigned values.
 */
const samples: readonly Sample[] = [
  {
    person: 'user_omar',
    draft: {
      subject: 'Which plan do we need for a second domain?',
      description: 'We are on Starter and want to send from contoso.example too.',
      category: 'billing',
    },
    answer: 'Starter has one domain. Professional has five, and you can change at any time.',
    status: 'resolved',
  },
  {
    person: null,
    draft: {
      subject: 'How do I set up SPF?',
      description: 'I read the article, but my provider has no TXT records.',
      email: 'sam@visitor.example',
      name: 'Sam',
      category: 'deliverability',
      tenantId: 'org_northwind',
      customerTier: 'enterprise',
    },
    answer: 'Every provider has them, some under another name. Which one do you use?',
    status: 'pending',
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

const cannedReplies = [
  {
    name: 'Ask for the domain',
    shortcut: 'domain',
    text: 'Hi {{customer.first_name|there}},\n\nwhich domain do you send from? We look at its records then.\n\n{{agent.name}}',
  },
  {
    name: 'Passed on to engineering',
    shortcut: 'engineering',
    text: 'Hi {{customer.first_name|there}},\n\nwe can reproduce **{{ticket.subject}}** and have passed it on. You hear from us in {{ticket.number}}.\n\n{{agent.name}}',
  },
];

const idempotencyKey = () => randomBytes(18).toString('base64url');

/** Adds sample requests to inboxes that are empty. */
export async function seedConversations(api: Fetch): Promise<void> {
  for (const name of ['PenguinMails', 'Glacier Mail'] as const) {
    const account = accountOf(name);
    const { token } = await openAgentSession(api, account);
    const { counts } = await callApi(api, listAgentTickets, { token });
    if (counts.all > 0) continue;
    for (const body of cannedReplies) await callApi(api, createCannedReply, { token, body });
    for (const sample of samples) {
      const person = people.find(({ id }) => id === sample.person);
      if ((person?.account ?? 'PenguinMails') !== name) continue;
      await add(api, { account, token, person }, sample);
    }
  }
}

async function add(
  api: Fetch,
  by: { account: DemoAccount; token: string; person: DemoPerson | undefined },
  { draft, answer, status }: Sample,
): Promise<void> {
  const { account, token, person } = by;
  const proof = await signVisitor(person?.id ?? null);
  const { id } = await callApi(api, createTicket, {
    token: account.publishableKey,
    body: { ...(person && { email: person.email, name: person.name }), ...draft },
    headers: {
      'Idempotency-Key': idempotencyKey(),
      ...(proof === undefined
        ? { 'X-Visitor-Id': idempotencyKey() }
        : { 'X-Visitor-Token': proof }),
    },
  });
  if (answer !== undefined) {
    const headers = { 'Idempotency-Key': idempotencyKey() };
    await callApi(api, writeAgentMessage, { token, id, body: { body: answer }, headers });
  }
  if (status !== undefined) await callApi(api, updateTicket, { token, id, body: { status } });
}
