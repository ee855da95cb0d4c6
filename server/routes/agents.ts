import {
  type Agent,
  type AgentMessage,
  type AgentTicket,
  createAgentSession,
  getAgentTicket,
  listAgents as listAgentsEndpoint,
  listAgentTickets,
  updateTicket,
  writeAgentMessage,
} from '../../src/contract/agent.ts';
import { newSessionToken } from '../base/newKey.ts';
import { refusals } from '../base/refusals.ts';
import { noteAdded } from '../events/noteAdded.ts';
import { ticketChanged } from '../events/ticketChanged.ts';
import { ticketReplied } from '../events/ticketReplied.ts';
import { type Call, noInput, route } from '../http/route.ts';
import {
  changeTicket,
  findAgent,
  keepAgent,
  listAgents,
  listInbox,
  openSession,
} from '../queries/agents.ts';
import { countInbox } from '../queries/inboxCounts.ts';
import { appendMessage, listAllMessages, type StoredMessage } from '../queries/messages.ts';
import { findOrganization } from '../queries/organizations.ts';
import { readTenant } from '../queries/tenants.ts';
import { findTicket } from '../queries/tickets.ts';
import { attach, withFiles } from './files.ts';
import { asMessage, asTicket, pageOf, readCursor, readId } from './present.ts';

type Trx = Call<unknown, unknown>['trx'];
type Asked = Pick<Call<unknown, unknown>, 'trx' | 'links'>;

const sessionHours = 12;
const pageSize = 30;

export const createAgentSessionRoute = route(
  { ...noInput, ...createAgentSession },
  async ({ trx, caller, body, note }) => {
    const agent = await keepAgent(trx, body);
    if (agent === undefined) throw refusals.permissionDenied('This agent was disabled.');
    const { token, hash } = newSessionToken();
    const expiresAt = new Date(Date.now() + sessionHours * 3_600_000);
    await openSession(trx, { hash, agentId: agent.id, expiresAt, mode: caller.mode });
    note({ target: agent.id });
    return { token, expires_at: expiresAt.toISOString(), agent };
  },
);

export const listAgentsRoute = route({ ...noInput, ...listAgentsEndpoint }, async ({ trx }) => ({
  agents: await listAgents(trx),
}));

export const listAgentTicketsRoute = route(
  { ...noInput, ...listAgentTickets },
  async ({ trx, query, caller }) => {
    const filter = { ...query, assignee: readAssignee(query.assignee, caller.agent) };
    const before = readCursor(query.cursor);
    const found = await listInbox(trx, filter, { before, limit: pageSize + 1 });
    const { shown, nextCursor } = pageOf(found, pageSize);
    return {
      tickets: shown.map((row) => ({
        ...row,
        customerName: row.customer_name,
        customerEmail: row.customer_email,
        assignee: assigneeOf(row.assignee_id, row.agent_name, row.agent_email),
        organization: organizationOf(row),
        created_at: row.created_at.toISOString(),
        updated_at: row.updated_at.toISOString(),
        estimated_first_response: row.estimated_first_response?.toISOString() ?? null,
      })),
      counts: await countInbox(trx, caller.agent?.id),
      next_cursor: nextCursor,
    };
  },
);

/** `me` and `none` in the words of the query; an id that is none fits nothing. */
function readAssignee(wanted: string | undefined, me: Agent | null | undefined) {
  if (wanted === undefined) return undefined;
  if (wanted === 'none') return null;
  const id = wanted === 'me' ? (me?.id ?? '') : wanted;
  return /^[\da-f-]{36}$/i.test(id) ? id : '00000000-0000-0000-0000-000000000000';
}

function assigneeOf(id: string | null, name: string | null, email: string | null): Agent | null {
  return id === null ? null : { id, name: name ?? '', email: email ?? '' };
}

function organizationOf(row: {
  organization_id: string | null;
  organization_name: string | null;
  organization_plan: string | null;
}) {
  const { organization_id: id, organization_name: name, organization_plan: plan } = row;
  return id === null ? null : { id, name, plan };
}

export const getAgentTicketRoute = route({ ...noInput, ...getAgentTicket }, (call) =>
  readAgentTicket(call, readId(call.param('id'))),
);

async function readAgentTicket(call: Asked, id: string): Promise<AgentTicket> {
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
  } = stored ?? {};
  return {
    ...ticket,
    verified,
    signed,
    organization:
      organization_id === null ? null : ((await findOrganization(trx, organization_id)) ?? null),
    customer_tier,
    assignee: assignee_id === null ? null : ((await findAgent(trx, assignee_id)) ?? null),
    custom_fields: stored?.custom_fields ?? {},
    context: stored?.context ?? {},
    rating,
    messages: await withFiles(call, id, (await listAllMessages(trx, id)).map(asAgentMessage)),
  };
}

function asAgentMessage(stored: StoredMessage): AgentMessage {
  const { internal, message_type, channel } = stored;
  return { ...asMessage(stored), internal, message_type, channel };
}

export const writeAgentMessageRoute = route({ ...noInput, ...writeAgentMessage }, async (call) => {
  const { trx, param, caller } = call;
  const { body, internal, attachments } = call.body;
  const ticketId = readId(param('id'));
  const before = await findTicket(trx, ticketId);
  if (before === undefined) throw refusals.notFound('No such ticket.');
  const status = !internal && before.status === 'new' ? 'open' : before.status;
  const name = caller.agent?.name ?? `${(await readTenant(trx)).name} Support`;
  const stored = await appendMessage(trx, {
    ticketId,
    author: 'agent',
    authorName: name,
    body,
    internal,
    messageType: internal ? 'internal_note' : 'message',
    channel: 'agent',
    ...(status !== before.status && { status }),
  });
  if (stored === undefined) throw refusals.notFound('No such ticket.');
  const message = await attach(call, ticketId, asAgentMessage(stored), attachments);
  const written = { position: stored.position, author: 'agent' } as const;
  if (internal) await noteAdded(trx, { ticketId, ...written });
  else await ticketReplied(trx, { ticket: { ...before, status }, ...written });
  return message;
});

export const updateTicketRoute = route({ ...noInput, ...updateTicket }, async (call) => {
  const { trx, param } = call;
  const { status, priority, assignee } = call.body;
  const id = readId(param('id'));
  const before = await findTicket(trx, id);
  const ticket = asTicket(before);
  const agent = typeof assignee === 'string' ? await readAgent(trx, assignee) : undefined;
  await changeTicket(trx, id, {
    priority,
    assignee_id: assignee === null ? null : agent?.id,
  });
  const entry = { ticketId: id, author: 'system', body: '', channel: 'system' } as const;
  if (agent && agent.id !== before?.assignee_id) {
    await appendMessage(trx, { ...entry, change: { assignee_name: agent.name } });
  }
  if (status !== undefined && status !== ticket.status) {
    await appendMessage(trx, { ...entry, change: { status }, status });
  }
  const changed = await findTicket(trx, id);
  const wasResolved = ticket.status === 'resolved';
  if (changed !== undefined) await ticketChanged(trx, { ticket: changed, wasResolved });
  return readAgentTicket(call, id);
});

async function readAgent(trx: Trx, id: string): Promise<Agent> {
  const agent = /^[\da-f-]{36}$/i.test(id) ? await findAgent(trx, id) : undefined;
  if (agent) return agent;
  throw refusals.invalid([{ field: 'assignee', message: 'Must be the id of an agent.' }]);
}
