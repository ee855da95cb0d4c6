import { randomBytes } from 'node:crypto';
import type { DemoAccount, Fetch } from '../../server/index.ts';
import { agentEndpoints, endpoints } from '../../src/contract/index.ts';
import { type DemoPerson, people } from '../people.ts';
import { callApi, openAgentSession } from './callApi.ts';
import { accountOf, signVisitor } from './customers.ts';
import { type Sample, samples } from './samples.ts';

const { createTicket } = endpoints;
const { createCannedReply, listAgentTickets, updateTicket, writeAgentMessage } = agentEndpoints;

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
  { draft, answer, note, change }: Sample,
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
  const messages = [
    { body: answer, internal: false },
    { body: note, internal: true },
  ];
  for (const body of messages.filter((message) => message.body !== undefined)) {
    const headers = { 'Idempotency-Key': idempotencyKey() };
    await callApi(api, writeAgentMessage, { token, id, body, headers });
  }
  if (change !== undefined) await callApi(api, updateTicket, { token, id, body: change });
}
