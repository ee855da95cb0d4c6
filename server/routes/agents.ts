import {
  type Agent,
  createAgentSession,
  listAgents as listAgentsEndpoint,
  listAgentTickets,
} from '../../src/contract/agent.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { searchedTerms } from '../base/messageTerms.ts';
import { newSessionToken } from '../base/newKey.ts';
import { noInput, route } from '../http/route.ts';
import { listAgents, openSession, upsertAgent } from '../queries/agents.ts';
import { listInbox } from '../queries/inbox.ts';
import { countInbox } from '../queries/inboxCounts.ts';
import { readPosition } from '../queries/inboxSort.ts';
import { findPassages } from '../queries/messageTerms.ts';
import { countMentions, filterOf } from './inboxFilter.ts';

const sessionHours = 12;
const pageSize = 30;

export const createAgentSessionRoute = route(
  { ...noInput, ...createAgentSession },
  async ({ trx, caller, body, note }) => {
    const agent = await upsertAgent(trx, body);
    if (agent === undefined)
      throw apiErrors.permissionDenied('This agent is disabled. An admin can enable them again.');
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
    const { sort = 'newest', cursor } = query;
    const after = cursor === undefined ? undefined : readPosition(sort, cursor);
    if (cursor !== undefined && after === undefined) {
      const message = 'Must be a next_cursor of this list, in the same order.';
      throw apiErrors.invalid([{ field: 'cursor', message }]);
    }
    const filter = { ...filterOf(query, caller.agent), search: query.search };
    const found = await listInbox(trx, filter, { sort, after, limit: pageSize + 1 });
    const shown = found.slice(0, pageSize);
    const terms = searchedTerms(query.search ?? '');
    const ids = shown.map(({ id }) => id);
    const passages = terms && (await findPassages(trx, ids, terms));
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
        escalated_at: row.escalated_at?.toISOString() ?? null,
        snoozed_until: row.snoozed_until?.toISOString() ?? null,
        passage: passages?.get(row.id),
      })),
      counts: {
        ...(await countInbox(trx, caller.agent?.id)),
        mentions: await countMentions(trx, caller.agent),
      },
      next_cursor: found.length > pageSize ? (shown.at(-1)?.cursor ?? null) : null,
    };
  },
);

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
