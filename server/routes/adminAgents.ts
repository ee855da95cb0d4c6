import {
  inviteAgent,
  listManagedAgents,
  type ManagedAgent,
  updateManagedAgent,
} from '../../src/contract/adminAgent.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { newSessionToken } from '../base/newKey.ts';
import { isUuid } from '../base/uuid.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import { openSession } from '../queries/agents.ts';
import {
  changeAgent,
  findStoredAgent,
  listStoredAgents,
  type StoredAgent,
  saveAgent,
} from '../queries/managedAgents.ts';

const dayMs = 24 * 3_600_000;

export const listManagedAgentsRoute = asOneStatement(
  route({ ...noInput, ...listManagedAgents }, async ({ trx }) => ({
    agents: (await listStoredAgents(trx)).map(asAgent),
  })),
);

export const inviteAgentRoute = route(
  { ...noInput, ...inviteAgent },
  async ({ trx, body: { days, ...body }, note }) => {
    const agent = await saveAgent(trx, body);
    const { token, hash } = newSessionToken();
    const expiresAt = new Date(Date.now() + days * dayMs);
    await openSession(trx, { hash, agentId: agent.id, expiresAt, mode: 'live' });
    note({ target: agent.id, after: { ...body, days } });
    return { agent: asAgent(agent), token, expires_at: expiresAt.toISOString() };
  },
);

export const updateManagedAgentRoute = route(
  { ...noInput, ...updateManagedAgent },
  async ({ trx, caller, param, body, note }) => {
    const id = param('id');
    const before = isUuid(id) ? await findStoredAgent(trx, id) : undefined;
    if (before === undefined) throw apiErrors.notFound('There is no such agent.');
    if (caller.agent?.id === id) {
      throw apiErrors.permissionDenied('Another admin must change your own role.');
    }
    const after = await changeAgent(trx, id, body);
    if (after === undefined) throw apiErrors.notFound('There is no such agent.');
    note({ before: factsOf(before), after: factsOf(after) });
    return asAgent(after);
  },
);

function factsOf({ role, disabled_at }: StoredAgent) {
  return { role, disabled: disabled_at !== null };
}

function asAgent({ disabled_at, ...agent }: StoredAgent): ManagedAgent {
  return { ...agent, disabled_at: disabled_at?.toISOString() ?? null };
}
