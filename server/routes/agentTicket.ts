import {
  type Agent,
  type AgentMessage,
  type AgentTicket,
  getAgentTicket,
  updateTicket,
  writeAgentMessage,
} from '../../src/contract/agent.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { agentsMentioned } from '../events/agentsMentioned.ts';
import { noteAdded } from '../events/noteAdded.ts';
import { ticketChanged } from '../events/ticketChanged.ts';
import { ticketReplied } from '../events/ticketReplied.ts';
import { type Call, noInput, route } from '../http/route.ts';
import { changeTicket, findAgent } from '../queries/agents.ts';
import { readExternalTicket } from '../queries/externalTickets.ts';
import { appendMessage, listAllMessages, type StoredMessage } from '../queries/messages.ts';
import { findOrganization } from '../queries/organizations.ts';
import { readTenant } from '../queries/tenants.ts';
import { findTicket, type StoredTicket } from '../queries/tickets.ts';
import { attach, withFiles } from './files.ts';
import { asMessage, asTicket, readId } from './present.ts';
import { snooze } from './snooze.ts';

type Trx = Call<unknown, unknown>['trx'];
type CallContext = Pick<Call<unknown, unknown>, 'trx' | 'links'>;

export const getAgentTicketRoute = route({ ...noInput, ...getAgentTicket }, (call) =>
  readAgentTicket(call, readId(call.param('id'))),
);

export async function readAgentTicket(call: CallContext, id: string): Promise<AgentTicket> {
  const { trx } = call;
  const stored = await findTicket(trx, id);
  const ticket = asTicket(stored);
  const {
    verified = false,
    signed = [],
    organization_id = null,
    customer_tier = null,
    rating = null,
    assignee_id = null,
    queue = null,
    tags = [],
    escalated_at = null,
    snoozed_until = null,
  } = stored ?? {};
  return {
    ...ticket,
    verified,
    signed,
    organization:
      organization_id === null ? null : ((await findOrganization(trx, organization_id)) ?? null),
    customer_tier,
    assignee: assignee_id === null ? null : ((await findAgent(trx, assignee_id)) ?? null),
    queue,
    tags,
    escalated_at: escalated_at?.toISOString() ?? null,
    snoozed_until: snoozed_until?.toISOString() ?? null,
    custom_fields: stored?.custom_fields ?? {},
    context: stored?.context ?? {},
    rating,
    help_desk: (await readExternalTicket(trx, ticket.id)) ?? null,
    messages: await withFiles(
      call,
      ticket.id,
      (await listAllMessages(trx, ticket.id)).map(asAgentMessage),
    ),
  };
}

function asAgentMessage(stored: StoredMessage): AgentMessage {
  const { internal, message_type, channel } = stored;
  return { ...asMessage(stored), internal, message_type, channel };
}

export const writeAgentMessageRoute = route({ ...noInput, ...writeAgentMessage }, async (call) => {
  const { trx, param, caller } = call;
  const { body, internal, attachments } = call.body;
  const before = await findTicket(trx, readId(param('id')));
  if (before === undefined) throw apiErrors.notFound('There is no such ticket. Check the id.');
  const ticketId = before.id;
  const status = !internal && before.status === 'new' ? 'open' : before.status;
  const name = caller.agent?.name ?? `${(await readTenant(trx)).name} Support`;
  const stored = await appendMessage(trx, {
    ticketId,
    author: 'agent',
    authorName: name,
    agentId: caller.agent?.id,
    body,
    internal,
    messageType: internal ? 'internal_note' : 'message',
    channel: 'agent',
    ...(status !== before.status && { status }),
  });
  if (stored === undefined) throw apiErrors.notFound('There is no such ticket. Check the id.');
  const message = await attach(call, ticketId, asAgentMessage(stored), attachments);
  const written = { position: stored.position, author: 'agent' } as const;
  if (internal) {
    await agentsMentioned(trx, stored, caller.agent?.id);
    await noteAdded(trx, { ticketId, ...written });
  } else await ticketReplied(trx, { ticket: { ...before, status }, ...written });
  return message;
});

/** The fields of a ticket that agents can change. */
function factsOf(ticket: StoredTicket) {
  const { status, priority, assignee_id, queue, tags, snoozed_until } = ticket;
  return { status, priority, assignee_id, queue, tags, snoozed_until };
}

export const updateTicketRoute = route({ ...noInput, ...updateTicket }, async (call) => {
  const { trx, param, note, caller } = call;
  const { status, priority, assignee, queue, tags } = call.body;
  const before = await findTicket(trx, readId(param('id')));
  if (before === undefined) throw apiErrors.notFound('There is no such ticket. Check the id.');
  const { id } = before;
  const agent = typeof assignee === 'string' ? await readAgent(trx, assignee) : undefined;
  if (typeof queue === 'string') await checkQueue(trx, queue);
  const assignee_id = assignee === null ? null : agent?.id;
  await changeTicket(trx, id, { priority, assignee_id, queue, tags }, before.queue);
  const entry = { ticketId: id, author: 'system', body: '', channel: 'system' } as const;
  if (agent && agent.id !== before.assignee_id) {
    await appendMessage(trx, { ...entry, change: { assignee_name: agent.name } });
  }
  if (status !== undefined && status !== before.status) {
    await appendMessage(trx, { ...entry, agentId: caller.agent?.id, change: { status }, status });
  }
  await snooze(call, id);
  const changed = await findTicket(trx, id);
  note({ before: factsOf(before), ...(changed && { after: factsOf(changed) }) });
  if (changed !== undefined) await ticketChanged(trx, { before, ticket: changed });
  return readAgentTicket(call, id);
});

async function readAgent(trx: Trx, id: string): Promise<Agent> {
  const agent = /^[\da-f-]{36}$/i.test(id) ? await findAgent(trx, id) : undefined;
  if (agent) return agent;
  throw apiErrors.invalid([{ field: 'assignee', message: 'Must be the id of an agent.' }]);
}

async function checkQueue(trx: Trx, id: string): Promise<void> {
  const { queues } = (await readTenant(trx)).routing;
  if (queues.some((queue) => queue.id === id)) return;
  throw apiErrors.invalid([{ field: 'queue', message: 'Must be the id of a queue.' }]);
}
