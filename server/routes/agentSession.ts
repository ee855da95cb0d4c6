import { getAgentSession } from '../../src/contract/agentSession.ts';
import { noInput, route } from '../http/route.ts';
import { roleOfAgent } from '../queries/agents.ts';
import { readTenant } from '../queries/tenants.ts';

export const getAgentSessionRoute = route(
  { ...noInput, ...getAgentSession },
  async ({ trx, caller: { agent = null, mode, tenantId } }) => {
    const { name, business_hours } = await readTenant(trx);
    return {
      agent,
      role: agent === null ? null : await roleOfAgent(trx, agent.id),
      mode,
      account: { id: tenantId, name, time_zone: business_hours?.time_zone ?? null },
    };
  },
);
