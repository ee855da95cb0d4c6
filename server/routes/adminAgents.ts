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
  isLastAdmin,
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
  async ({ trx, caller, body: { days, ...body }, note }) => {
    const isSame = (email: string) => email.toLowerCase() === body.email.toLowerCase();
    if (body.role !== 'admin' && isSame(caller.agent?.email ?? '')) throw isOwnRole();
    if (body.role !== 'admin' && (await isLastAdmin(trx, ({ email }) => isSame(email)))) {
      throw isLast('role');
    }
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
    if (before === undefined) throw apiErrors.notFound('There is no such agent. Check the id.');
    if (caller.agent?.id === id) throw isOwnRole();
    const isDemoted = body.role !== undefined && body.role !== 'admin';
    if ((isDemoted || body.disabled) && (await isLastAdmin(trx, (admin) => admin.id === id))) {
      throw isLast(isDemoted ? 'role' : 'disabled');
    }
    const after = await changeAgent(trx, id, body);
    if (after === undefined) throw apiErrors.notFound('There is no such agent. Check the id.');
    note({ before: factsOf(before), after: factsOf(after) });
    return asAgent(after);
  },
);

const isOwnRole = () => apiErrors.permissionDenied('Another admin must change your own role.');

/** @param field the value that would leave the account without an admin */
function isLast(field: 'role' | 'disabled'): Error {
  const message = 'This is the last admin of the account. Make another agent an admin first.';
  return apiErrors.invalid([{ field, message }]);
}

function factsOf({ role, disabled_at }: StoredAgent) {
  return { role, disabled: disabled_at !== null };
}

function asAgent({ disabled_at, ...agent }: StoredAgent): ManagedAgent {
  return { ...agent, disabled_at: disabled_at?.toISOString() ?? null };
}
